package dev.migrationtower.service;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.security.auth.SecurityProtocol;
import org.jspecify.annotations.Nullable;

/**
 * Where Kafka is and how to sign in there: the settings that every client of Kafka in the tower begins with. Each setting of Kafka's
 * clients may be said by its own name; three things need not be said as Kafka wants them:
 *
 * <ul>
 *   <li>{@code sasl.username} and {@code sasl.password} stand for {@code sasl.jaas.config}, so that a secret need not be written into
 *       a line of Java;
 *   <li>a store of certificates that ends with {@code .pem} or {@code .crt}, or is given as text, is of type {@code PEM};
 *   <li>whatever else begins with {@code KAFKA_} in the environment, as Kubernetes puts it there for a service of that name, is left out.
 * </ul>
 */
public final class KafkaConnection {
    private static final String USERNAME = "sasl.username";
    private static final String PASSWORD = "sasl.password";
    private static final String JAAS = "sasl.jaas.config";
    private static final String PROTOCOL = "security.protocol";
    private static final String MECHANISM = "sasl.mechanism";

    private static final Pattern SERVERS = Pattern.compile("[^\\s,]+:\\d{1,5}(\\s*,\\s*[^\\s,]+:\\d{1,5})*");
    private static final Pattern OF_SECURITY = Pattern.compile("(sasl|ssl|security)\\..*");
    private static final Set<String> KNOWN = known();

    private KafkaConnection() {}

    /**
     * The settings for Kafka's clients.
     *
     * @param said what the configuration says, without the prefix {@code kafka.}
     * @throws IllegalArgumentException if that cannot work: names the key, never shows a secret
     */
    public static Map<String, Object> of(Map<String, String> said) {
        Map<String, Object> settings = new HashMap<>();
        said.forEach((name, value) -> {
            if (KNOWN.contains(name)) {
                settings.put(name, value);
            } else if (OF_SECURITY.matcher(name).matches() && !name.equals(USERNAME) && !name.equals(PASSWORD)) {
                throw wrong(name, "no client of Kafka has such a setting");
            }
        });
        checkServers(said.get(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG));
        if (protocol(said).name.startsWith("SASL_")) {
            signIn(said, settings);
        }
        if (protocol(said).name.endsWith("SSL")) {
            store("ssl.truststore", "certificates", said, settings);
            store("ssl.keystore", "certificate.chain", said, settings);
        }
        return Map.copyOf(settings);
    }

    /** The same, for a program that is no service: only the environment says something. */
    public static Map<String, Object> ofEnvironment(Map<String, String> environment) {
        Map<String, String> said = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_") && !value.isEmpty()) {
                said.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        return of(said);
    }

    private static void checkServers(@Nullable String servers) {
        if (servers == null || !SERVERS.matcher(servers).matches()) {
            throw wrong(
                    AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                    "it is \"" + servers + "\", and must be host:port, or several with commas between");
        }
    }

    private static SecurityProtocol protocol(Map<String, String> said) {
        String name = said.get(PROTOCOL);
        if (name == null) {
            said.keySet().stream()
                    .filter(key -> OF_SECURITY.matcher(key).matches())
                    .findFirst()
                    .ifPresent(key -> {
                        throw wrong(
                                PROTOCOL,
                                "it is missing beside " + environment(key)
                                        + ": say SASL_SSL, SSL, SASL_PLAINTEXT or PLAINTEXT");
                    });
            return SecurityProtocol.PLAINTEXT;
        }
        if (!SecurityProtocol.names().contains(name.toUpperCase(Locale.ROOT))) {
            throw wrong(PROTOCOL, "it is \"" + name + "\", and must be one of " + SecurityProtocol.names());
        }
        return SecurityProtocol.forName(name);
    }

    private static void signIn(Map<String, String> said, Map<String, Object> settings) {
        String mechanism = said.get(MECHANISM);
        if (mechanism == null) {
            throw wrong(
                    MECHANISM, "it is missing: say SCRAM-SHA-512, SCRAM-SHA-256, PLAIN or what else your Kafka wants");
        }
        String module = module(mechanism);
        if (module == null || said.containsKey(JAAS)) {
            return;
        }
        String username = said.get(USERNAME);
        String password = said.get(PASSWORD);
        if (username == null || password == null) {
            throw wrong(
                    username == null ? USERNAME : PASSWORD,
                    "it is missing: signing in by " + mechanism + " needs a user and a password");
        }
        settings.put(JAAS, module + " required username=" + quoted(username) + " password=" + quoted(password) + ";");
    }

    /** What signs in with a user and a password; null for what needs something else, which Kafka knows better. */
    private static @Nullable String module(String mechanism) {
        return switch (mechanism) {
            case "PLAIN" -> "org.apache.kafka.common.security.plain.PlainLoginModule";
            case "SCRAM-SHA-256", "SCRAM-SHA-512" -> "org.apache.kafka.common.security.scram.ScramLoginModule";
            default -> null;
        };
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static void store(String store, String asText, Map<String, String> said, Map<String, Object> settings) {
        String location = said.get(store + ".location");
        if (location != null && !Files.isReadable(Path.of(location))) {
            throw wrong(store + ".location", "there is no file " + location + " that this service may read");
        }
        boolean pem = location == null ? said.containsKey(store + "." + asText) : location.matches(".*\\.(pem|crt)");
        if (pem) {
            settings.putIfAbsent(store + ".type", "PEM");
        }
    }

    private static Set<String> known() {
        Set<String> names = new HashSet<>(AdminClientConfig.configNames());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        return Set.copyOf(names);
    }

    private static IllegalArgumentException wrong(String name, String what) {
        return new IllegalArgumentException("kafka." + name + " (" + environment(name) + "): " + what);
    }

    private static String environment(String name) {
        return "KAFKA_" + name.replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
