package dev.migrationtower.probe.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.probe.runtime.Look;
import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.simulator.vendor.Fault;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a kind of check holds besides whose list comes in pages. */
public interface PagesContract extends ListContract {
    /** From now on there are two pages, the first of them shorter than it might be. */
    void hasTwoPages();

    /** Part of what the second page is asked by. */
    String secondPage();

    /** What is told of both. */
    Map<String, Object> ofBothPages();

    @Test
    default void aShortPageThatNamesANextOneIsNotTheEnd() throws Exception {
        hasTwoPages();

        Look look = look(probe(Bench.PATIENT));

        assertThat(Contract.reading(check().probe(), look)).containsAllEntriesOf(ofBothPages());
    }

    @Test
    default void aSecondPageThatIsMissingIsNoEvidenceAndRecovers() throws Exception {
        hasTwoPages();
        Probe probe = probe(Bench.PATIENT);
        vendor().in(Fault.NOT_FOUND, secondPage());
        assertThat(Contract.unobservable(look(probe)).cause()).isEqualTo("not-found");
        vendor().in(Fault.NONE, "");
        awaitSeen(probe);
    }
}
