package dev.migrationtower.core.fold;

import dev.migrationtower.events.Action;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A run that looks at many things, each of which was seen once. */
final class Many {
    private Many() {}

    static Night checks(int checks) {
        String items =
                IntStream.range(0, checks).mapToObj(i -> "{id: i" + i + "}").collect(Collectors.joining(", "));
        Night night =
                Night.of(Night.PLAN.replace("{id: one}, {id: two}", items)).tell(new Action.Start());
        for (int i = 0; i < checks; i++) {
            night.sees("app", "i" + i, "status", i == 0 ? 200 : 503);
        }
        return night.forgetEvents();
    }
}
