package dev.migrationtower.dashboard.course;

import dev.migrationtower.events.Verdict;
import dev.migrationtower.events.View.CheckView;
import dev.migrationtower.events.View.ExpectationView;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How one item of a check went. For one thread. */
final class CheckCourse {
    private final Map<String, Verdict> verdicts = new HashMap<>();
    private final Map<String, Verdict> known = new HashMap<>();
    private final Map<String, String> conditions = new TreeMap<>();
    private @Nullable CheckView newest;
    private boolean gone;
    private int flips;
    private int lost;

    static String key(CheckView check, ExpectationView expectation) {
        return check.check() + "/" + check.item() + "/" + expectation.phase() + "/" + expectation.state();
    }

    void take(CheckView check) {
        newest = check;
        gone = false;
        for (ExpectationView expectation : check.expectations()) {
            String key = key(check, expectation);
            Verdict before = verdicts.put(key, expectation.verdict());
            if (expectation.verdict() == Verdict.UNKNOWN) {
                lost += before == null || before == Verdict.UNKNOWN ? 0 : 1;
            } else if (known.put(key, expectation.verdict()) == Verdict.MET) {
                // what was met before nobody could see it may have changed meanwhile
                flips += expectation.verdict() == Verdict.NOT_MET ? 1 : 0;
            }
            conditions.put(check.check() + "/" + check.item() + "/" + expectation.state(), expectation.expected());
        }
    }

    /** The plan that holds now may not look at it. */
    void gone() {
        gone = true;
    }

    Steadiness steadiness() {
        CheckView check = Objects.requireNonNull(newest);
        return new Steadiness(check.check(), check.item(), check.title(), flips, lost);
    }

    Map<String, String> conditions() {
        return conditions;
    }

    Optional<String> look() {
        CheckView check = Objects.requireNonNull(newest);
        return gone ? Optional.empty() : Optional.of("probe-" + check.probe() + ", " + check.severity());
    }
}
