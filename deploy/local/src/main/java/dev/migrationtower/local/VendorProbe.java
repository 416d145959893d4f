package dev.migrationtower.local;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The probes that look at vendors. One that has no account there can see nothing, and is not started. */
enum VendorProbe {
    BETTERSTACK("probe-freshping"),
    DATADOG("probe-datadog"),
    FRESHPING("probe-freshping"),
    OVH("probe-ovh"),
    SCALINGO("probe-scalingo"),
    UPTIMEROBOT("probe-freshping");

    private final String module;

    VendorProbe(String module) {
        this.module = module;
    }

    /** The one of this kind; empty if the kind looks at no vendor. */
    static Optional<VendorProbe> of(String kind) {
        return Arrays.stream(values())
                .filter(probe -> probe.kind().equals(kind))
                .findFirst();
    }

    /** The folder of what is started. */
    String module() {
        return module;
    }

    String service() {
        return "probe-" + kind();
    }

    /** What it must be told: where one module is several probes, which of them it is. */
    Map<String, String> environment() {
        return Map.of("TOWER_PROBE", kind());
    }

    /** Whether an environment of these names has an account for it. */
    boolean hasAnAccount(Collection<String> names) {
        return names.stream().anyMatch(name -> name.startsWith("TOWER_" + name() + "_ACCOUNTS_"));
    }

    private String kind() {
        return name().toLowerCase(Locale.ROOT);
    }
}
