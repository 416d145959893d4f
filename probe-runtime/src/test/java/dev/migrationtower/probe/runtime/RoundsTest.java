package dev.migrationtower.probe.runtime;

import static dev.migrationtower.probe.runtime.kit.Checks.check;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.CheckSpec;
import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Observation;
import dev.migrationtower.events.Outcome;
import dev.migrationtower.service.Traces;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.propagation.ContextPropagators;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class RoundsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:41:07Z");
    private static final CheckSpec CHECK = check("pigeon", Map.of());
    private static final Look LINES = Look.lines(
            List.of(new Outcome.LogLine("1", NOW, "one-off-1", "Altering answers.id - Done")),
            new Evidence("1 new line", null));
    /** Held, so that its level stays: the faults of these probes are meant. */
    private static final Logger FAULTS = Logger.getLogger(Excuse.class.getName());

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final List<Observation> seen = new CopyOnWriteArrayList<>();
    private final List<Map<String, String>> seenWith = new CopyOnWriteArrayList<>();
    private Traces traces = Traces.none();

    @BeforeAll
    static void beQuiet() {
        FAULTS.setLevel(Level.OFF);
    }

    @AfterEach
    void stop() {
        thread.shutdownNow();
    }

    @Test
    void aLookBecomesAnObservationOfTheCheckByThisInstance() {
        rounds(check -> CompletableFuture.completedFuture(
                        Look.seen(Map.of("sky", "blue"), new Evidence("it is blue", null))))
                .watch(CHECK);

        await().until(() -> !seen.isEmpty());
        Observation first = seen.getFirst();
        assertThat(first.key()).isEqualTo(CHECK.key());
        assertThat(first.specVersion()).isEqualTo(CHECK.version());
        assertThat(first.probe()).isEqualTo("pigeon");
        assertThat(first.instance()).isEqualTo("probe-pigeon-1");
        assertThat(first.observedAt()).isEqualTo(NOW);
        assertThat(first.outcome()).isEqualTo(new Outcome.Reading(Map.of("sky", "blue")));
        assertThat(first.evidence()).isEqualTo(new Evidence("it is blue", null));
        assertThat(registry.get("probe.observations")
                        .tag("outcome", "reading")
                        .counter()
                        .count())
                .isGreaterThanOrEqualTo(1);
    }

    @Test
    void aCheckIsLookedAtAgainAndAgain() {
        rounds(check -> CompletableFuture.completedFuture(Look.unobservable("dark", "It is dark.")))
                .watch(CHECK);

        await().until(() -> seen.size() >= 3);
        assertThat(seen).extracting(Observation::id).doesNotHaveDuplicates();
    }

    @Test
    void aLookThatTakesTooLongIsUnobservable() {
        rounds(check -> new CompletableFuture<>()).watch(check("pigeon", Map.of("timeout", "10ms")));

        assertThat(firstUnobservable().cause()).isEqualTo("timeout");
    }

    @Test
    void aProbeThatThrowsIsUnobservableAndItsWordsAreNotShown() {
        rounds(check -> {
                    throw new IllegalStateException("password=hunter2");
                })
                .watch(CHECK);

        assertThat(firstUnobservable().cause()).isEqualTo("probe-error");
        assertThat(firstUnobservable().message())
                .contains("IllegalStateException")
                .doesNotContain("hunter2");
    }

    @Test
    void aProbeThatBringsNothingIsUnobservable() {
        rounds(check -> CompletableFuture.completedFuture(null)).watch(CHECK);

        assertThat(firstUnobservable().cause()).isEqualTo("probe-error");
    }

    @Test
    void aWrongSettingIsUnobservableAndNamed() {
        rounds(check -> CompletableFuture.supplyAsync(() -> {
                    throw new WrongSettingException("url", "is missing");
                }))
                .watch(CHECK);

        assertThat(firstUnobservable().cause()).isEqualTo("wrong-settings");
        assertThat(firstUnobservable().message()).contains("app", "orga", "setting \"url\" is missing");
    }

    @Test
    void aLookAtACheckThatWasTakenAwayIsNotPublished() {
        CompletableFuture<Look> slow = new CompletableFuture<>();
        CompletableFuture<Void> looking = new CompletableFuture<>();
        Rounds rounds = rounds(check -> {
            looking.complete(null);
            return check.equals(CHECK) ? slow : CompletableFuture.completedFuture(Look.unobservable("dark", "Dark."));
        });
        rounds.watch(CHECK);
        looking.join();

        rounds.forget(CHECK.key());
        slow.complete(Look.unobservable("late", "Too late."));
        rounds.watch(check("other", "pigeon", Map.of()));

        await().until(() -> !seen.isEmpty());
        assertThat(seen).extracting(Observation::item).containsOnly("other");
    }

    @Test
    void linesThatComeAfterTheirTimeAreHandedOnAllTheSame() {
        CheckSpec hasty = check("pigeon", Map.of("timeout", "10ms"));
        CompletableFuture<Look> slow = new CompletableFuture<>();
        rounds(check -> slow).watch(hasty);

        assertThat(firstUnobservable().cause()).isEqualTo("timeout");
        slow.complete(LINES);

        await().until(() -> seen.stream().anyMatch(late -> late.outcome().equals(LINES.outcome())));
    }

    @Test
    void aScriptIsFollowedAnewWhenALookThatHadLinesDoesNotCount() {
        CheckSpec changed = check("pigeon", Map.of("feathers", "white"));
        CompletableFuture<Look> slow = new CompletableFuture<>();
        CompletableFuture<Void> looking = new CompletableFuture<>();
        List<CheckKey> forgotten = new CopyOnWriteArrayList<>();
        Rounds rounds = rounds(new Probe() {
            @Override
            public CompletionStage<Look> observe(CheckSpec check) {
                looking.complete(null);
                return check.equals(CHECK)
                        ? slow
                        : CompletableFuture.completedFuture(Look.unobservable("dark", "Dark."));
            }

            @Override
            public void forget(CheckKey check) {
                forgotten.add(check);
            }
        });
        rounds.watch(CHECK);
        looking.join();

        rounds.watch(changed);
        slow.complete(LINES);

        await().until(() -> !forgotten.isEmpty());
        assertThat(forgotten).containsExactly(CHECK.key());
        assertThat(seen).noneMatch(observation -> observation.outcome().equals(LINES.outcome()));
    }

    @Test
    void anObservationIsCalledAsItsTraceIsWhichItsReaderGoesOnWith() {
        InMemorySpanExporter spans = InMemorySpanExporter.create();
        SpanData span;
        try (OpenTelemetrySdk telemetry = OpenTelemetrySdk.builder()
                .setTracerProvider(SdkTracerProvider.builder()
                        .addSpanProcessor(SimpleSpanProcessor.create(spans))
                        .build())
                .setPropagators(ContextPropagators.create(W3CTraceContextPropagator.getInstance()))
                .build()) {
            traces = new Traces(telemetry);
            rounds(check -> CompletableFuture.completedFuture(Look.unobservable("dark", "Dark.")))
                    .watch(CHECK);
            await().until(() -> !seen.isEmpty());
            span = spans.getFinishedSpanItems().getFirst();
        }

        assertThat(seen.getFirst().id().replace("-", "")).isEqualTo(span.getTraceId());
        assertThat(seenWith.getFirst())
                .containsOnly(Map.entry("traceparent", "00-" + span.getTraceId() + "-" + span.getSpanId() + "-01"));
        assertThat(span.getStatus().getDescription()).isEqualTo("dark: Dark.");
    }

    @Test
    void whereNobodyTracesNothingGoesWithAnObservation() {
        rounds(check -> CompletableFuture.completedFuture(LINES)).watch(CHECK);

        await().until(() -> !seen.isEmpty());
        assertThat(seenWith.getFirst()).isEmpty();
    }

    private Outcome.Unobservable firstUnobservable() {
        await().until(() -> !seen.isEmpty());
        return (Outcome.Unobservable) seen.getFirst().outcome();
    }

    private Rounds rounds(Probe probe) {
        return new Rounds(
                probe,
                new PigeonConfig(),
                new Schedule(8),
                System::nanoTime,
                Clock.fixed(NOW, ZoneOffset.UTC),
                thread,
                new ProbeMetrics(registry, "pigeon"),
                traces,
                parcel -> {
                    seenWith.add(parcel.headers());
                    seen.add(parcel.observation());
                });
    }
}
