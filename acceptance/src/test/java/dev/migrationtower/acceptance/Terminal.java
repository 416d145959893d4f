package dev.migrationtower.acceptance;

import dev.migrationtower.test.docs.Pages;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A shell in which the examples of a page are typed one after the other, in a folder that looks like the root of the repository.
 * Different from a reader's are only three programs: {@code ./tower} does not build, because Maven has; nor does {@code ./mvnw}; and
 * {@code curl} ends with an error when it is refused, and listens to a stream for two seconds.
 */
final class Terminal implements AutoCloseable {
    private static final String PROMPT = "\u0000 typed";
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Path folder;
    private final Process shell;
    private final BufferedReader said;
    private final Writer keyboard;
    private int typed;

    /** @param environment beside what this process has */
    Terminal(Path folder, Map<String, String> environment) throws IOException {
        this.folder = folder;
        Path root = Pages.ROOT.toRealPath();
        for (String part : new String[] {"deploy", "docs", "aggregator", "probe-http", "probe-postgres", "simulator"}) {
            Files.createSymbolicLink(folder.resolve(part), root.resolve(part));
        }
        program("tower", "source " + root.resolve("tower") + """

                need_build() { :; }
                if [[ $1 == up ]]; then set -- "$@" --port "$PAGE_PORT"; fi
                main "$@"
                """);
        program("mvnw", "");
        program("bin/curl", """
                PATH=${PATH#*:}
                for word; do
                  if [[ $word =~ ^-s?N$ ]]; then
                    curl --fail-with-body --max-time 2 "$@" || [[ $? == 28 ]]
                    exit
                  fi
                done
                exec curl --fail-with-body --max-time 20 "$@"
                """);
        ProcessBuilder builder =
                new ProcessBuilder("bash").directory(folder.toFile()).redirectErrorStream(true);
        String java = System.getProperty("java.home");
        builder.environment().put("JAVA_HOME", java);
        builder.environment()
                .merge(
                        "PATH",
                        folder.resolve("bin") + ":" + root.resolve("deploy") + ":" + java + "/bin:",
                        (path, ours) -> ours + path);
        builder.environment().put("TOWER_HOME", folder.resolve("home").toString());
        builder.environment().putAll(environment);
        this.shell = builder.start();
        this.said = shell.inputReader(StandardCharsets.UTF_8);
        this.keyboard = shell.outputWriter(StandardCharsets.UTF_8);
        keyboard.write("set -e -o pipefail\n");
    }

    /** A program of the reader's machine, in its folder. */
    void program(String name, String bash) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/usr/bin/env bash\n" + bash);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /** Puts a file where the examples look for it. */
    void file(String name, String text) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), text);
    }

    /** Types these commands, and answers with what they said, once they have ended well. */
    String run(String commands) throws Exception {
        return run(commands, "");
    }

    /** @param answers what is typed when they ask */
    String run(String commands, String answers) throws Exception {
        String script = ".typed-" + ++typed;
        file(script, commands);
        file(script + ".answers", answers);
        keyboard.write(". ./" + script + " < " + script + ".answers; printf '\\n\\0 typed\\n'\n");
        keyboard.flush();
        StringBuilder all = new StringBuilder();
        CompletableFuture<Boolean> ended = CompletableFuture.supplyAsync(() -> readTo(all));
        try {
            if (ended.get(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                return all.toString();
            }
        } catch (TimeoutException e) {
            throw new AssertionError("It does not end:\n" + commands + "\n" + all, e);
        }
        throw new AssertionError("It failed with " + shell.waitFor() + ":\n" + commands + "\n" + all);
    }

    /** Types what does not end by itself; what it says is in the file that comes back. */
    Path start(String commands) throws Exception {
        Path log = folder.resolve("started-" + ++typed + ".log");
        run("{ " + commands.strip() + "\n} > " + log.getFileName() + " 2>&1 &\n");
        return log;
    }

    private boolean readTo(StringBuilder all) {
        try {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                if (line.equals(PROMPT)) {
                    return true;
                }
                all.append(line).append('\n');
            }
            return false;
        } catch (IOException e) {
            return false;
        }
    }

    /** Ends it, and what was started in it. */
    @Override
    public void close() throws Exception {
        var started = shell.descendants().toList();
        shell.destroy();
        started.forEach(ProcessHandle::destroy);
        for (ProcessHandle one : started) {
            one.onExit().get(30, TimeUnit.SECONDS);
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path link : files.filter(Files::isSymbolicLink).toList()) {
                Files.delete(link);
            }
        }
    }
}
