package dev.migrationtower.probe.postgres.kit;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Real PostgreSQLs of several versions. One server per version and JVM, started by the first who asks and stopped with the JVM, so
 * that each test makes a database of its own in it. Thread-safe.
 */
public final class Servers {
    /** The versions that there are binaries of. */
    public static final List<Integer> VERSIONS = List.of(12, 14, 16, 17, 18);

    private static final Map<Integer, Instance> RUNNING = new ConcurrentHashMap<>();

    private Servers() {}

    /** The running server of that version. */
    public static Instance of(int version) {
        return RUNNING.computeIfAbsent(version, Servers::start);
    }

    /** A builder for a server of one's own, which the caller closes. */
    public static EmbeddedPostgres.Builder own(int version) {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> binaries(version))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    private static Instance start(int version) {
        try {
            return new Instance(
                    version,
                    own(version)
                            .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                            .setServerConfig("wal_level", "logical")
                            .setServerConfig("max_replication_slots", "8")
                            .setServerConfig("max_wal_senders", "4")
                            .setServerConfig("max_prepared_transactions", "8")
                            .setServerConfig("autovacuum", "off")
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL " + version + " does not start", e);
        }
    }

    private static InputStream binaries(int version) throws IOException {
        Path jar = Path.of("target", "servers", version + ".jar");
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            ZipEntry archive = zip.stream()
                    .filter(entry -> entry.getName().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow();
            try (InputStream in = zip.getInputStream(archive)) {
                return new ByteArrayInputStream(in.readAllBytes());
            }
        }
    }
}
