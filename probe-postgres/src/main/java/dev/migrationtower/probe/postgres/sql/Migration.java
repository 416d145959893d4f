package dev.migrationtower.probe.postgres.sql;

import dev.migrationtower.probe.runtime.Settings;
import java.util.List;

/**
 * By what the migration's own sessions are known, by exact name.
 *
 * @param applications their {@code application_name}
 * @param users their role
 */
public record Migration(List<String> applications, List<String> users) {

    /** @throws dev.migrationtower.probe.runtime.WrongSettingException if it makes no sense */
    public static Migration of(Settings settings) {
        Settings migration = settings.group("migration");
        return new Migration(migration.texts("applications"), migration.texts("users"));
    }

    /** Whether the plan says so at all. */
    public boolean known() {
        return !applications.isEmpty() || !users.isEmpty();
    }

    /** Whether that session is one of them. */
    public boolean owns(String application, String user) {
        return applications.contains(application) || users.contains(user);
    }
}
