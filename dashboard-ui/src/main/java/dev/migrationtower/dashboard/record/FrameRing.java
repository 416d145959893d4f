package dev.migrationtower.dashboard.record;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The newest frames of a run, found by revision. A frame that is not there (not yet, no longer, or never read) is told as absent,
 * never replaced by its neighbour, so that a reader who walks from revision to revision sees every hole. One writer, any number of
 * readers, no locks.
 */
final class FrameRing {
    private final AtomicReferenceArray<@Nullable Frame> slots;

    FrameRing(int capacity) {
        slots = new AtomicReferenceArray<>(capacity);
    }

    void put(Frame frame) {
        slots.set(slot(frame.revision()), frame);
    }

    @Nullable
    Frame at(long revision) {
        Frame frame = slots.get(slot(revision));
        return frame != null && frame.revision() == revision ? frame : null;
    }

    int capacity() {
        return slots.length();
    }

    private int slot(long revision) {
        return (int) Math.floorMod(revision, (long) slots.length());
    }
}
