package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/** Reads {@code roles}. */
final class Roles {
    private Roles() {}

    static SequencedMap<String, Role> read(Fields roles) {
        SequencedMap<String, Role> read = new LinkedHashMap<>();
        roles.each((key, value) -> {
            String id = Id.read(key);
            read.put(id, value.mapping(role -> new Role(id, people(role, "people"), people(role, "backup"))));
        });
        return read;
    }

    private static List<String> people(Fields role, String key) {
        return role.optional(key)
                .map(people -> people.items().stream().map(Value::text).toList())
                .orElse(List.of());
    }
}
