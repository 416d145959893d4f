package dev.migrationtower.probe.runtime.kit;

import dev.migrationtower.probe.runtime.Probe;
import dev.migrationtower.simulator.vendor.Fault;
import org.junit.jupiter.api.Test;

/** What a kind of check holds besides that is told by a list: that nothing stands in it is no evidence that nothing is there. */
public interface ListContract extends VendorContract {

    @Test
    default void anEmptyListIsNoEvidenceAndRecovers() throws Exception {
        Probe probe = probe(Bench.PATIENT);
        vendor().in(Fault.EMPTY, troubled());
        VendorContract.assertBlind(look(probe), telling());
        vendor().in(Fault.NONE, "");
        awaitSeen(probe);
    }
}
