package dev.migrationtower.core.plan;

import dev.migrationtower.core.source.Problems;
import dev.migrationtower.core.source.Value;
import dev.migrationtower.events.View.Window;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;

/** Whether the window is when people think, and as long as what it holds: the phases, one after the other. */
record WindowLint(Value source, Plan plan, Problems warnings) {
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final Announce.Moment OVERRUN = new Announce.Moment.When(Announce.Occasion.OVERRUN);

    void run() {
        Window window = plan.window();
        if (window == null) {
            nobodyAsksWhenItIs();
            return;
        }
        isInThePlansTime("opens");
        isInThePlansTime("closes");
        holds(window);
    }

    private void nobodyAsksWhenItIs() {
        Announce announce = plan.announce();
        for (int i = 0; announce != null && i < announce.at().size(); i++) {
            Announce.Moment moment = announce.at().get(i);
            if (moment instanceof Announce.Moment.Before || moment.equals(OVERRUN)) {
                Value place = source.in("announce").in("at").each().get(i);
                warnings.add(place.at(), "`" + place.word() + "` never comes: the plan has no `window`");
            }
        }
    }

    /** Whoever writes another offset than the one at that place and time takes the wrong hour; UTC is never mistaken. */
    private void isInThePlansTime(String key) {
        Value place = source.in("window").in(key);
        OffsetDateTime written = OffsetDateTime.parse(place.word());
        ZonedDateTime read = written.atZoneSameInstant(plan.timezone());
        boolean meant = written.getOffset().equals(ZoneOffset.UTC)
                || written.getOffset().equals(read.getOffset())
                || plan.timezone().getRules().isFixedOffset();
        if (!meant) {
            warnings.add(
                    place.at(),
                    "`" + place.word() + "` is " + HOUR.format(read) + " in " + plan.timezone() + ", which is at "
                            + read.getOffset() + " then");
        }
    }

    private void holds(Window window) {
        List<String> unknown = plan.phases().stream()
                .flatMap(Phase::unestimated)
                .map(id -> "`" + id + "`")
                .toList();
        Duration length = Duration.between(window.opens(), window.closes());
        Estimate sum = plan.phases().stream()
                .map(Phase::expected)
                .filter(Objects::nonNull)
                .reduce(new Estimate(Duration.ZERO, Duration.ZERO), Estimate::plus);
        if (sum.p90().compareTo(length) > 0) {
            warn("the window is " + Durations.words(length) + " long, and what it holds takes " + words(sum) + ": "
                    + excess(sum, length) + " too long"
                    + (unknown.isEmpty() ? "" : ", and nothing is counted for " + String.join(", ", unknown)));
        } else if (!unknown.isEmpty()) {
            warn("whether the window is long enough is not known: there is no estimate for "
                    + String.join(", ", unknown));
        }
    }

    private static String words(Estimate sum) {
        return sum.p50().equals(sum.p90())
                ? Durations.words(sum.p50())
                : Durations.words(sum.p50()) + " (p50) to " + Durations.words(sum.p90()) + " (p90)";
    }

    private static String excess(Estimate sum, Duration length) {
        Duration least = sum.p50().minus(length);
        Duration most = sum.p90().minus(length);
        if (least.compareTo(Duration.ZERO) <= 0) {
            return "up to " + Durations.words(most);
        }
        return least.equals(most) ? Durations.words(most) : Durations.words(least) + " to " + Durations.words(most);
    }

    private void warn(String message) {
        warnings.add(source.key("window").at(), message);
    }
}
