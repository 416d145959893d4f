package dev.migrationtower.core.plan;

import java.util.List;

/** Who may say or do something: people by the name they sign in with, and who stands in for them. */
public record Role(String id, List<String> people, List<String> backup) {
    public Role {
        people = List.copyOf(people);
        backup = List.copyOf(backup);
    }

    /** Whether anybody is behind it. */
    public boolean isEmpty() {
        return people.isEmpty() && backup.isEmpty();
    }

    /** Whether this person is behind it. */
    public boolean has(String person) {
        return people.contains(person) || backup.contains(person);
    }
}
