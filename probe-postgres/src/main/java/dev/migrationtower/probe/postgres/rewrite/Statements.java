package dev.migrationtower.probe.postgres.rewrite;

import dev.migrationtower.probe.postgres.sql.QueryWords;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which statement is being executed of a query that has several: the server tells the whole query, and when it began. Each rewrite makes
 * its new relations all at once when it begins, so that the next one's turn has come when more of them appear. Not thread-safe.
 */
final class Statements {
    private String query = "";
    private Set<Long> known = Set.of();
    private int begun;

    /** The statement of this sighting's query that is under way; the query itself if it is one. */
    String underWay(Sighting now) {
        if (!query.equals(now.statement())) {
            query = now.statement();
            begun = 0;
        }
        if (!known.containsAll(now.unseen())) {
            begun++;
        }
        known = now.unseen();
        List<String> all = Stream.of(QueryWords.withoutLiterals(now.query()).split(";"))
                .map(String::strip)
                .filter(statement -> statement.toLowerCase(Locale.ROOT).matches("(?s)alter\\s+table\\b.*"))
                .toList();
        return all.size() < 2 ? now.query() : all.get(Math.clamp(begun - 1, 0, all.size() - 1));
    }
}
