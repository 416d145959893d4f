package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.events.Outcome;
import dev.migrationtower.probe.postgres.kit.Instance;
import dev.migrationtower.probe.postgres.kit.Servers;
import dev.migrationtower.probe.postgres.rewrite.Recording.Moment;
import dev.migrationtower.probe.postgres.rewrite.Recording.Run;
import dev.migrationtower.probe.runtime.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far off the progress figure is: on each version a real migration, twice; the first is the rehearsal of the second. Prints the table of FIGURES.md.
 */
final class Figures {
    private static final int ROWS = Integer.getInteger("rows", 2_500_000);
    private static final Duration INTERVAL = Duration.ofMillis(100);
    private static final Pattern TOOK = Pattern.compile("\"([^\"]+)\": (\\d+ms)");

    private static final String BEFORE = "before p50";
    private static final String WITHIN = "within";
    private static final String AFTER = "after p90";
    private static final List<Compared> WITHOUT = new ArrayList<>();
    private static final List<Compared> REHEARSED = new ArrayList<>();

    /** A number that was told, and when. */
    private record Told(Instant at, String phase, double percent, Duration left, Duration leftAtMost) {}

    private Figures() {}

    public static void main(String[] args) throws Exception {
        System.out.println("| PostgreSQL | known by | table, took | phases seen | at 25 % | at 50 % | at 75 % |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (int version : Servers.VERSIONS) {
            Recording rehearsal = record(version, "figures_rehearsal", ROWS);
            print(record(version, "figures", ROWS), rehearsal);
        }
        print("without", WITHOUT);
        print("with a rehearsal", REHEARSED);
        System.exit(0);
    }

    /** One number that was told, against what really came. */
    private record Compared(double error, String end) {
        @Override
        public String toString() {
            return String.format(Locale.ROOT, " %+.0f, %s |", error, end);
        }
    }

    private static void print(String name, List<Compared> all) {
        List<Double> errors =
                all.stream().map(it -> Math.abs(it.error)).sorted().toList();
        System.out.printf(
                Locale.ROOT,
                "| %s | %d | %.0f | %.0f | %d | %d | %d |%n",
                name,
                all.size(),
                errors.get(errors.size() / 2),
                errors.get(errors.size() * 9 / 10),
                count(all, BEFORE),
                count(all, WITHIN),
                count(all, AFTER));
    }

    private static long count(List<Compared> all, String end) {
        return all.stream().filter(it -> it.end.equals(end)).count();
    }

    /** Beside the two tables of the night one of wide rows, to which no foreign key leads. */
    static Recording record(int version, String database, int rows) throws Exception {
        Instance server = RewriteIT.estate(version, database, rows);
        server.run(
                database,
                "create table snapshots (id serial primary key, user_id int, payload text)",
                "insert into snapshots (user_id, payload) select i % 5000, repeat(md5(i::text), 18)"
                        + " from generate_series(1, " + rows / 4 + ") i",
                "create index snapshots_user on snapshots (user_id)",
                "vacuum analyze snapshots",
                "checkpoint");
        Recording recording = Recording.of(
                server,
                database,
                INTERVAL,
                List.of(
                        "alter table ke alter column \"answerId\" type bigint",
                        "alter table answers alter column id type bigint",
                        "alter table snapshots alter column id type bigint"));
        server.run("postgres", "drop database " + database);
        return recording;
    }

    /** What would have been told of it, by each level of grants, with and without the rehearsal. */
    static void print(Recording real, Recording rehearsal) {
        print(real, "files", real.files(), Map.of());
        print(real, "files, rehearsed", real.files(), calibration(rehearsal.files()));
        print(real, "growth", real.growth(), Map.of());
        print(real, "growth, rehearsed", real.growth(), calibration(rehearsal.growth()));
    }

    private static void print(Recording real, String name, List<Moment> moments, Map<String, String> rehearsal) {
        List<Told> told = told(moments, new Rewrite(new Settings(Map.of("rehearsal", rehearsal))));
        List<Compared> all = rehearsal.isEmpty() ? WITHOUT : REHEARSED;
        real.runs()
                .forEach(run -> System.out.println("| " + real.version() + " | " + name + " | " + row(run, told, all)));
    }

    static Map<String, String> calibration(List<Moment> rehearsal) {
        Rewrite rewrite = new Rewrite(new Settings(Map.of()));
        told(rehearsal, rewrite);
        Map<String, String> calibration = new TreeMap<>();
        Matcher took = TOOK.matcher(rewrite.calibration());
        while (took.find()) {
            calibration.put(took.group(1), took.group(2));
        }
        return calibration;
    }

    private static List<Told> told(List<Moment> moments, Rewrite rewrite) {
        List<Told> all = new ArrayList<>();
        for (Moment moment : moments) {
            Map<String, Object> values = ((Outcome.Reading) moment.tell(rewrite).outcome()).values();
            if (values.get("percent") instanceof Double percent) {
                all.add(new Told(
                        moment.at(),
                        values.get("phase").toString(),
                        percent,
                        Duration.parse(values.get("left").toString()),
                        Duration.parse(values.get("leftAtMost").toString())));
            }
        }
        return all;
    }

    private static String row(Run run, List<Told> all, List<Compared> compared) {
        List<Told> told = all.stream()
                .filter(it -> !it.at().isBefore(run.began()) && !it.at().isAfter(run.ended()))
                .filter(it -> it.phase().startsWith(run.table() + " "))
                .toList();
        boolean falls = false;
        for (int i = 1; i < told.size(); i++) {
            falls |= told.get(i).percent() < told.get(i - 1).percent();
        }
        LinkedHashSet<String> phases = new LinkedHashSet<>();
        told.forEach(it -> phases.add(it.phase()
                .substring(run.table().length() + 1)
                .replace("index ", "")
                .replace("foreign keys", "keys")));
        StringBuilder row = new StringBuilder(String.format(
                Locale.ROOT,
                "%s, %.1f s | %s%s |",
                run.table(),
                run.took().toMillis() / 1000.0,
                String.join(", ", phases),
                falls ? "; it fell" : ""));
        for (int percent : List.of(25, 50, 75)) {
            Instant then = run.began().plus(run.took().multipliedBy(percent).dividedBy(100));
            Optional<Compared> cell = told.stream()
                    .filter(it -> !it.at().isAfter(then))
                    .reduce((first, second) -> second)
                    .map(it -> compared(it, run));
            cell.ifPresent(compared::add);
            row.append(cell.map(Compared::toString).orElse(" nothing |"));
        }
        return row.toString();
    }

    /** Both at the moment when it was told: a look may be an interval old. */
    private static Compared compared(Told told, Run run) {
        double real = 100.0
                * Duration.between(run.began(), told.at()).toMillis()
                / run.took().toMillis();
        String end = run.ended().isBefore(told.at().plus(told.left()))
                ? BEFORE
                : run.ended().isAfter(told.at().plus(told.leftAtMost())) ? AFTER : WITHIN;
        return new Compared(told.percent() - real, end);
    }
}
