package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.postgres.blocking.Blocking;
import dev.migrationtower.probe.postgres.catalogue.Tables;
import dev.migrationtower.probe.postgres.catalogue.Types;
import dev.migrationtower.probe.postgres.room.Room;
import dev.migrationtower.probe.postgres.sessions.Sessions;
import dev.migrationtower.probe.postgres.sql.Part;
import dev.migrationtower.probe.runtime.Settings;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a check wants to know of which datasource.
 *
 * @param server which kind of server may answer
 * @param parts what is asked, in this order
 */
record PostgresSettings(String datasource, Wanted server, List<Part> parts) {

    /** @throws dev.migrationtower.probe.runtime.WrongSettingException if a setting is missing or makes no sense */
    static PostgresSettings of(Settings settings) {
        return new PostgresSettings(
                settings.requiredText("datasource"),
                Wanted.of(settings.oneOf("server", Wanted.WORDS)),
                Stream.of(
                                Sessions.of(settings, Datasource.APPLICATION),
                                Blocking.of(settings),
                                Types.of(settings),
                                Tables.of(settings),
                                Room.of(settings))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** What must be known of a server before it is asked how far a migration is. */
    static PostgresSettings followed(Settings settings) {
        return new PostgresSettings(settings.requiredText("datasource"), Wanted.PRIMARY, List.of());
    }
}
