package dev.migrationtower.simulator.scalingo;

import dev.migrationtower.simulator.estate.Measurements.Measured;
import dev.migrationtower.simulator.estate.Platform.App;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The estate in Scalingo's documents. Pure. */
final class ScalingoDocuments {
    static final String LEADER = "i-leader";
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXXX", Locale.ROOT);

    private ScalingoDocuments() {}

    static Map<String, Object> app(App app) {
        return Map.of(
                "id",
                "app-" + app.name(),
                "name",
                app.name(),
                "region",
                "osc-secnum-fr1",
                "status",
                app.status(),
                "url",
                "https://" + app.name() + ".osc-secnum-fr1.scalingo.io",
                "owner",
                Map.of("username", "pix"),
                "force_https",
                true,
                "stack_id",
                "scalingo-22");
    }

    /** @param ahead by how much Scalingo's clock is */
    static List<Map<String, Object>> containers(App app, Duration ahead) {
        return app.containers().stream()
                .map(one -> {
                    Map<String, Object> document = new LinkedHashMap<>();
                    document.put("id", "container-" + one.id());
                    document.put("app_id", "app-" + app.name());
                    document.put("type", one.type());
                    document.put("type_index", one.index());
                    document.put("label", one.label());
                    document.put("state", one.state());
                    document.put("command", one.command());
                    document.put("created_at", paris(one.createdAt().plus(ahead)));
                    document.put("deleted_at", null);
                    document.put("container_size", Map.of("name", "M", "memory", 536870912L));
                    return document;
                })
                .toList();
    }

    static List<Map<String, Object>> formation(App app) {
        return app.formation().entrySet().stream()
                .map(one -> Map.<String, Object>of(
                        "name",
                        one.getKey(),
                        "amount",
                        one.getValue(),
                        "size",
                        "M",
                        "command",
                        "npm start",
                        "app_id",
                        "app-" + app.name()))
                .toList();
    }

    static List<Map<String, Object>> addons(App app, String id) {
        return app.backups() == null
                ? List.of()
                : List.of(Map.of(
                        "id",
                        id,
                        "app_id",
                        "app-" + app.name(),
                        "status",
                        "running",
                        "plan",
                        Map.of("name", "postgresql-business-1024"),
                        "addon_provider",
                        Map.of("id", "postgresql", "name", "PostgreSQL")));
    }

    static Map<String, Object> database(App app, String id) {
        return Map.of(
                "id",
                id,
                "app_name",
                app.name(),
                "type_name",
                "postgresql",
                "readable_version",
                "17.6.0-1",
                "status",
                "running",
                "periodic_backups_enabled",
                Boolean.TRUE.equals(app.backups()),
                "periodic_backups_scheduled_at",
                List.of(1));
    }

    /** The newest failed, and is none; the one before is of this night, two hours before the hour. */
    static List<Map<String, Object>> backups(Instant now, Duration ahead, String database) {
        Instant newest = now.minus(ahead).truncatedTo(ChronoUnit.HOURS).plus(ahead);
        return List.of(
                backup("error", newest, database),
                backup("done", newest.minus(Duration.ofHours(2)), database),
                backup("done", newest.minus(Duration.ofHours(26)), database));
    }

    static Map<String, Object> metrics(Measured measured) {
        return Map.of(
                "cpu_usage", 12,
                "memory", Map.of("memory", 412549120L, "memory_max", 430481408L, "memory_limit", 1073741824L),
                "database_stats",
                        Map.of(
                                "data_size", measured.bytes(),
                                "current_connections", measured.sessions(),
                                "max_connections", measured.mostSessions()));
    }

    static List<Map<String, Object>> instances() {
        return List.of(
                Map.of("id", "i-follower", "type", "db-node", "status", "running", "role", "follower"),
                Map.of("id", LEADER, "type", "db-node", "status", "running", "role", "leader"),
                Map.of("id", "i-gateway", "type", "gateway", "status", "running", "role", ""));
    }

    private static Map<String, Object> backup(String status, Instant at, String database) {
        return Map.of(
                "id",
                "backup-" + at.getEpochSecond(),
                "database_id",
                database,
                "status",
                status,
                "created_at",
                paris(at),
                "size",
                status.equals("done") ? 734003200L : 0L,
                "method",
                "periodic");
    }

    private static String paris(Instant at) {
        return TIME.format(at.atZone(PARIS));
    }
}
