package dev.migrationtower.probe.postgres.room;

import dev.migrationtower.probe.postgres.sql.Findings;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes values of the room there is and the room it takes. Pure. */
final class RoomReading {
    private RoomReading() {}

    static Findings of(Room asked, List<TableSize> sizes, Space space, List<Follower> replicas, List<Follower> slots) {
        Map<String, Object> values = new TreeMap<>();
        List<String> words = new ArrayList<>();
        values.put("used", space.used());
        values.put("replicas", replicas.stream().map(Follower::values).toList());
        values.put("slots", slots.stream().map(Follower::values).toList());
        List<String> unknown = unknown(asked, sizes);
        if (!unknown.isEmpty()) {
            words.add("nobody can say how much room it needs: " + String.join(", ", unknown)
                    + " not found or without statistics (run ANALYZE)");
        } else if (!sizes.isEmpty()) {
            Need need = Need.of(sizes, space);
            values.put("neededAtLeast", need.atLeast());
            values.put("needed", need.atMost());
            words.add("the rewrite takes " + Bytes.words(need.atLeast()) + " to " + Bytes.words(need.atMost())
                    + " more until its commit (new copies, sorts, WAL)");
        }
        words.add(Bytes.words(space.used()) + " are taken");
        if (asked.disk().isEmpty()) {
            words.add("PostgreSQL does not know how large the disk is: say it with room.disk");
        } else {
            long free = asked.disk().getAsLong() - space.used();
            values.put("free", free);
            words.add(Bytes.words(Math.max(0, free)) + " are free");
            if (values.get("needed") instanceof Long needed) {
                values.put("fits", needed < free);
                words.add(needed < free ? "it fits" : "it may not fit");
            }
        }
        Stream.of(replicas, slots).flatMap(List::stream).map(Follower::words).forEach(words::add);
        if (replicas.size() + slots.size() > 0) {
            words.add("the WAL of the rewrite goes through all of them");
        }
        return new Findings(values, words);
    }

    private static List<String> unknown(Room asked, List<TableSize> sizes) {
        Set<Integer> known =
                sizes.stream().filter(TableSize::known).map(TableSize::position).collect(Collectors.toSet());
        List<String> unknown = new ArrayList<>();
        for (int i = 1; i <= asked.tables().size(); i++) {
            if (!known.contains(i)) {
                unknown.add(asked.tables().get(i - 1).text());
            }
        }
        return unknown;
    }
}
