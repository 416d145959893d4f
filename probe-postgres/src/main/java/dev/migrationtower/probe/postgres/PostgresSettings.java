package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.runtime.Settings;
import java.util.List;
import java.util.Set;

/**
 * What a check wants to know of which datasource.
 *
 * @param ignoredApplications whose sessions do not count, by exact name
 * @param ignoredUsers likewise
 */
record PostgresSettings(
        String datasource,
        Set<String> ignoredApplications,
        Set<String> ignoredUsers,
        List<CatalogueName> columns,
        List<CatalogueName> sequences) {

    /** @throws dev.migrationtower.probe.runtime.WrongSettingException if a setting is missing or makes no sense */
    static PostgresSettings of(Settings settings) {
        Settings ignore = settings.group("ignore");
        return new PostgresSettings(
                settings.requiredText("datasource"),
                Set.copyOf(ignore.texts("applications")),
                Set.copyOf(ignore.texts("users")),
                settings.texts("columns").stream().map(CatalogueName::column).toList(),
                settings.texts("sequences").stream()
                        .map(CatalogueName::sequence)
                        .toList());
    }
}
