package dev.migrationtower.notifier;

import dev.migrationtower.events.EventType;
import dev.migrationtower.notifier.notice.About;
import dev.migrationtower.notifier.words.Message;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What goes to a channel. A word that is none is refused: who mistypes it would never be told.
 *
 * @param setting where it stands
 * @param words the kinds of notices, or the types of events; none: whatever is worth it
 */
record Only(String setting, List<String> words) {

    /** @throws IllegalArgumentException if there is no such kind */
    Predicate<Message> notices() {
        Set<String> kinds = About.kinds();
        words.forEach(word -> require(kinds.contains(word), word, kinds.stream()));
        return message -> words.isEmpty() || words.contains(message.kind());
    }

    /**
     * {@code phase.passed} is that type, {@code phase} all of phases.
     *
     * @throws IllegalArgumentException if there is no such type
     */
    Set<EventType> events() {
        if (words.isEmpty()) {
            return Arrays.stream(EventType.values())
                    .filter(type -> !type.isMovement())
                    .collect(Collectors.toSet());
        }
        return words.stream().flatMap(this::types).collect(Collectors.toSet());
    }

    private Stream<EventType> types(String word) {
        List<EventType> types = Arrays.stream(EventType.values())
                .filter(type ->
                        type.shortName().equals(word) || type.shortName().startsWith(word + "."))
                .toList();
        require(!types.isEmpty(), word, Arrays.stream(EventType.values()).map(EventType::shortName));
        return types.stream();
    }

    private void require(boolean known, String word, Stream<String> all) {
        if (!known) {
            throw new IllegalArgumentException("%s: there is no \"%s\"; there are %s"
                    .formatted(setting, word, all.sorted().collect(Collectors.joining(", "))));
        }
    }
}
