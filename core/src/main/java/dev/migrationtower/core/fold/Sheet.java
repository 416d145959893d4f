package dev.migrationtower.core.fold;

import java.util.List;
import java.util.stream.IntStream;
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;
import org.pcollections.PVector;
import org.pcollections.TreePVector;

/**
 * How the criteria of a gate stand. Immutable; a criterion that changes costs as much as its groups are deep, however many others
 * there are.
 */
final class Sheet {
    private final Criteria criteria;
    private final PMap<Criterion, Standing> standings;
    private final PVector<Tally> tallies;

    private Sheet(Criteria criteria, PMap<Criterion, Standing> standings, PVector<Tally> tallies) {
        this.criteria = criteria;
        this.standings = standings;
        this.tallies = tallies;
    }

    /** Nothing is known yet. */
    static Sheet blank(Criteria criteria) {
        List<Tally> unknown = IntStream.range(0, criteria.groups())
                .mapToObj(index -> Tally.ofUnknown(criteria.group(index).size()))
                .toList();
        return new Sheet(criteria, HashTreePMap.empty(), TreePVector.from(unknown));
    }

    Criteria criteria() {
        return criteria;
    }

    /** How the members of the gate itself stand. */
    Tally tally() {
        return tallies.getFirst();
    }

    /** How the gate stands, all in all. */
    Standing standing() {
        return standing(0);
    }

    Standing standing(Criterion criterion) {
        return standings.getOrDefault(criterion, Standing.UNKNOWN);
    }

    /** The same with this criterion standing so; one that the gate does not ask for changes nothing. */
    Sheet with(Criterion criterion, Standing standing) {
        Standing before = standing(criterion);
        List<Integer> groups = criteria.groupsOf(criterion);
        if (before == standing || groups.isEmpty()) {
            return this;
        }
        Sheet after = new Sheet(criteria, standings.plus(criterion, standing), tallies);
        for (int group : groups) {
            after = after.moved(group, before, standing);
        }
        return after;
    }

    private Sheet moved(int group, Standing from, Standing to) {
        Standing before = standing(group);
        Sheet after = new Sheet(
                criteria, standings, tallies.with(group, tallies.get(group).moved(from, to)));
        Standing now = after.standing(group);
        int parent = criteria.group(group).parent();
        return parent < 0 || now == before ? after : after.moved(parent, before, now);
    }

    private Standing standing(int group) {
        return tallies.get(group).standing(criteria.group(group).needed());
    }
}
