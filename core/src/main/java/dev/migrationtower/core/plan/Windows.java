package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Fields;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.View.Window;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/** Reads {@code window} and {@code timezone}. */
final class Windows {
    private Windows() {}

    static Window read(Fields window) {
        Instant opens = time(window.required("opens"));
        Value closesPlace = window.required("closes");
        Instant closes = time(closesPlace);
        if (!opens.equals(Instant.EPOCH) && !closes.equals(Instant.EPOCH) && !closes.isAfter(opens)) {
            closesPlace.refuse("the window closes before it opens");
        }
        return new Window(opens, closes);
    }

    static ZoneId zone(Value zone) {
        return zone.parse("a time zone like Europe/Paris or UTC", ZoneOffset.UTC, text -> {
            try {
                return Optional.of(ZoneId.of(text));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }

    /** The time that stands here; if none does, the epoch. */
    private static Instant time(Value time) {
        return time.parse("a time with its offset, like 2022-07-23T22:00:00+02:00", Instant.EPOCH, text -> {
            try {
                return Optional.of(OffsetDateTime.parse(text).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        });
    }
}
