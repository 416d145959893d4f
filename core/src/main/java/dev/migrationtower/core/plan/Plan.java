package dev.migrationtower.core.plan;

import dev.migrationtower.events.Text;
import dev.migrationtower.events.View.Link;
import dev.migrationtower.events.View.Window;
import java.time.ZoneId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is looked at, and in which order it must come to be so.
 *
 * @param openToPublic whether people who did not sign in may see what is meant for everybody
 * @param roles by id
 * @param checks by id, in the order of the file; with those that a script is followed by ({@link Phase#followedBy})
 * @param phases at least one, in order
 * @param samples lines that were tried when the plan was read
 */
public record Plan(
        String id,
        Text title,
        @Nullable String owner,
        List<Link> links,
        boolean openToPublic,
        ZoneId timezone,
        @Nullable Window window,
        @Nullable Announce announce,
        SequencedMap<String, Role> roles,
        SequencedMap<String, Check> checks,
        List<Deviation> deviations,
        List<Phase> phases,
        @Nullable Rollback rollback,
        List<Sample> samples) {

    public Plan {
        links = List.copyOf(links);
        roles = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(roles));
        checks = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(checks));
        deviations = List.copyOf(deviations);
        phases = List.copyOf(phases);
        samples = List.copyOf(samples);
    }

    /** The phases of the plan and, after them, those of its rollback. */
    public List<Phase> allPhases() {
        return Stream.concat(phases.stream(), rollback == null ? Stream.empty() : rollback.phases().stream())
                .toList();
    }

    /** Who stands behind a role, stand-ins last; nobody for no role, or one that the plan does not know. */
    public List<String> peopleOf(@Nullable String role) {
        Role known = role == null ? null : roles.get(role);
        return known == null
                ? List.of()
                : Stream.concat(known.people().stream(), known.backup().stream())
                        .toList();
    }

    /**
     * The check of this id.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Check check(String id) {
        Check check = checks.get(id);
        if (check == null) {
            throw new IllegalArgumentException("the plan has no check " + id);
        }
        return check;
    }
}
