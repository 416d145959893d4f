package dev.migrationtower.probe.runtime.kit;

import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.VendorServer;
import dev.migrationtower.simulator.vendor.Voice;
import java.time.Clock;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The voice of a vendor that nobody pretends: it knows nothing but what the server is told to answer.
 *
 * @param whom it lets in
 * @param stranger what it says to others
 */
public record Scripted(Predicate<Asked> whom, Reply stranger) implements Voice {

    /** Opens a vendor that speaks so. */
    public static VendorServer start(Predicate<Asked> whom, Reply stranger) {
        return Bench.vendor(Clock.systemUTC(), new Scripted(whom, stranger));
    }

    @Override
    public boolean knows(Asked asked) {
        return whom.test(asked);
    }

    @Override
    public Reply answer(Asked asked) {
        return error(404, "not found");
    }

    @Override
    public Reply error(int status, String words) {
        return Reply.of(status, Map.of("error", words));
    }
}
