package dev.migrationtower.dashboard.stream;

import dev.migrationtower.dashboard.access.Admission;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.record.Frame;
import dev.migrationtower.dashboard.record.RunRecord;
import dev.migrationtower.dashboard.record.Snapshot;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One browser that looks at a run: how far it was told, and what it is told next. Everything is called on the event loop of its
 * link.
 */
final class Viewer {
    /** One that is further behind than this gets a snapshot instead of what it missed. */
    static final int BEHIND_AT_MOST = 200;
    /** One whose link takes nothing for so long is closed; it comes back and says where it was. */
    static final Duration BLOCKED_AT_MOST = Duration.ofSeconds(5);

    private final RunRecord run;
    private final Admission admission;
    private final Wire wire;
    private final Consumer<Frame> sentLive;
    private long told;
    private final long replayUntil;
    private boolean ended;
    private @Nullable Instant blockedSince;

    /**
     * @param admission by which it looks, as long as that holds
     * @param lastSeen the revision after which to go on; absent or no longer in memory: begin with a snapshot
     * @param sentLive is told of each frame that was written as it came, not replayed
     */
    Viewer(RunRecord run, Admission admission, Wire wire, @Nullable Long lastSeen, Consumer<Frame> sentLive) {
        this.run = run;
        this.admission = admission;
        this.wire = wire;
        this.sentLive = sentLive;
        this.replayUntil = run.revision();
        this.told = lastSeen != null && run.covers(lastSeen) ? lastSeen : -1;
    }

    /** The run that it looks at. */
    RunRecord run() {
        return run;
    }

    /** How much of it. */
    Perspective perspective() {
        return admission.perspective();
    }

    /** The first revision that is replayed; absent if it begins with a snapshot. */
    @Nullable
    Long replayedFrom() {
        return told < 0 ? null : told + 1;
    }

    /** Tells what is new, as far as the link takes it. */
    void pump() {
        if (run.forgotten()) {
            end();
        }
        long newest = run.revision();
        if (ended || told == newest || wire.full()) {
            return;
        }
        if (told < 0 || (told >= replayUntil && newest - told > BEHIND_AT_MOST)) {
            snapshot();
        }
        while (told < newest && !wire.full()) {
            Frame next = run.frame(told + 1);
            if (next == null) {
                snapshot();
            } else {
                told = next.revision();
                wire.write(next.sse(perspective()));
                if (told > replayUntil) {
                    sentLive.accept(next);
                }
            }
        }
    }

    private void snapshot() {
        Snapshot snapshot = run.snapshot(perspective());
        told = snapshot.revision();
        wire.write(snapshot.sse());
    }

    /** Tells something that has no revision, unless the link is full: there will be a newer one. */
    void tell(Buffer unnumbered) {
        if (!ended && !wire.full()) {
            wire.write(unnumbered);
        }
    }

    /** Ends what is over: a blocked link, and one whose admission does not hold any more. To be called about once a second. */
    void checkLink(Instant now) {
        if (run.run().filter(view -> admission.holds(view, now)).isEmpty()) {
            end();
        }
        if (ended || !wire.full()) {
            blockedSince = null;
        } else if (blockedSince == null) {
            blockedSince = now;
        } else if (!now.isBefore(blockedSince.plus(BLOCKED_AT_MOST))) {
            end();
        }
    }

    private void end() {
        if (!ended) {
            ended = true;
            wire.close();
        }
    }
}
