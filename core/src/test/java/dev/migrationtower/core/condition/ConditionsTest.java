package dev.migrationtower.core.condition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.ProbeSchema;
import dev.migrationtower.events.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionsTest {
    private final Conditions http = new Conditions(ProbeSchema.of("http").orElseThrow());
    private final Conditions postgres =
            new Conditions(ProbeSchema.of("postgres").orElseThrow());

    @Test
    void theTextStaysAsItIsWritten() {
        assertThat(http.compile("  status == 503\n", (at, message) -> {}))
                .hasValueSatisfying(condition -> assertThat(condition.text()).isEqualTo("status == 503"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "statu == 503                  | 1:1: probe http reads no `statu`; did you mean `status`?",
                "status == 200 && latncy > 3   | 1:18: probe http reads no `latncy`; did you mean `latency`?",
                "status == '503'               | 1:8: `==` cannot be applied to (int, string)",
                "latency > 5                   | 1:9: `>` cannot be applied to (duration, int)",
                "status                        | 1:1: a condition is true or false; this is int",
                "status ==                     | 1:10: the condition ends too early",
                "status = 503                  | 1:8: `=` makes no sense here; write `==`",
                "status == 1 and reachable     | 1:13: `and` makes no sense here; write `&&`",
                "text.begins('x')              | 1:12: unknown function `begins`",
                "latency < duration('2 secs')  | 1:20: `2 secs` is no duration; write duration('1m30s')",
                "timestamp('soon') > timestamp('2022-07-23T22:00:00Z') "
                        + "| 1:11: `soon` is no time; write timestamp('2022-07-23T22:00:00+02:00')",
                "text.matches('(?=a)') "
                        + "| 1:14: `(?=a)` is no pattern of RE2, which knows no look-around and no back references",
            })
    void aTypoIsToldWithItsColumn(String text, String problem) {
        assertThat(problems(http, text)).containsExactly(problem);
    }

    @Test
    void nineTenthsOfWhatACheckNamesItselfAreNotNothing() {
        Conditions own = new Conditions(ProbeSchema.of("datadog").orElseThrow(), Set.of("used", "total"));
        Condition enough =
                own.compile("used / total < 0.85", (at, message) -> {}).orElseThrow();

        assertThat(enough.judge(Map.of("used", 9, "total", 10)).verdict()).isEqualTo(Verdict.NOT_MET);
        assertThat(enough.judge(Map.of("used", 8L, "total", 10.0)).verdict()).isEqualTo(Verdict.MET);
        assertThat(enough.judge(Map.of("used", "8", "total", 10)).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aTypoInAFieldOfAnItemIsToldToo() {
        assertThat(problems(postgres, "columns.all(c, c.tpye == 'bigint')"))
                .containsExactly("1:17: unknown field `tpye`; did you mean `type`?");
    }

    @Test
    void allTyposAreToldAtOnce() {
        assertThat(problems(http, "statu == 503 || latncy > duration('1s')")).hasSize(2);
    }

    @Test
    void theSecondLineIsCountedFromItsOwnStart() {
        assertThat(problems(http, "status == 200 &&\n  latncy > duration('1s')"))
                .containsExactly("2:3: probe http reads no `latncy`; did you mean `latency`?");
    }

    @Test
    void aBlankConditionIsEmpty() {
        assertThat(problems(http, "  ")).containsExactly("1:3: the condition is empty");
    }

    @Test
    void aConditionThatIsNestedWithoutEndIsRefused() {
        assertThat(problems(http, "(".repeat(500) + "true" + ")".repeat(500))).isNotEmpty();
        assertThat(problems(http, "!".repeat(1_900) + "reachable")).isEmpty();
        assertThat(problems(http, "true || ".repeat(1_000) + "true")).isNotEmpty();
    }

    private static List<String> problems(Conditions conditions, String text) {
        List<String> problems = new ArrayList<>();
        boolean compiled = conditions
                .compile(text, (at, message) -> problems.add(at.line() + ":" + at.column() + ": " + message))
                .isPresent();
        assertThat(compiled).isEqualTo(problems.isEmpty());
        return problems;
    }
}
