package dev.migrationtower.probe.runtime.kit;

import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.simulator.vendor.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a kind of check holds besides that is told by words of the vendor's: of one that nobody knows nothing follows. */
public interface WordContract extends VendorContract {
    /** A field that holds such a word. */
    String word();

    /** Part of what is asked where it is told. */
    default String worded() {
        return troubled();
    }

    /** The values that depend on it. */
    default List<String> toldByTheWord() {
        return telling();
    }

    @Test
    default void aWordThatNobodyKnowsIsNoEvidenceAndRecovers() throws Exception {
        Probe probe = probe(Bench.PATIENT);
        vendor().in(Fault.UNHEARD_OF, worded(), word());
        VendorContract.assertBlind(look(probe), toldByTheWord());
        vendor().in(Fault.NONE, "");
        awaitSeen(probe);
    }
}
