package dev.migrationtower.core.condition;

import static dev.migrationtower.events.Verdict.MET;
import static dev.migrationtower.events.Verdict.NOT_MET;
import static dev.migrationtower.events.Verdict.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.ProbeSchema;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CelConditionTest {
    private final Conditions http = new Conditions(ProbeSchema.of("http").orElseThrow());
    private final Conditions postgres =
            new Conditions(ProbeSchema.of("postgres").orElseThrow());

    @Test
    void whatHoldsIsMet() {
        assertThat(judge("status == 200 && latency < duration('2s')", Map.of("status", 200, "latency", "PT0.012S")))
                .isEqualTo(new Judgement(MET, "status 200, latency 12 ms"));
    }

    @Test
    void whatDoesNotHoldIsNotMet() {
        assertThat(judge("status in [200, 401]", Map.of("status", 503)))
                .isEqualTo(new Judgement(NOT_MET, "status 503"));
    }

    @Test
    void whatWasNotObservedIsUnknown() {
        assertThat(judge("status == 503", Map.of())).isEqualTo(new Judgement(UNKNOWN, "status not observed"));
    }

    @Test
    void theUnknownCannotUndoWhatIsCertain() {
        assertThat(judge("location == 'x' || status == 200", Map.of("status", 200))
                        .verdict())
                .isEqualTo(MET);
        assertThat(judge("location == 'x' && status == 200", Map.of("status", 503))
                        .verdict())
                .isEqualTo(NOT_MET);
        assertThat(judge("location == 'x' && status == 200", Map.of("status", 200))
                        .verdict())
                .isEqualTo(UNKNOWN);
        assertThat(judge("location == 'x' || status == 200", Map.of("status", 503))
                        .verdict())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void wholeNumbersMayComeAsAnyNumberOfJson() {
        for (Object status : List.of(503, 503L, 503.0)) {
            assertThat(judge("status + 1 == 504", Map.of("status", status)))
                    .isEqualTo(new Judgement(MET, "status 503"));
        }
    }

    @Test
    void aValueOfTheWrongTypeIsUnknownAndSaysSo() {
        assertThat(judge("status == 200", Map.of("status", "200")))
                .isEqualTo(new Judgement(UNKNOWN, "status '200', which is not a whole number"));
        assertThat(judge("latency > duration('1s')", Map.of("latency", "2s")))
                .isEqualTo(new Judgement(UNKNOWN, "latency '2s', which is not a duration"));
        assertThat(judge("status == 200", Map.of("status", 200.5)).verdict()).isEqualTo(UNKNOWN);
    }

    @Test
    void aNullIsNotObserved() {
        assertThat(judge("status == 200", Collections.singletonMap("status", null)))
                .isEqualTo(new Judgement(UNKNOWN, "status not observed"));
    }

    @Test
    void aKeyThatIsNotThereIsUnknownAndSaysSo() {
        Judgement judgement = judge("body.version == '2'", Map.of("body", Map.of("name", "api")));

        assertThat(judgement.verdict()).isEqualTo(UNKNOWN);
        assertThat(judgement.saw()).startsWith("body.version not there; no answer: key 'version' is not present");
    }

    @Test
    void aKeyCanBeAskedForFirst() {
        assertThat(judge("has(body.version) && body.version == '2'", Map.of("body", Map.of("name", "api"))))
                .isEqualTo(new Judgement(NOT_MET, "body.version not there"));
    }

    @Test
    void aReckoningThatFailsIsUnknownAndSaysWhy() {
        assertThat(judge("status / 0 == 1", Map.of("status", 200)))
                .isEqualTo(new Judgement(UNKNOWN, "status 200; no answer: / by zero"));
        assertThat(judge("status + 9223372036854775807 > 0", Map.of("status", 200))
                        .verdict())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void nullsInsideOfABodyAreNulls() {
        Map<String, Object> body = Collections.singletonMap("maintenance", null);

        assertThat(judge("body.maintenance == null", Map.of("body", body)))
                .isEqualTo(new Judgement(MET, "body.maintenance null"));
    }

    @Test
    void aBodyIsAnyJson() {
        Map<String, Object> body = Map.of("items", List.of(1, 2, 3, 4, 5), "ratio", 0.5);

        assertThat(judge("body.items.all(i, i > 0) && body.ratio * 2.0 == 1.0", Map.of("body", body)))
                .isEqualTo(new Judgement(MET, "body.items [1, 2, 3, … 5 in all], body.ratio 0.5"));
    }

    @Test
    void itemsOfAListHaveTheTypesOfTheSchema() {
        Map<String, Object> who =
                Map.of("who", List.of(Map.of("user", "app", "oldest", "PT2H5M"), Map.of("user", "cron")));

        assertThat(judgePostgres("who.exists(w, has(w.oldest) && w.oldest > duration('1h'))", who))
                .isEqualTo(
                        new Judgement(MET, judgePostgres("size(who) == 2", who).saw()))
                .satisfies(judgement -> assertThat(judgement.saw()).contains("oldest 2 h 5 min"));
        assertThat(judgePostgres("who.all(w, w.oldest > duration('1h'))", who).verdict())
                .isEqualTo(UNKNOWN);
    }

    @Test
    void theVariableOfALoopIsNothingObserved() {
        Map<String, Object> values = Map.of("status", 200, "body", List.of(3));

        assertThat(judge("body.exists(status, status == 3) && status == 200", values))
                .isEqualTo(new Judgement(MET, "body [3], status 200"));
    }

    @Test
    void partsAreNamedAsTheyAreWritten() {
        assertThat(judge(
                                "headers['x-a'] == '1' && body[0].n == 2",
                                Map.of("headers", Map.of("x-a", "1"), "body", List.of(Map.of("n", 2))))
                        .saw())
                .isEqualTo("headers['x-a'] '1', body[0].n 2");
    }

    @Test
    void eachValueIsShownOnce() {
        assertThat(judge("status > 199 && status < 300", Map.of("status", 204)).saw())
                .isEqualTo("status 204");
        assertThat(judge("body.a == 1 || body.b == 2", Map.of()).saw()).isEqualTo("body not observed");
    }

    @Test
    void whatWasSeenIsShortWhateverWasSeen() {
        Object[] long500 = new Object[500];
        Arrays.fill(long500, Map.of("k".repeat(300), "💥".repeat(300)));

        String saw = judge("body == 3 && text == 'x'", Map.of("body", List.of(long500), "text", "💥".repeat(4_000)))
                .saw();

        assertThat(saw).hasSizeLessThanOrEqualTo(200).endsWith("…");
        assertThat(saw.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF)).isTrue();
    }

    @Test
    void aTextIsShownWholeUpToSixtyCharactersAndNeverCutThroughOne() {
        String sixty = "x".repeat(60);
        assertThat(judge("text == ''", Map.of("text", sixty)).saw()).isEqualTo("text '" + sixty + "'");
        assertThat(judge("text == ''", Map.of("text", sixty + "y")).saw()).isEqualTo("text '" + "x".repeat(59) + "…'");
        assertThat(judge("text == ''", Map.of("text", "x".repeat(58) + "💥y")).saw())
                .isEqualTo("text '" + "x".repeat(58) + "…'");
    }

    @Test
    void aListIsShownUpToItsThirdItem() {
        assertThat(judge("body == 3", Map.of("body", List.of(1, 2, 3))).saw()).isEqualTo("body [1, 2, 3]");
        assertThat(judge("body == 3", Map.of("body", List.of(1, 2, 3, 4))).saw())
                .isEqualTo("body [1, 2, 3, … 4 in all]");
    }

    @Test
    void whatIsReferredToInsideOfListsMapsAndLoopsIsShownToo() {
        Map<String, Object> values = Map.of("status", 204, "text", "ok", "body", List.of(204));

        assertThat(judge("[status, 1].exists(one, one == 1)", values).saw()).isEqualTo("status 204");
        assertThat(judge("{text: 1} == {'ok': status}", values).saw()).isEqualTo("text 'ok', status 204");
        assertThat(judge("body.exists(one, one == status)", values).saw()).isEqualTo("body [204], status 204");
        assertThat(judge("size(text + location) == 2", values).saw()).isEqualTo("text 'ok', location not observed");
    }

    @Test
    void durationsReadWell() {
        assertThat(List.of(
                        "PT0S",
                        "PT0.0005S",
                        "PT0.25S",
                        "PT1.5S",
                        "PT59S",
                        "PT60S",
                        "PT90S",
                        "PT1H",
                        "P1D",
                        "-PT90S",
                        "PT8H30M",
                        "P2D",
                        "P2DT3H",
                        "-PT0.5S"))
                .extracting(iso -> judge("tlsExpiresIn > duration('0s')", Map.of("tlsExpiresIn", iso))
                        .saw())
                .containsExactly(
                        "tlsExpiresIn 0 ms",
                        "tlsExpiresIn 0.5 ms",
                        "tlsExpiresIn 250 ms",
                        "tlsExpiresIn 1.5 s",
                        "tlsExpiresIn 59 s",
                        "tlsExpiresIn 1 min",
                        "tlsExpiresIn 1 min 30 s",
                        "tlsExpiresIn 1 h",
                        "tlsExpiresIn 1 d",
                        "tlsExpiresIn -1 min 30 s",
                        "tlsExpiresIn 8 h 30 min",
                        "tlsExpiresIn 2 d",
                        "tlsExpiresIn 2 d 3 h",
                        "tlsExpiresIn -500 ms");
    }

    private Judgement judge(String text, Map<String, Object> values) {
        return condition(http, text).judge(values);
    }

    private Judgement judgePostgres(String text, Map<String, Object> values) {
        return condition(postgres, text).judge(values);
    }

    private static Condition condition(Conditions conditions, String text) {
        return conditions
                .compile(text, (at, message) -> {
                    throw new AssertionError(at + ": " + message);
                })
                .orElseThrow();
    }
}
