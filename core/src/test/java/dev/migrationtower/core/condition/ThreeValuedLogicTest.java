package dev.migrationtower.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.ProbeSchema;
import dev.migrationtower.events.Verdict;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Kleene's logic: whatever the unknown values turn out to be, what was answered without them stays true. */
class ThreeValuedLogicTest {
    private static final Conditions HTTP = new Conditions(ProbeSchema.of("http").orElseThrow());

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void aCertainAnswerDoesNotDependOnWhatWasNotObserved(
            @ForAll("formulas") String formula,
            @ForAll boolean reachable,
            @ForAll boolean ok,
            @ForAll boolean here,
            @ForAll boolean sawReachable,
            @ForAll boolean sawStatus,
            @ForAll boolean sawLocation) {
        Condition condition = HTTP.compile(formula, (at, message) -> {}).orElseThrow();
        Map<String, Object> all = new HashMap<>();
        all.put("reachable", reachable);
        all.put("status", ok ? 200 : 503);
        all.put("location", here ? "here" : "there");
        Map<String, Object> some = new HashMap<>(all);
        if (!sawReachable) {
            some.remove("reachable");
        }
        if (!sawStatus) {
            some.remove("status");
        }
        if (!sawLocation) {
            some.remove("location");
        }

        Verdict partial = condition.judge(some).verdict();
        Verdict full = condition.judge(all).verdict();

        assertThat(full).isNotEqualTo(Verdict.UNKNOWN);
        assertThat(partial).isIn(full, Verdict.UNKNOWN);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void trueOrAnythingIsMetAndFalseAndAnythingIsNot(@ForAll("formulas") String formula) {
        assertThat(verdict("(" + formula + ") || true")).isEqualTo(Verdict.MET);
        assertThat(verdict("true || (" + formula + ")")).isEqualTo(Verdict.MET);
        assertThat(verdict("(" + formula + ") && false")).isEqualTo(Verdict.NOT_MET);
        assertThat(verdict("false && (" + formula + ")")).isEqualTo(Verdict.NOT_MET);
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    void theOrderOfAndAndOrDoesNotMatter(@ForAll("formulas") String left, @ForAll("formulas") String right) {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("status", 200);
        for (String operator : new String[] {"&&", "||"}) {
            Verdict one = condition("(" + left + ") " + operator + " (" + right + ")")
                    .judge(values)
                    .verdict();
            Verdict other = condition("(" + right + ") " + operator + " (" + left + ")")
                    .judge(values)
                    .verdict();
            assertThat(one).isEqualTo(other);
        }
    }

    private static Verdict verdict(String formula) {
        return condition(formula).judge(Map.of()).verdict();
    }

    private static Condition condition(String formula) {
        return HTTP.compile(formula, (at, message) -> {}).orElseThrow();
    }

    @Provide
    Arbitrary<String> formulas() {
        Arbitrary<String> atoms = Arbitraries.of("reachable", "status == 200", "location == 'here'");
        return Arbitraries.recursive(
                () -> atoms,
                inner -> Combinators.combine(inner, inner, Arbitraries.of("&&", "||"), Arbitraries.of("", "!"))
                        .as((a, b, operator, not) -> not + "(" + a + " " + operator + " " + b + ")"),
                0,
                3);
    }
}
