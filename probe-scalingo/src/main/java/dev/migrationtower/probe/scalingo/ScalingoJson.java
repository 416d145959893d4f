package dev.migrationtower.probe.scalingo;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scalingo's documents, as far as we read them (developers.scalingo.com). */
final class ScalingoJson {
    private ScalingoJson() {}

    record Token(String token) {}

    record OneApp(App app) {}

    record App(String name, String status) {}

    record Containers(List<Container> containers) {}

    /** One that there is. */
    record Container(
            String type,
            String label,
            String state,
            @JsonProperty("created_at") Instant createdAt) {}

    record Formation(List<Wanted> containers) {}

    /** So many there shall be of a type. */
    record Wanted(String name, int amount) {}

    record Addons(List<Addon> addons) {}

    record Addon(String id, @JsonProperty("addon_provider") Provider provider, String status) {}

    record Provider(String id) {}

    record OneAddonToken(Token addon) {}

    record OneDatabase(Database database) {}

    record Database(
            String status,
            @JsonProperty("periodic_backups_enabled") boolean periodicBackups) {}

    record Backups(@JsonProperty("database_backups") List<Backup> backups) {}

    record Backup(String status, @JsonProperty("created_at") Instant createdAt) {}

    record Metrics(@JsonProperty("database_stats") DatabaseStats stats) {}

    record DatabaseStats(
            @JsonProperty("data_size") long dataSize,
            @JsonProperty("current_connections") int connections) {}

    record Instance(String id, String type, @Nullable String role) {}

    record DiskMetrics(@JsonProperty("disk_metrics") List<Disk> disks) {}

    record Disk(
            @JsonProperty("disk_used") long used,
            @JsonProperty("disk_total") long total) {}

    /** @param url where the log is streamed; holds a token */
    record Logs(@JsonProperty("logs_url") String url) {}

    /** What an answer of 404 says that there is none of. */
    record Missing(@Nullable String resource) {}
}
