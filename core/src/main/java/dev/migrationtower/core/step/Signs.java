package dev.migrationtower.core.step;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The signs of a lane: a set, in the order of their sources' time. The same signs give the same set whatever the order in which they
 * come, and however often.
 *
 * <p>It is bounded. Of progress, only the first sign and those are kept which no later one overtakes; this loses nothing, and usually
 * leaves two; but where one probe measures several steps, how far one of them was that failed is forgotten once a later one is
 * further. Of all others {@value #KEPT_OF_EACH} of each kind and step are kept. Beyond this, the oldest starts and ends are lost,
 * so that attempts are counted from the oldest start that is left; of a flood of failures, those are lost that only repeat one before.
 */
public record Signs(List<Sign> inOrder) {
    static final int KEPT_OF_EACH = 100;
    static final Signs NONE = new Signs(List.of());

    public Signs {
        inOrder = List.copyOf(inOrder);
    }

    Signs with(Sign sign) {
        int place = Collections.binarySearch(inOrder, sign);
        return place < 0 ? adding(sign, -place - 1) : again(sign, place);
    }

    /** The same sign once more: it was when it first came, if its clock is ahead. */
    private Signs again(Sign sign, int place) {
        if (!sign.at().isBefore(inOrder.get(place).at())) {
            return this;
        }
        List<Sign> signs = new ArrayList<>(inOrder);
        signs.set(place, sign);
        return new Signs(signs);
    }

    private Signs adding(Sign sign, int place) {
        List<Sign> signs = new ArrayList<>(inOrder);
        signs.add(place, sign);
        if (sign.tellsProgress()) {
            List<Sign> told = signs.stream().filter(sign::sameVoiceAs).toList();
            signs.removeIf(old -> told.indexOf(old) > 0 && told.stream().anyMatch(other -> other.overtakes(old)));
        }
        List<Sign> alike = signs.stream().filter(sign::sameAs).toList();
        if (alike.size() > KEPT_OF_EACH) {
            signs.remove(mostDispensable(alike, signs));
        }
        return new Signs(signs);
    }

    private static Sign mostDispensable(List<Sign> alike, List<Sign> all) {
        return switch (alike.getFirst().kind()) {
            case PROGRESS, MEASURE -> alike.getLast(); // the oldest is the furthest, and progress must not fall
            case START, DONE -> alike.getFirst();
            case FAIL -> newestRepetition(alike.getFirst(), all);
        };
    }

    /** The newest failure between which and the one before nothing began or ended; the oldest of all if there is none. */
    private static Sign newestRepetition(Sign oldest, List<Sign> all) {
        List<Sign> turns = all.stream().filter(sign -> !sign.tellsProgress()).toList();
        return IntStream.iterate(turns.size() - 1, i -> i > 0, i -> i - 1)
                .filter(i -> turns.get(i).sameAs(oldest) && turns.get(i - 1).sameAs(oldest))
                .mapToObj(turns::get)
                .findFirst()
                .orElse(oldest);
    }

    /**
     * The signs without those that came twice because several sources are followed: the same of the same step, within {@link
     * Sign#SAME_MOMENT} of one another. Each takes the place of one of every other source, first come first served, so that a script
     * that fails and tries again within the moment is not mistaken for an echo of itself.
     */
    List<Sign> withoutEchoes() {
        List<List<Sign>> echoes = new ArrayList<>();
        for (Sign sign : inOrder) {
            echoes.stream()
                    .filter(original -> sign.echoes(original))
                    .findFirst()
                    .orElseGet(() -> {
                        List<Sign> original = new ArrayList<>();
                        echoes.add(original);
                        return original;
                    })
                    .add(sign);
        }
        return echoes.stream().map(List::getFirst).toList();
    }
}
