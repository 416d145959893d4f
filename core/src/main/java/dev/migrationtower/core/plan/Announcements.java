package dev.migrationtower.core.plan;

import dev.migrationtower.core.plan.Announce.Moment;
import dev.migrationtower.core.plan.Announce.Occasion;
import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reads {@code announce}. */
final class Announcements {
    private Announcements() {}

    static Announce read(Fields announce) {
        List<Moment> at = announce.optional("at")
                .map(moments ->
                        moments.items().stream().map(Announcements::moment).toList())
                .orElse(List.of());
        return new Announce(at, announce.optional("every").map(Durations::read).orElse(null));
    }

    private static Moment moment(Value moment) {
        return moment.either(
                place -> place.word().startsWith("-"),
                before -> new Moment.Before(before.parse(
                        "so long before the window opens, like -24h",
                        Duration.ZERO,
                        text -> Optional.of(text.substring(1)).flatMap(Durations::parse))),
                when -> new Moment.When(when.oneOf(Occasion.class, Occasion.START)));
    }
}
