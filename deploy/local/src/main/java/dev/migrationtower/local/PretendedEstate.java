package dev.migrationtower.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the demo's databases and vendors are. The simulator is told where to listen; the probes, where to look and with which keys, which
 * are secret to nobody.
 *
 * @param vendors the ports of the pretended vendors, by name
 * @param speed how many times faster than life the night is played
 */
record PretendedEstate(int postgresPort, Map<String, Integer> vendors, double speed) {
    /** The simulator's vendors live so many times faster than the night. */
    private static final double VENDORS = 10;

    private static final String SCALINGO = "scalingo";
    private static final String FRESHPING = "freshping";
    private static final String DATADOG = "datadog";
    private static final String OVH = "ovh";

    /** On free ports. */
    static PretendedEstate onFreePorts(double speed) {
        return new PretendedEstate(
                Ports.free(),
                Stream.of(SCALINGO, FRESHPING, DATADOG, OVH)
                        .collect(Collectors.toMap(Function.identity(), name -> Ports.free())),
                speed);
    }

    /** What the simulator must be told. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        arguments.addAll(List.of("--postgres-port", Integer.toString(postgresPort)));
        arguments.addAll(List.of("--speed", Double.toString(speed)));
        new TreeMap<>(vendors).forEach((name, port) -> arguments.addAll(List.of("--vendor", name + "=" + port)));
        return arguments;
    }

    /** What the probes must be told. Their budgets are those of life, spent as much faster as the vendors' time goes by. */
    Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        for (String database : List.of("api", "datawarehouse")) {
            put(
                    environment,
                    "TOWER_POSTGRES_DATASOURCES_" + database.toUpperCase(Locale.ROOT) + "_",
                    "URL",
                    "jdbc:postgresql://127.0.0.1:" + postgresPort + "/" + database,
                    "USER",
                    "tower",
                    "PASSWORD",
                    "not needed on loopback");
        }
        String scalingo = url(SCALINGO);
        put(environment, "TOWER_SCALINGO_", "AUTH_URL", scalingo, "API_URL", scalingo, "DATABASE_URL", scalingo);
        put(environment, "TOWER_SCALINGO_", "ACCOUNTS_DEFAULT_TOKEN", "tk-us-pretended", "REQUESTS", budget(50));
        put(environment, "TOWER_FRESHPING_", "URL", url(FRESHPING), "REQUESTS", budget(270));
        put(environment, "TOWER_FRESHPING_ACCOUNTS_DEFAULT_", "KEY", "fp-pretended", "SUBDOMAIN", "pix");
        put(environment, "TOWER_DATADOG_", "URL", url(DATADOG), "REQUESTS", budget(270), "OVERLAP", overlap());
        put(
                environment,
                "TOWER_DATADOG_ACCOUNTS_DEFAULT_",
                "API_KEY",
                "dd-api-pretended",
                "APPLICATION_KEY",
                "dd-application-pretended");
        put(environment, "TOWER_OVH_ACCOUNTS_DEFAULT_", "API_URL", url(OVH) + "/1.0");
        put(
                environment,
                "TOWER_OVH_ACCOUNTS_DEFAULT_",
                "APPLICATION_KEY",
                "ovh-application-pretended",
                "APPLICATION_SECRET",
                "ovh-secret-pretended",
                "CONSUMER_KEY",
                "ovh-consumer-pretended");
        return environment;
    }

    private String url(String vendor) {
        return "http://127.0.0.1:" + vendors.get(vendor);
    }

    private String budget(int ofLife) {
        return Long.toString(Math.round(Math.ceil(ofLife * VENDORS * speed)));
    }

    /** Two minutes of life; some seconds at least, because our computers are not faster in a fast night. */
    private String overlap() {
        return Duration.ofMillis(Math.max(3_000, Math.round(120_000 / VENDORS / speed)))
                .toString();
    }

    private static void put(Map<String, String> environment, String prefix, String... namesAndValues) {
        for (int i = 0; i < namesAndValues.length; i += 2) {
            environment.put(prefix + namesAndValues[i], namesAndValues[i + 1]);
        }
    }
}
