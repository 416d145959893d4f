package dev.migrationtower.probe.monitors;

import dev.migrationtower.probe.runtime.vendor.Accounts;
import dev.migrationtower.probe.runtime.vendor.VendorAccount;
import dev.migrationtower.probe.runtime.vendor.VendorLimits;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Somebody who runs monitors for others; one CDI bean each.
 *
 * @param words who it is
 * @param limits what we take the liberty of with each of its accounts
 * @param accounts those that the configuration names
 */
public record MonitorsVendor(Words words, VendorLimits limits, Opening accounts) {

    /** One whose accounts are asked by such an API each, of what their checks share and what the configuration says of them. */
    public static <C> MonitorsVendor of(
            Words words,
            VendorLimits limits,
            Map<String, C> configured,
            BiFunction<VendorAccount, C, MonitorsApi> api) {
        return new MonitorsVendor(
                words,
                limits,
                open -> Accounts.of(
                        "tower." + words.kind() + ".accounts",
                        configured,
                        (name, who) -> api.apply(open.apply(name), who)));
    }

    /** Opens accounts. */
    @FunctionalInterface
    public interface Opening {
        /** @param open what all checks of the account of this name share */
        Accounts<MonitorsApi> all(Function<String, VendorAccount> open);
    }

    /**
     * How people are told of it.
     *
     * @param kind of probe, as plans name it
     * @param title {@code Better Stack}
     * @param secret how the name of the variable ends that holds it: {@code TOKEN}
     * @param allowance {@code 10 requests a minute}
     * @param link where people see their monitors
     * @param away what to think of when it does not answer
     */
    public record Words(String kind, String title, String secret, String allowance, String link, String away) {}
}
