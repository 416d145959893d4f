package dev.migrationtower.simulator;

import dev.migrationtower.events.RunState;
import dev.migrationtower.simulator.estate.Estate;
import dev.migrationtower.simulator.estate.Machines.Machine;
import dev.migrationtower.simulator.estate.MigrationScript;
import dev.migrationtower.simulator.estate.Monitors.Monitor;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.estate.Platform.Container;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;

/**
 * What people and scripts do that night, in the order in which they do it. They act on the estate; the tower is only told the plan,
 * and what was decided. How long people take is played; what must come true is awaited.
 */
final class Night {
    private static final int A_FEW_SECONDS = 8;
    private static final List<String> APPLICATIONS = List.of("app", "certif", "orga");
    private static final List<String> DATABASES = List.of(Estate.API, Estate.DATAWAREHOUSE);
    private static final String WEB = "web";
    /** Sessions that come back at each database when an application does. */
    private static final int SESSIONS_BACK = 3;

    private final Estate estate;
    private final TowerApi tower;
    private final Pace pace;
    private final boolean manual;
    private final Consumer<String> tell;

    /**
     * @param manual a person starts and decides, on the page; else the autopilot does
     * @param tell one line of the story
     */
    Night(Estate estate, TowerApi tower, Pace pace, boolean manual, Consumer<String> tell) {
        this.estate = estate;
        this.tower = tower;
        this.pace = pace;
        this.manual = manual;
        this.tell = tell;
    }

    /** Plays it, start to end. */
    void play(String plan) throws Exception {
        tower.load(plan);
        tower.await("a first look at everything", Standing::allSeen);
        tell.accept("The plan is loaded. Everything is open and busy: all is red, as it should be.");

        start();
        prepare();
        close();
        drain();
        migrate();
        verify();
        reopen();

        tower.await("the end of the run", now -> now.state() == RunState.COMPLETED);
        tell.accept("The run is completed. The ids are bigint, and everybody can sleep.");
    }

    private void start() throws InterruptedException {
        if (manual) {
            tell.accept("Press Start on the page to begin.");
        } else {
            pace.seconds(A_FEW_SECONDS);
            tower.start("it is time");
        }
        tower.await("the start of the run", now -> now.state() == RunState.IN_PROGRESS);
        tell.accept("The night begins.");
    }

    private void prepare() throws InterruptedException {
        does("prepare", "freeze", "Deployments are frozen.");
        passes("prepare");
    }

    private void close() throws InterruptedException {
        for (Monitor monitor : estate.monitors().all()) {
            pace.seconds(1);
            estate.monitors().pause(monitor.name(), true);
        }
        tell.accept("Freshping's monitors are paused, so that nobody is called out of bed.");
        List<String> apps = estate.platform().names();
        for (int i = 0; i < APPLICATIONS.size(); i++) {
            pace.seconds(3);
            tell.accept(estate.applications().close(APPLICATIONS.get(i)) + " goes into maintenance.");
            pace.seconds(2);
            estate.platform().scale(apps.get(i), WEB, 0);
            tell.accept("The containers of " + apps.get(i) + " are scaled down.");
        }
        pace.seconds(1);
        estate.platform().backups(Estate.API, false);
        tell.accept("Periodic backups are suspended.");
        for (Machine machine : estate.machines().all()) {
            pace.seconds(1);
            estate.machines().turn(machine.name(), false);
        }
        tell.accept("The data platform at OVHcloud is told to stop.");
        passes("close");
    }

    private void drain() throws Exception {
        for (String app : DATABASES) {
            while (estate.sessions(app).count() > 0) {
                pace.seconds(1);
                estate.sessions(app).closeOne();
            }
        }
        tell.accept("The last session of the applications is gone.");
        passes("drain");
    }

    private void migrate() throws Exception {
        List<CompletableFuture<Void>> scripts = List.of(script(Estate.API, 1), script(Estate.DATAWAREHOUSE, 1.25));

        pace.seconds(8);
        tell.accept(estate.applications().open("orga") + " is opened by mistake. Does anybody notice?");
        tower.await("that the mistake is noticed", now -> now.breached() || now.passed("verify"));
        tell.accept("The tower noticed.");
        pace.seconds(15);
        tell.accept(estate.applications().close("orga") + " is in maintenance again.");
        tower.await("that the mistake is over", now -> !now.breached());

        scripts.forEach(Night::finished);
        passes("migrate");
    }

    private void verify() throws Exception {
        tell.accept(
                "The scripts say they are done. The catalogues are asked, and an id is tried that no int can hold.");
        does(
                "verify",
                "count-rows",
                "Answers in the two databases: " + estate.answers(Estate.API) + " and "
                        + estate.answers(Estate.DATAWAREHOUSE) + ".");
        passes("verify");
    }

    private void reopen() throws Exception {
        for (Machine machine : estate.machines().all()) {
            pace.seconds(1);
            estate.machines().turn(machine.name(), true);
        }
        estate.platform().backups(Estate.API, true);
        tell.accept("The data platform starts, backups are scheduled again.");
        List<String> apps = estate.platform().names();
        for (int i = 0; i < APPLICATIONS.size(); i++) {
            pace.seconds(2);
            estate.platform().scale(apps.get(i), WEB, apps.get(i).equals(Estate.API) ? 3 : 1);
            tell.accept("The containers of " + apps.get(i) + " start.");
            pace.seconds(3);
            tell.accept(estate.applications().open(APPLICATIONS.get(i)) + " is open.");
            for (String app : DATABASES) {
                for (int more = 0; more < SESSIONS_BACK; more++) {
                    estate.sessions(app).open();
                }
            }
        }
        for (Monitor monitor : estate.monitors().all()) {
            pace.seconds(1);
            estate.monitors().pause(monitor.name(), false);
        }
        tell.accept("Freshping's monitors watch again.");
        passes("reopen");
    }

    /** Runs the migration of an app's database in a one-off container, as long as it takes. */
    private CompletableFuture<Void> script(String app, double replicas) {
        return atTheSameTime(() -> {
            Container oneOff = estate.platform().run(app, "npm run script:bigint");
            String host = app + "-" + oneOff.label();
            new MigrationScript(estate.database(app), pace, replicas, line -> {
                        if (!line.equals("alive")) {
                            tell.accept("   " + host + ": " + line);
                        }
                        estate.logs().write(host, app, "info", pino(host, line));
                    })
                    .run();
            estate.platform().ended(app, oneOff);
            return null;
        });
    }

    /** A line as the logger of Pix's scripts writes it. */
    private Map<String, Object> pino(String host, String text) {
        return Map.of("level", 30, "time", estate.clock().millis(), "pid", 23, "hostname", host, "msg", text);
    }

    /** Does a task of a person once its phase is under way, unless a person is there. */
    private void does(String phase, String task, String evidence) throws InterruptedException {
        tower.await("phase " + phase, now -> now.underWay(phase) || now.passed(phase));
        if (!manual) {
            pace.seconds(4);
            tower.done(phase, task, evidence);
            tell.accept(evidence);
        }
    }

    /** Waits until the phase is passed, and takes the decision if there is one to take and nobody else does. */
    private void passes(String phase) throws InterruptedException {
        while (true) {
            Standing now = tower.await(
                    "that phase " + phase + " is passed",
                    it -> it.passed(phase) || it.awaitsDecision(phase) && !manual && !it.refused(phase));
            if (now.passed(phase)) {
                tell.accept("Phase " + phase + " is passed.");
                return;
            }
            tell.accept("Phase " + phase + " awaits a decision.");
            pace.seconds(A_FEW_SECONDS);
            Standing seen = tower.await("a look at the gate before deciding", it -> true);
            if (seen.awaitsDecision(phase)) {
                tower.go(phase, seen.revision(), "all criteria are met");
            }
        }
    }

    private static CompletableFuture<Void> atTheSameTime(Callable<Void> work) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("migration").start(() -> {
            try {
                done.complete(work.call());
            } catch (Exception e) {
                done.completeExceptionally(e);
            }
        });
        return done;
    }

    private static void finished(CompletableFuture<Void> script) {
        try {
            script.join();
        } catch (CompletionException e) {
            throw new StuckException("The migration failed: " + e.getCause());
        }
    }
}
