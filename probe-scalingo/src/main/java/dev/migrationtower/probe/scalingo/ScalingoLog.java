package dev.migrationtower.probe.scalingo;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Outcome.LogLine;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.follow.NewLines;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The log of an app's one-off containers, as it is written. The stream begins with what was written before, so that whoever opens it
 * again misses nothing; a look that finds it closed, or silent, does. Thread-safe.
 */
final class ScalingoLog implements AutoCloseable {
    /** Scalingo says at least every 30 s that the stream is alive. */
    private static final long SILENCE = Duration.ofSeconds(45).toNanos();

    private final ScalingoApi api;
    private final ScalingoSettings settings;
    private final ScalingoLine reader;
    private final NewLines lines;
    private final LongSupplier nanos;
    private @Nullable CompletableFuture<AutoCloseable> stream;
    /** Of the stream that counts; an older one may still end. */
    private int number;

    private long heardAt;

    ScalingoLog(ScalingoApi api, ScalingoSettings settings, ScalingoLine reader, NewLines lines, LongSupplier nanos) {
        this.api = api;
        this.settings = settings;
        this.reader = reader;
        this.lines = lines;
        this.nanos = nanos;
    }

    /** The lines that are new. */
    CompletionStage<Look> look() {
        return opened().thenApply(open -> {
            List<LogLine> taken = lines.take();
            long lost = lines.lost();
            String words = taken.size() + " new lines of one-offs of " + settings.app()
                    + (lost > 0 ? ", " + lost + " were lost because too many waited" : "");
            return Look.lines(taken, new Evidence(words, settings.link()));
        });
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // nothing waits for it
    public synchronized void close() {
        CompletableFuture<AutoCloseable> old = stream;
        stream = null;
        number++;
        if (old != null) {
            old.thenAccept(ScalingoLog::close);
        }
    }

    private synchronized CompletionStage<AutoCloseable> opened() {
        if (stream != null && nanos.getAsLong() - heardAt > SILENCE) {
            close();
        }
        CompletableFuture<AutoCloseable> current = stream;
        if (current == null || current.isCompletedExceptionally()) {
            int mine = ++number;
            heardAt = nanos.getAsLong();
            current = api.follow(settings, this::heard, () -> ended(mine)).toCompletableFuture();
            stream = current;
        }
        return current;
    }

    private void heard(String message) {
        synchronized (this) {
            heardAt = nanos.getAsLong();
        }
        reader.of(message).forEach(lines::add);
    }

    /** A stream is over; the next look opens another, unless one did already. */
    private synchronized void ended(int which) {
        if (which == number) {
            stream = null;
        }
    }

    private static void close(AutoCloseable open) {
        try {
            open.close();
        } catch (Exception e) {
            throw new IllegalStateException("the stream cannot be closed", e);
        }
    }
}
