package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Servers;
import dev.migrationtower.probe.postgres.sql.Server;
import dev.migrationtower.probe.runtime.Settings;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far off the progress figure is: on each version a real migration of two tables, twice; the first is the rehearsal of the second.
 * Prints the table of the README.
 */
final class Figures {
    private static final int ROWS = Integer.getInteger("rows", 1_000_000);
    private static final long PAUSE_MILLIS = 250;
    private static final Pattern TOOK = Pattern.compile("\"([^\"]+)\": (\\d+ms)");

    private record Told(Instant at, double percent, Duration left, Duration leftAtMost) {}

    private record Observer(String name, Connection connection, Rewrite rewrite, List<Told> told) {
        void look() throws Exception {
            Map<String, Object> values = ((Outcome.Reading) rewrite.look(new Server(connection, Clock.systemUTC()))
                            .outcome())
                    .values();
            if (values.get("percent") instanceof Double percent) {
                told.add(new Told(
                        Instant.now(),
                        percent,
                        Duration.parse(values.get("left").toString()),
                        Duration.parse(values.get("leftAtMost").toString())));
            }
        }
    }

    private Figures() {}

    public static void main(String[] args) throws Exception {
        System.out.println("| PostgreSQL | known by | statement, took | at 25 % | at 50 % | at 75 % |");
        System.out.println("|---|---|---|---|---|---|");
        for (int version : Servers.VERSIONS) {
            Map<String, String> rehearsal = new TreeMap<>();
            rows(version, RewriteIT.estate(version, "figures_rehearsal", ROWS), "figures_rehearsal", rehearsal, false);
            rows(version, RewriteIT.estate(version, "figures", ROWS), "figures", rehearsal, true);
        }
        System.exit(0);
    }

    private static void rows(
            int version, Instance server, String database, Map<String, String> rehearsal, boolean print)
            throws Exception {
        try (Connection migration = server.connect(database, "postgres", "migration");
                Connection all = server.connect(database, "files", "probe-postgres");
                Connection some = server.connect(database, "tower", "probe-postgres")) {
            Settings rehearsed = new Settings(Map.of("rehearsal", rehearsal));
            List<Observer> observers = List.of(
                    observer("files", all, new Settings(Map.of())),
                    observer("files, rehearsed", all, rehearsed),
                    observer("growth", some, new Settings(Map.of())),
                    observer("growth, rehearsed", some, rehearsed));
            look(observers, CompletableFuture.completedFuture(null));
            migration.setAutoCommit(false);
            for (String sql : List.of(
                    "alter table ke alter column \"answerId\" type bigint",
                    "alter table answers alter column id type bigint")) {
                Instant began = Instant.now();
                look(observers, CompletableFuture.runAsync(() -> run(migration, sql)));
                Instant ended = Instant.now();
                observers.forEach(observer -> {
                    if (print) {
                        System.out.println(row(version, observer, sql, began, ended));
                    }
                    observer.told().clear();
                });
            }
            migration.commit();
            look(observers, CompletableFuture.completedFuture(null));
            Matcher took = TOOK.matcher(observers.getFirst().rewrite().calibration());
            while (took.find()) {
                rehearsal.put(took.group(1), took.group(2));
            }
        }
    }

    /** Until it is over, and once more. */
    private static void look(List<Observer> observers, CompletableFuture<?> script) throws Exception {
        while (!script.isDone()) {
            for (Observer observer : observers) {
                observer.look();
            }
            Thread.sleep(PAUSE_MILLIS); // the interval of the looks
        }
        script.get();
        for (Observer observer : observers) {
            observer.rewrite().look(new Server(observer.connection(), Clock.systemUTC()));
        }
    }

    private static Observer observer(String name, Connection connection, Settings settings) {
        return new Observer(name, connection, new Rewrite(settings), new ArrayList<>());
    }

    private static void run(Connection connection, String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String row(int version, Observer observer, String sql, Instant began, Instant ended) {
        StringBuilder row = new StringBuilder("| " + version + " | " + observer.name() + " | " + sql.split(" ")[2]
                + ", " + Duration.between(began, ended).toMillis() / 100 / 10.0 + " s |");
        for (int percent : List.of(25, 50, 75)) {
            Instant then = began.plusMillis(Duration.between(began, ended).toMillis() * percent / 100);
            Told told = observer.told().stream()
                    .filter(it -> !it.at().isAfter(then))
                    .reduce((first, second) -> second)
                    .orElse(null);
            row.append(told == null ? " nothing |" : cell(told, percent, ended));
        }
        return row.toString();
    }

    private static String cell(Told told, int percent, Instant ended) {
        String end = ended.isBefore(told.at().plus(told.left()))
                ? "before p50"
                : ended.isAfter(told.at().plus(told.leftAtMost())) ? "after p90" : "within";
        return String.format(java.util.Locale.ROOT, " %+.0f, %s |", told.percent() - percent, end);
    }
}
