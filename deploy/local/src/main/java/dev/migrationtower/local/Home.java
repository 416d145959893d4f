package dev.migrationtower.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The folder {@code .tower}: all that the tower leaves on this machine. Belongs to one supervisor at a time, until closed; the
 * lock is the operating system's, so that it never outlives its process.
 */
final class Home implements AutoCloseable {
    private final Path folder;
    private final FileChannel lock;

    private Home(Path folder, FileChannel lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Takes the folder, making it if needed.
     *
     * @throws Refusal if another tower has it
     */
    static Home take(Path folder) {
        try {
            Files.createDirectories(folder.resolve("logs"));
            FileChannel channel = FileChannel.open(
                    folder.resolve("lock"),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            if (!locked(channel)) {
                String pid = Files.readString(folder.resolve("lock"));
                channel.close();
                throw new Refusal("A tower already runs in this folder (process " + pid
                        + "): stop it with Ctrl-C in its terminal, or with: kill " + pid);
            }
            String pid = Long.toString(ProcessHandle.current().pid());
            channel.truncate(0).write(ByteBuffer.wrap(pid.getBytes(StandardCharsets.UTF_8)));
            return new Home(folder, channel);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to " + folder, e);
        }
    }

    /** Forgets what earlier runs left: Kafka's data and the services' state. Logs stay. */
    void forget() {
        for (Path left : Stream.of("kafka", "state").map(folder::resolve).toList()) {
            delete(left);
        }
    }

    /** Where the broker keeps its data. */
    Path kafka() {
        return folder.resolve("kafka");
    }

    /** Where a service may keep files of its own. */
    Path state(String service) {
        return folder.resolve("state").resolve(service);
    }

    /** Where the dashboard notes that the link was used that lets one person in; nobody has used it yet. */
    Path linkMark() {
        Path mark = state("dashboard-ui").resolve("link-used");
        try {
            Files.createDirectories(mark.getParent());
            Files.deleteIfExists(mark);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return mark;
    }

    /** Where the words of a service go. */
    Path log(String service) {
        return folder.resolve("logs").resolve(service + ".log");
    }

    /** The list of what runs. */
    Path services() {
        return folder.resolve("services.json");
    }

    /** Gives the folder back. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes the folder, with all that is in it; it must have been given back. */
    void erase() {
        delete(folder);
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // this very process has it
            return false;
        }
    }

    private static void delete(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (Stream<Path> paths = Files.walk(tree)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot forget " + tree, e);
        }
    }
}
