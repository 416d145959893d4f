package dev.migrationtower.simulator;

import dev.migrationtower.simulator.estate.Estate;
import dev.migrationtower.simulator.estate.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Opens the estate and plays the night on it; the estate stays open afterwards, unless only one night was asked for. The story goes
 * to the terminal. Ends with 0 if the run completed, else with 1 and the reason.
 */
public final class Simulator {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");
    private static final DateTimeFormatter RUN = DateTimeFormatter.ofPattern("'demo-'yyyyMMdd-HHmmss");
    private static final Duration LAST_LOOK = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE_WITH_A_PERSON = Duration.ofHours(12);

    private Simulator() {}

    /** Plays; {@link Settings} says what the arguments are. */
    public static void main(String[] arguments) throws Exception {
        Settings settings = Settings.parse(Arrays.asList(arguments));
        Clock clock = Clock.system(PARIS);
        Consumer<String> tell = line -> System.out.println(TIME.format(OffsetDateTime.now(clock)) + "  " + line);
        long begin = System.nanoTime();
        Pace pace = new Pace(settings.speed());
        Estate estate = Estate.open(settings.data(), settings.postgresPort(), settings.rows(), clock, pace);
        Vendors vendors = Vendors.start(estate, settings.vendors(), pace);
        EstateServer server = EstateServer.start(estate, new Control(estate, vendors), settings.port());
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close-estate"));
        tell.accept(
                "The estate is open: three applications, %d sessions, %,d answers in each of two databases (made in %d s)."
                        .formatted(estate.sessions(), settings.rows(), (System.nanoTime() - begin) / 1_000_000_000L));
        tell.accept("It can be disturbed at http://127.0.0.1:" + server.port() + "/control: see simulator/README.md.");

        OffsetDateTime now = OffsetDateTime.now(clock);
        String run = RUN.format(now);
        TowerApi tower = new TowerApi(settings.tower(), run, settings.manual() ? PATIENCE_WITH_A_PERSON : PATIENCE);
        try {
            new Night(estate, tower, pace, settings.manual(), tell).play(DemoPlan.text(now, server.port()));
        } catch (StuckException e) {
            tell.accept("The night does not go on. " + e.getMessage());
            System.exit(1);
        }
        if (settings.once()) {
            // whoever watches should see the end
            Thread.sleep(LAST_LOOK);
            System.exit(0);
        }
        tell.accept("The estate stays open until you press Ctrl-C: "
                + settings.tower().resolve("/runs/" + run));
        new CountDownLatch(1).await();
    }
}
