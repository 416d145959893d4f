package dev.migrationtower.core.source;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What somebody probably meant. */
public final class Suggestion {
    private static final int MOST_LISTED = 16;

    private Suggestion() {}

    /** The tail of a complaint: the known word that is nearest to the wrong one, else all of them, if they are few; else nothing. */
    public static String among(Collection<String> known, String wrong) {
        int tolerable = Math.max(1, wrong.length() / 3);
        String wanted = wrong.toLowerCase(Locale.ROOT);
        return known.stream()
                .filter(word -> Math.abs(word.length() - wrong.length()) <= tolerable)
                .map(word -> new Near(word, distance(word.toLowerCase(Locale.ROOT), wanted)))
                .filter(near -> near.distance <= tolerable)
                .min(Comparator.comparingInt(Near::distance))
                .map(near -> "; did you mean `" + near.word + "`?")
                .orElseGet(() -> known.isEmpty() || known.size() > MOST_LISTED ? "" : "; there is " + listed(known));
    }

    private static String listed(Collection<String> words) {
        List<String> all =
                words.stream().distinct().map(word -> "`" + word + "`").toList();
        int last = all.size() - 1;
        return last == 0 ? all.get(0) : String.join(", ", all.subList(0, last)) + " and " + all.get(last);
    }

    private record Near(String word, int distance) {}

    /** How many letters must be put in, left out, replaced or swapped with a neighbour (optimal string alignment). */
    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replaced, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
