package dev.migrationtower.probe.datadog;

import dev.migrationtower.events.Evidence;
import dev.migrationtower.events.Outcome.LogLine;
import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.follow.NewLines;
import dev.migrationtower.probe.runtime.vendor.VendorException;
import dev.migrationtower.probe.runtime.vendor.VendorFailure;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The lines that a script writes, read window by window. Lines become visible half a minute late and not in their order, so that each
 * window begins before the end of the last one, and lines that come again are known by their ids. A window of which a page cannot be
 * had, or only in part, is not over: it is read on in the next look, and no line is passed over. Read by one look at a time.
 */
final class DatadogTail implements AutoCloseable {
    /** Pages of one look: a script that wrote for hours before we looked is caught up with by and by. */
    private static final int PAGES = 10;

    private final DatadogApi api;
    private final DatadogSettings.Lines settings;
    private final Instant since;
    private final NewLines lines;
    private volatile Instant from;
    private volatile @Nullable DatadogPage unfinished;

    /** @param since older lines belong to another run */
    DatadogTail(DatadogApi api, DatadogSettings.Lines settings, Instant since) {
        this.api = api;
        this.settings = settings;
        this.since = since;
        lines = new NewLines(since);
        from = since;
    }

    /** The lines that are new. */
    CompletionStage<Look> look() {
        return api.once(this, this::read, pages -> pages).thenApply(pages -> {
            List<LogLine> taken = lines.take();
            long lost = lines.lost();
            DatadogPage waits = unfinished;
            String words = taken.size() + " new lines of " + settings.query()
                    + (waits == null ? "" : ", more were written and are read next")
                    + (lost > 0 ? ", " + lost + " were lost because too many waited" : "");
            return Look.lines(taken, new Evidence(words, api.logs(settings.query())));
        });
    }

    @Override
    public void close() {}

    private CompletionStage<Integer> read() {
        DatadogPage left = unfinished;
        return (left == null ? begin() : api.next(left))
                .thenCompose(page -> heard(page, 1))
                .exceptionallyCompose(this::failed);
    }

    private CompletionStage<DatadogPage> begin() {
        return api.now().thenCompose(now -> api.first(new DatadogSearch(settings.query(), from, now, "timestamp")));
    }

    /** @return how many pages were read */
    private CompletionStage<Integer> heard(DatadogPage page, int pages) {
        page.logs().forEach(log -> lines.add(line(log)));
        if (page.after().isEmpty()) {
            unfinished = null;
            Instant end = page.search().to().isBefore(page.at()) ? page.search().to() : page.at();
            Instant next = end.minus(api.overlap());
            from = next.isBefore(since) ? since : next;
            return CompletableFuture.completedFuture(pages);
        }
        unfinished = page;
        return pages == PAGES
                ? CompletableFuture.completedFuture(pages)
                : api.next(page).thenCompose(following -> heard(following, pages + 1));
    }

    /** A cursor that is not accepted any more must not be tried for ever: then the window is read anew. */
    private CompletionStage<Integer> failed(Throwable failure) {
        if (VendorException.cause(failure) instanceof VendorException told
                && (told.failure() == VendorFailure.UNREADABLE || told.failure() == VendorFailure.NOT_FOUND)) {
            unfinished = null;
        }
        return CompletableFuture.failedFuture(failure);
    }

    private LogLine line(DatadogJson.Log log) {
        DatadogJson.Attributes known = log.attributes();
        String text = settings.text()
                .flatMap(known::at)
                .or(() -> known.at("message"))
                .map(node -> node.isValueNode() ? node.asText() : node.toString())
                .orElseGet(() -> Optional.ofNullable(known.attributes())
                        .map(Object::toString)
                        .orElse(""));
        return new LogLine(log.id(), known.timestamp(), known.host(), text);
    }
}
