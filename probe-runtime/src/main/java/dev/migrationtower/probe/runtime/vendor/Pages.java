package dev.migrationtower.probe.runtime.vendor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * A list that a vendor gives in pages, read to its end: until a page names no next one, however short it is. One page that cannot be
 * had, and nothing is had: half a list would be taken for the whole.
 */
public final class Pages {
    /** More pages than any account has; beyond it the vendor leads us in circles. */
    private static final int MOST = 100;

    private Pages() {}

    /**
     * All pages.
     *
     * @param ask for one page, by the question for it
     * @param next the question for the page after this one, which was asked for with that question; empty at the end
     */
    public static <P> CompletionStage<List<P>> all(
            VendorQuestion first, Function<VendorQuestion, CompletionStage<P>> ask, NextPage<P> next) {
        return all(first, ask, next, MOST);
    }

    /** The same, of a list that may be long: one of more pages than this cannot be had. */
    public static <P> CompletionStage<List<P>> all(
            VendorQuestion first, Function<VendorQuestion, CompletionStage<P>> ask, NextPage<P> next, int most) {
        return from(first, ask, next, most, new ArrayList<>(), new HashSet<>());
    }

    /** Where it goes on. */
    @FunctionalInterface
    public interface NextPage<P> {
        Optional<VendorQuestion> after(P page, VendorQuestion asked);
    }

    /**
     * The question for the page that is named as the next. Of the address only the query counts: our credentials go nowhere else, and
     * what stands before it is often wrong behind a proxy.
     *
     * @throws VendorException if it has none
     */
    public static VendorQuestion next(VendorQuestion asked, String named) {
        int query = named.indexOf('?');
        if (query < 0) {
            throw new VendorException(VendorFailure.UNREADABLE, asked + " names a next page that is none");
        }
        try {
            return new VendorQuestion(
                    asked.method(),
                    asked.url().resolve(asked.url().getRawPath() + named.substring(query)),
                    asked.contentType(),
                    asked.body());
        } catch (IllegalArgumentException e) {
            throw new VendorException(VendorFailure.UNREADABLE, asked + " names a next page that is none");
        }
    }

    private static <P> CompletionStage<List<P>> from(
            VendorQuestion question,
            Function<VendorQuestion, CompletionStage<P>> ask,
            NextPage<P> next,
            int most,
            List<P> pages,
            Set<VendorQuestion> asked) {
        if (!asked.add(question)) {
            return CompletableFuture.failedFuture(new VendorException(
                    VendorFailure.UNREADABLE, question + " has pages without end: a next one was there before"));
        }
        if (asked.size() > most) {
            return CompletableFuture.failedFuture(new VendorException(
                    VendorFailure.UNREADABLE, question + " has more than " + most + " pages: ask for less"));
        }
        return ask.apply(question).thenCompose(page -> {
            pages.add(page);
            Optional<VendorQuestion> after = next.after(page, question);
            return after.isEmpty()
                    ? CompletableFuture.completedFuture(List.copyOf(pages))
                    : from(after.get(), ask, next, most, pages, asked);
        });
    }
}
