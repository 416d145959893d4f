package dev.migrationtower.dashboard.load;

import dev.migrationtower.dashboard.Http;
import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.Writer;
import dev.migrationtower.test.infra.KafkaServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;

/**
 * How many browsers one instance takes, and how soon they know; run by hand (CONTRIBUTING), prints the table of FIGURES.md. Latency is
 * from the sending of an event to Kafka to the whole frame at a browser.
 */
final class LoadFigures {
    private static final Duration MEASURED = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    private static final int WARM_SECONDS = 20;
    private static final int MOST = Integer.getInteger("browsers", 10_000);

    private static final List<Load> LOADS =
            List.of(new Load(500, 10, 0), new Load(MOST, 1, 0), new Load(MOST, 1, 100), new Load(MOST, 2, 0));

    private final KafkaServer kafka;
    private final ConcurrentMap<Long, Long> sent = new ConcurrentHashMap<>();
    private long[] latencies = new long[1 << 20];
    private int deliveries;
    private boolean measuring;

    private record Load(int browsers, int rate, int stuck) {}

    private LoadFigures(KafkaServer kafka) {
        this.kafka = kafka;
    }

    public static void main(String[] args) throws Exception {
        try (KafkaServer kafka = KafkaServer.create()) {
            kafka.up();
            kafka.createTopics();
            System.out.println("| browsers | events/s | stuck besides | all there after | latency p50 | p99 | max |"
                    + " jumps | repeats | lost | CPU/delivery | heap used | RSS | idle |");
            System.out.println("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
            for (Load load : LOADS) {
                new LoadFigures(kafka).measure(load);
            }
        }
        System.exit(0); // the broker leaves threads behind
    }

    private void measure(Load load) throws Exception {
        Night night = new Night("load-%d-%d-%d".formatted(load.browsers(), load.rate(), load.stuck()));
        try (Writer writer = new Writer(kafka.address())) {
            writer.write(night.loaded(1, null));
            try (Instance dashboard = Instance.start(kafka.address(), MOST + load.stuck());
                    Speaker speaker = new Speaker(night, writer);
                    Crowd crowd = new Crowd(dashboard.at("/api/v1/runs/" + night.run() + "/stream"), this::told)) {
                crowd.come(100);
                speaker.speak(30);
                crowd.readFor(WARM_SECONDS * 1000L);
                speaker.speak(load.rate());

                long began = System.nanoTime();
                crowd.come(load.browsers() - 100);
                double came = (System.nanoTime() - began) / 1e9;
                crowd.comeAndBeStuck(load.stuck());
                crowd.readFor(3000);

                Duration cpu = dashboard.cpu();
                long[] machine = ticks();
                measuring = true;
                crowd.readFor(MEASURED.toMillis());
                measuring = false;
                cpu = dashboard.cpu().minus(cpu);
                double idle = idle(machine, ticks());
                print(load, crowd, dashboard, came, cpu, idle);
                if (load.browsers() == MOST && load.stuck() == 0) {
                    tryOneMore(crowd, dashboard, night);
                }
            }
        }
    }

    private void told(long revision, long nanos) {
        Long began = sent.get(revision);
        if (measuring && began != null) {
            if (deliveries == latencies.length) {
                latencies = Arrays.copyOf(latencies, 2 * deliveries);
            }
            latencies[deliveries++] = nanos - began;
        }
    }

    private void print(Load load, Crowd crowd, Instance dashboard, double came, Duration cpu, double idle)
            throws Exception {
        Arrays.sort(latencies, 0, deliveries);
        System.out.printf(
                Locale.ROOT,
                "| %,d of %,d | %d | %d, of whom %.0f are still there | %.1f s | %.0f ms | %.0f ms | %.0f ms | %d | %d | %d"
                        + " | %.1f µs | %.0f MB | %.0f MB | %.0f %% |%n",
                crowd.looking(),
                load.browsers(),
                load.rate(),
                load.stuck(),
                dashboard.metric("tower_sse_clients ") - (crowd.looking() - crowd.lost()),
                came,
                latency(0.5),
                latency(0.99),
                latency(1),
                crowd.jumps(),
                crowd.repeats(),
                crowd.lost(),
                cpu.toNanos() / 1e3 / Math.max(1, deliveries),
                dashboard.metric("jvm_memory_used_bytes{area=\"heap\"") / 1e6,
                dashboard.resident() / 1e3,
                idle);
    }

    private double latency(double part) {
        return deliveries == 0 ? 0 : latencies[Math.min(deliveries - 1, (int) (deliveries * part))] / 1e6;
    }

    private static void tryOneMore(Crowd crowd, Instance dashboard, Night night) throws Exception {
        System.err.println("One more: "
                + Http.get(dashboard
                                .at("/api/v1/runs/" + night.run() + "/stream")
                                .toString())
                        .body());
        crowd.readFor(10);
    }

    /** The machine's time, all and idle. */
    private static long[] ticks() throws IOException {
        long[] ticks = Stream.of(
                        Files.readAllLines(Path.of("/proc/stat")).getFirst().split(" +"))
                .skip(1)
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray();
        return new long[] {Arrays.stream(ticks).sum(), ticks[3]};
    }

    private static double idle(long[] from, long[] to) {
        return 100.0 * (to[1] - from[1]) / (to[0] - from[0]);
    }

    /** Writes events at a rate, and when. */
    private final class Speaker implements AutoCloseable {
        private final Night night;
        private final Writer writer;
        private volatile int rate;
        private volatile boolean over;
        private final Thread thread = new Thread(this::run, "speaker");

        Speaker(Night night, Writer writer) {
            this.night = night;
            this.writer = writer;
            thread.start();
        }

        void speak(int eventsASecond) {
            rate = eventsASecond;
        }

        private void run() {
            long due = System.nanoTime();
            long revision = 1;
            while (!over) {
                due = Math.max(due + 1_000_000_000L / Math.max(1, rate), System.nanoTime() - 1_000_000_000L);
                while (System.nanoTime() < due) {
                    java.util.concurrent.locks.LockSupport.parkNanos(due - System.nanoTime());
                }
                if (rate > 0) {
                    revision++;
                    var event = night.checked(revision);
                    sent.put(revision, System.nanoTime());
                    writer.write(event);
                }
            }
        }

        @Override
        public void close() throws InterruptedException {
            over = true;
            thread.join();
        }
    }
}
