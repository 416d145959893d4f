package dev.migrationtower.simulator.estate;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

/** All of it: open applications, containers, monitors, machines, logs, and two full databases with their sessions. */
public final class Estate implements AutoCloseable {
    /** The app whose ids are migrated. */
    public static final String API = "pix-api-production";
    /** The app that has a copy of them. */
    public static final String DATAWAREHOUSE = "pix-datawarehouse-production";

    public static final String METABASE = "pix-metabase-production";

    private static final List<String> OF_API =
            List.of("pix-api", "pix-api", "pix-worker", "pix-api", "pix-metabase", "pix-api");
    private static final List<String> OF_DATAWAREHOUSE = List.of("pix-datawarehouse", "pix-metabase");
    /** How many sessions there are on a normal day. */
    private static final int SESSIONS_OF_API = 12;

    private static final int SESSIONS_OF_DATAWAREHOUSE = 6;
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration MEASURED_EVERY = Duration.ofSeconds(15);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(500);
    private static final System.Logger LOG = System.getLogger(Estate.class.getName());

    private final Clock clock;
    private final PostgresServer postgres;
    private final Applications applications = new Applications();
    private final Platform platform;
    private final Monitors monitors;
    private final Machines machines;
    private final Logs logs;
    private final Measurements measurements;
    private final Map<String, Sessions> sessions = new LinkedHashMap<>();
    private final List<Thread> threads = new ArrayList<>();

    private Estate(PostgresServer postgres, Clock clock, Pace pace) {
        this.clock = clock;
        this.postgres = postgres;
        platform = new Platform(clock, pace.ofVendors())
                .with(API, 3, true)
                .with(METABASE, 1, false)
                .with(DATAWAREHOUSE, 1, true);
        machines = new Machines(clock, pace.ofVendors()).with("etl-1").with("etl-2");
        monitors = new Monitors()
                .with("Pix App", "https://app.pix.fr", () -> applications.isOpen("app"))
                .with("Pix Certif", "https://certif.pix.fr", () -> applications.isOpen("certif"))
                .with("Pix Orga", "https://orga.pix.fr", () -> applications.isOpen("orga"))
                .with("Pix API", "https://app.pix.fr/api", () -> runs(API))
                .with("Metabase", "https://metabase.pix.fr", () -> runs(METABASE));
        logs = new Logs(clock);
        measurements = new Measurements(Map.of(API, postgres.api(), DATAWAREHOUSE, postgres.datawarehouse()), logs);
        sessions.put(API, new Sessions(postgres.api(), OF_API));
        sessions.put(DATAWAREHOUSE, new Sessions(postgres.datawarehouse(), OF_DATAWAREHOUSE));
    }

    /**
     * Opens it; a few seconds for a million rows.
     *
     * @param folder for the databases
     */
    public static Estate open(Path folder, int postgresPort, int rows, Clock clock, Pace pace)
            throws IOException, SQLException {
        Estate estate = new Estate(PostgresServer.start(folder, postgresPort, rows), clock, pace);
        for (int i = 0; i < SESSIONS_OF_API; i++) {
            estate.sessions(API).open();
        }
        for (int i = 0; i < SESSIONS_OF_DATAWAREHOUSE; i++) {
            estate.sessions(DATAWAREHOUSE).open();
        }
        estate.begin("sessions-at-work", () -> {
            while (true) {
                Thread.sleep(PAUSE);
                for (Sessions all : estate.sessions.values()) {
                    all.work();
                }
            }
        });
        Duration every = pace.ofVendors().of(MEASURED_EVERY);
        estate.begin("pix-db-stats", () -> {
            estate.measurements.measureEvery(every.compareTo(AT_MOST_EVERY) < 0 ? AT_MOST_EVERY : every);
            return null;
        });
        return estate;
    }

    public Clock clock() {
        return clock;
    }

    public Applications applications() {
        return applications;
    }

    public Platform platform() {
        return platform;
    }

    public Monitors monitors() {
        return monitors;
    }

    public Machines machines() {
        return machines;
    }

    public Logs logs() {
        return logs;
    }

    public Measurements measurements() {
        return measurements;
    }

    /** The database of an app. */
    public Database database(String app) {
        return app.equals(API) ? postgres.api() : postgres.datawarehouse();
    }

    /** The sessions at the database of an app. */
    public Sessions sessions(String app) {
        return Objects.requireNonNull(sessions.get(app), app);
    }

    /** How many sessions there are, at all databases. */
    public int sessions() {
        return sessions.values().stream().mapToInt(Sessions::count).sum();
    }

    /** How many answers there are in the database of an app. */
    public long answers(String app) throws SQLException {
        try (Connection connection = database(app).connect("migration", "count-rows", "");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM answers")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        threads.forEach(Thread::interrupt);
        for (Sessions all : sessions.values()) {
            all.close();
        }
        postgres.close();
    }

    private boolean runs(String app) {
        return platform.app(app).orElseThrow().status().equals("running");
    }

    private void begin(String what, Callable<Void> work) {
        threads.add(Thread.ofPlatform().daemon().name(what).start(() -> {
            try {
                work.call();
            } catch (InterruptedException e) {
                // the estate is closed
            } catch (Exception e) {
                LOG.log(System.Logger.Level.WARNING, what + " ends", e);
            }
        }));
    }
}
