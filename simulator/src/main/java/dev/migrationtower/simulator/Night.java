package dev.migrationtower.simulator;

import dev.migrationtower.events.RunState;
import java.util.List;
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
        closeTheApplications();
        drainTheConnections();
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

    private void closeTheApplications() throws InterruptedException {
        for (String id : List.of("app", "certif", "orga")) {
            pace.seconds(6);
            tell.accept(estate.applications().close(id) + " goes into maintenance.");
        }
        passes("close");
    }

    private void drainTheConnections() throws Exception {
        while (estate.sessions().count() > 0) {
            pace.seconds(2);
            estate.sessions().closeOne();
        }
        tell.accept("The last session of the applications is gone.");
        passes("drain");
    }

    private void migrate() throws Exception {
        CompletableFuture<Void> script = atTheSameTime(() -> {
            new MigrationScript(estate.database(), pace, line -> tell.accept("   migration: " + line)).run();
            return null;
        });

        pace.seconds(4);
        tell.accept(estate.applications().open("orga") + " is opened by mistake. Does anybody notice?");
        tower.await("that the mistake is noticed", now -> now.breached() || now.passed("verify"));
        tell.accept("The tower noticed.");
        pace.seconds(15);
        tell.accept(estate.applications().close("orga") + " is in maintenance again.");
        tower.await("that the mistake is over", now -> !now.breached());

        finished(script);
        passes("migrate");
    }

    private void verify() throws InterruptedException {
        tell.accept("The script says it is done. The catalogue is asked, and an id is tried that no int can hold.");
        passes("verify");
    }

    private void reopen() throws Exception {
        for (String id : List.of("app", "certif", "orga")) {
            pace.seconds(5);
            tell.accept(estate.applications().open(id) + " is open.");
            for (int i = 0; i < Estate.SESSIONS / 3; i++) {
                pace.seconds(1);
                estate.sessions().open();
            }
        }
        passes("reopen");
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
