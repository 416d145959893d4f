package dev.migrationtower.probe.postgres.kit;

import dev.migrationtower.test.infra.TestInfra;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * Real PostgreSQLs of several versions, embedded or in containers ({@link TestInfra}). One server per version and JVM, started by the first who asks and stopped with the JVM, so
 * that each test makes a database of its own in it. Thread-safe.
 */
public final class Servers {
    /** The versions that there are binaries of. */
    public static final List<Integer> VERSIONS = List.of(12, 14, 16, 17, 18);

    private static final Map<String, String> SETTINGS = Map.of(
            "shared_preload_libraries", "pg_stat_statements",
            "wal_level", "logical",
            "max_replication_slots", "8",
            "max_wal_senders", "4",
            "max_prepared_transactions", "8",
            "autovacuum", "off");

    private static final Map<Integer, Instance> RUNNING = new ConcurrentHashMap<>();

    private Servers() {}

    /** The running server of that version. */
    public static Instance of(int version) {
        return RUNNING.computeIfAbsent(version, Servers::start);
    }

    /** A builder for a server of one's own, which the caller closes: embedded always, as its files are the caller's, too. */
    public static EmbeddedPostgres.Builder own(int version) {
        return EmbeddedPostgres.builder()
                .setPgBinaryResolver((system, machine) -> binaries(version))
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
    }

    private static Instance start(int version) {
        return new Instance(
                version,
                switch (TestInfra.chosen()) {
                    case EMBEDDED -> embedded(version);
                    case CONTAINERS -> container(version);
                });
    }

    private static int embedded(int version) {
        EmbeddedPostgres.Builder builder = own(version);
        SETTINGS.forEach(builder::setServerConfig);
        try {
            return builder.start().getPort();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL " + version + " does not start", e);
        }
    }

    @SuppressWarnings("resource") // Testcontainers stops it with the JVM
    private static int container(int version) {
        List<String> command = new ArrayList<>(List.of("postgres"));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        PostgreSQLContainer container = new PostgreSQLContainer("postgres:" + version);
        container.withUsername("postgres").withDatabaseName("postgres").withEnv("POSTGRES_HOST_AUTH_METHOD", "trust");
        container.setCommand(command.toArray(String[]::new));
        container.start();
        return container.getFirstMappedPort();
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
