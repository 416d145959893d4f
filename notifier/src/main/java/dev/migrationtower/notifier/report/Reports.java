package dev.migrationtower.notifier.report;

import dev.migrationtower.notifier.notice.Notice;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The reports of all runs, each one page that is replaced as the run goes on, at most so often. A page that could not be written
 * is written with the next round.
 */
public final class Reports {
    private static final Logger LOG = Logger.getLogger(Reports.class);
    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(5);
    /** What ended longer ago is not touched when the record is read again. */
    private static final Duration PAST = Duration.ofDays(1);

    private final List<Wiki> wikis;
    private final ReportConfig config;
    private final @Nullable URI link;
    private final Counter failures;
    private final Clock clock;
    private final Map<String, RunReport> reports = new TreeMap<>();
    private final Set<String> changed = new LinkedHashSet<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("reports").daemon().factory());
    private boolean caughtUp;
    private String lastTrouble = "";

    private Reports(List<Wiki> wikis, ReportConfig config, @Nullable URI link, MeterRegistry registry, Clock clock) {
        this.wikis = wikis;
        this.config = config;
        this.link = link;
        this.failures = Counter.builder("notifier.report.failures")
                .description("Writings of a report that failed, and were or will be made again")
                .register(registry);
        this.clock = clock;
    }

    /**
     * @param link where the page of the tower is; absent: unknown
     * @throws IllegalArgumentException if a setting is missing, by its name
     */
    public static Reports of(ReportConfig config, @Nullable URI link, MeterRegistry registry, Clock clock) {
        List<Wiki> wikis = new ArrayList<>();
        config.folder().ifPresent(folder -> wikis.add(new Folder(folder)));
        config.confluence().url().ifPresent(url -> wikis.add(confluence(config.confluence(), url)));
        return new Reports(wikis, config, link, registry, clock);
    }

    private static Confluence confluence(ReportConfig.Confluence config, URI url) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_PATIENCE).build();
        String token = required("token", config.token());
        String space = required("space", config.space());
        String parent = config.parent().orElse(null);
        return switch (config.edition()) {
            case CLOUD -> new ConfluenceCloud(http, url, required("user", config.user()), token, space, parent);
            case DATA_CENTER -> new ConfluenceDataCenter(http, url, token, space, parent);
        };
    }

    private static String required(String key, Optional<String> value) {
        return value.orElseThrow(
                () -> new IllegalArgumentException("tower.notifier.report.confluence." + key + " is missing"));
    }

    @SuppressWarnings("FutureReturnValueIgnored") // goes on until the thread is shut down
    public void start() {
        if (!wikis.isEmpty()) {
            long every = config.every().toMillis();
            thread.scheduleWithFixedDelay(this::write, every, every, TimeUnit.MILLISECONDS);
        }
    }

    /** Lets a page that is being written be finished. */
    public void stop() throws InterruptedException {
        thread.shutdown();
        if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
            thread.shutdownNow();
        }
    }

    public synchronized void add(Notice notice) {
        if (!wikis.isEmpty()) {
            String run = notice.run().run();
            reports.computeIfAbsent(run, ignored -> new RunReport(config.language(), link))
                    .add(notice);
            changed.add(run);
        }
    }

    /** All that was told is known: what is written from now on is how it stands. */
    public synchronized void caughtUp() {
        if (!caughtUp) {
            caughtUp = true;
            changed.removeIf(run -> reports.get(run) instanceof RunReport report
                    && report.isOverSince(clock.instant().minus(PAST)));
        }
    }

    private synchronized List<Map.Entry<String, Page>> toWrite() {
        return caughtUp
                ? changed.stream()
                        .map(run -> Map.entry(
                                run,
                                java.util.Objects.requireNonNull(reports.get(run))
                                        .page()))
                        .toList()
                : List.of();
    }

    private void write() {
        for (Map.Entry<String, Page> report : toWrite()) {
            try {
                for (Wiki wiki : wikis) {
                    wiki.put(report.getValue());
                }
                written(report);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            } catch (IOException | RuntimeException e) {
                failures.increment();
                say("The report of " + report.getKey() + " is not written: " + e.getMessage());
            }
        }
    }

    /** Unless it changed again meanwhile. */
    private synchronized void written(Map.Entry<String, Page> report) {
        lastTrouble = "";
        RunReport now = reports.get(report.getKey());
        if (now != null && now.page().stamp().equals(report.getValue().stamp())) {
            changed.remove(report.getKey());
        }
    }

    private void say(String words) {
        if (!words.equals(lastTrouble)) {
            LOG.warn(words + ". It is tried again.");
        }
        lastTrouble = words;
    }
}
