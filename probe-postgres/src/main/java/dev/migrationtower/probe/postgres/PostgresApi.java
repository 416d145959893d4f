package dev.migrationtower.probe.postgres;

import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.postgres.sql.Part;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks a server. */
final class PostgresApi {
    private static final Question SERVER = Question.of("server");

    private PostgresApi() {}

    static PostgresAnswer ask(Server server, PostgresSettings settings) throws SQLException {
        Standing standing = server.ask(SERVER, Standing::of).getFirst();
        if (standing.pid() != server.pid()) {
            return new PostgresAnswer.Pooled();
        }
        if (!settings.server().accepts(standing)) {
            return new PostgresAnswer.Elsewhere(standing);
        }
        if (!standing.seesAll()) {
            return new PostgresAnswer.Blind(standing.role());
        }
        List<Findings> parts = new ArrayList<>();
        for (Part part : settings.parts()) {
            parts.add(part.ask(server));
        }
        return new PostgresAnswer.Sight(standing, parts);
    }
}
