package dev.migrationtower.core.night;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What was told, one line per event; without what only says that something moved. */
final class Timeline {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM yyyy", Locale.ENGLISH);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);

    private Timeline() {}

    static String of(List<Event> events, ZoneId zone) {
        StringBuilder text = new StringBuilder();
        LocalDate day = null;
        for (Event event : events) {
            if (event.type().isMovement() || event.type() == EventType.LANE_HEARD) {
                continue;
            }
            ZonedDateTime at = event.at().atZone(zone);
            if (!at.toLocalDate().equals(day)) {
                text.append(day == null ? "" : "\n").append(DAY.format(at)).append("\n\n");
                day = at.toLocalDate();
            }
            text.append(String.format(
                    "%s  %-20s  %-44s  %s%n",
                    TIME.format(at), event.type().shortName(), event.subject(), event.reason()));
        }
        return text.toString();
    }
}
