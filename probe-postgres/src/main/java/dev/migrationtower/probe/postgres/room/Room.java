package dev.migrationtower.probe.postgres.room;

import dev.migrationtower.probe.postgres.catalogue.CatalogueName;
import dev.migrationtower.probe.postgres.sql.Findings;
import dev.migrationtower.probe.postgres.sql.Part;
import dev.migrationtower.probe.postgres.sql.Question;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Whether the rewrite of these tables will fit.
 *
 * @param disk how many bytes there are in all, if the plan says so
 */
public record Room(List<CatalogueName> tables, OptionalLong disk) implements Part {
    private static final Question ROOM = Question.of("room");
    private static final Question SPACE = Question.of("space");
    private static final Question REPLICAS = Question.of("replicas");
    private static final Question SLOTS = Question.of("slots", 13);

    /** @throws dev.migrationtower.probe.runtime.WrongSettingException if a setting makes no sense */
    public static Optional<Part> of(Settings settings) {
        Settings room = settings.group("room");
        List<CatalogueName> tables = CatalogueName.tables("room.tables", room.texts("tables"));
        OptionalLong disk = room.text("disk")
                .map(text -> OptionalLong.of(Bytes.parse("room.disk", text)))
                .orElse(OptionalLong.empty());
        return tables.isEmpty() && disk.isEmpty() ? Optional.empty() : Optional.of(new Room(tables, disk));
    }

    @Override
    public Findings ask(Server server) throws SQLException {
        List<TableSize> sizes = server.ask(
                ROOM,
                TableSize::of,
                tables.stream().map(CatalogueName::schema).toList(),
                tables.stream().map(CatalogueName::relation).toList());
        return RoomReading.of(
                this,
                sizes,
                server.ask(SPACE, Space::of).getFirst(),
                server.ask(REPLICAS, Follower::replica),
                server.ask(SLOTS, Follower::slot));
    }
}
