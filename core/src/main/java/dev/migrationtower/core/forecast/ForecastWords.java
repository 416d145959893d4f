package dev.migrationtower.core.forecast;

import dev.migrationtower.events.ForecastView;
import dev.migrationtower.events.ForecastView.Ground;
import dev.migrationtower.events.ForecastView.Outlook;
import dev.migrationtower.events.ForecastView.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A forecast as people say it. What is beyond its estimate is "late by", never "due": that can be read for hours. */
final class ForecastWords {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);

    private ForecastWords() {}

    static String of(ForecastView forecast, ZoneId zone) {
        List<String> parts = new ArrayList<>();
        Span end = forecast.end();
        parts.add(
                end == null
                        ? "unknown: nobody said how long "
                                + takes(forecast.ground().missing())
                        : end(end, zone));
        add(parts, window(forecast.window()));
        add(parts, late(forecast));
        if (end != null) {
            parts.add(ground(forecast.ground()));
        }
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, @Nullable String part) {
        if (part != null) {
            parts.add(part);
        }
    }

    private static String end(Span end, ZoneId zone) {
        boolean sameDay = end.p50()
                .atZone(zone)
                .toLocalDate()
                .equals(end.p90().atZone(zone).toLocalDate());
        DateTimeFormatter format = (sameDay ? TIME : DAY_AND_TIME).withZone(zone);
        String early = format.format(end.p50());
        String late = format.format(end.p90());
        return early.equals(late) ? "end at about " + early : "end between " + early + " and " + late;
    }

    private static String takes(List<String> missing) {
        String names = missing.stream().map(id -> "`" + id + "`").collect(Collectors.joining(", "));
        return names + (missing.size() == 1 ? " takes" : " take");
    }

    private static @Nullable String window(@Nullable Outlook window) {
        if (window == null || window.overrunSeconds() == null) {
            return null;
        }
        String by = " by " + duration(window.overrunSeconds());
        return switch (window.level()) {
            case HOLDS -> null;
            case MAY_OVERRUN -> "it may overrun the window" + by;
            case WILL_OVERRUN -> "it will probably overrun the window" + by;
            case OVERRUN -> "the window is overrun, in the end probably" + by;
        };
    }

    /** A step says more than the phase it is in. */
    private static @Nullable String late(ForecastView forecast) {
        Stream<String> steps = forecast.steps().stream()
                .filter(step -> step.lateBySeconds() != null)
                .map(step ->
                        "`" + step.step() + "` in `" + step.lane() + "` is late by " + duration(step.lateBySeconds()));
        Stream<String> phases = forecast.phases().stream()
                .filter(phase -> phase.lateBySeconds() != null)
                .map(phase -> "`" + phase.phase() + "` is late by " + duration(phase.lateBySeconds()));
        List<String> late = steps.toList();
        late = late.isEmpty() ? phases.toList() : late;
        return late.isEmpty() ? null : String.join(", ", late);
    }

    private static String ground(Ground ground) {
        String from = switch (ground.earlierRuns()) {
            case 0 -> "by the plan's estimates";
            case 1 -> "1 earlier run";
            default -> ground.earlierRuns() + " earlier runs";
        };
        Double pace = ground.pace();
        return pace == null ? from : from + ", this run is " + pace(pace);
    }

    private static String pace(double pace) {
        if (Math.abs(pace - 1) < 0.05) {
            return "as fast as expected";
        }
        String limit = pace == Pace.SLOWEST || pace == Pace.FASTEST ? "at least " : "";
        return limit + (pace > 1 ? tenths(pace) + " times slower" : tenths(1 / pace) + " times faster");
    }

    private static String tenths(double value) {
        return String.format(Locale.ENGLISH, "%.1f", value).replace(".0", "");
    }

    private static String duration(long seconds) {
        long minutes = Math.round(seconds / 60.0);
        if (minutes < 1) {
            return seconds + " s";
        }
        if (minutes < 60) {
            return minutes + " min";
        }
        return minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
    }
}
