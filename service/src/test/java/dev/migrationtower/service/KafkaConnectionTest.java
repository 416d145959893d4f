package dev.migrationtower.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KafkaConnectionTest {
    private static final String PASSWORD = "pa\"ss\\word";

    @Test
    void anAddressIsEnough() {
        assertThat(KafkaConnection.of(said())).containsExactly(Map.entry("bootstrap.servers", "kafka:9092"));
    }

    @ParameterizedTest
    @CsvSource({
        "PLAIN, plain.PlainLoginModule",
        "SCRAM-SHA-256, scram.ScramLoginModule",
        "SCRAM-SHA-512, scram.ScramLoginModule"
    })
    void aUserAndAPasswordSignIn(String mechanism, String module) {
        Map<String, Object> connection = KafkaConnection.of(said(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                mechanism,
                "sasl.username",
                "tower",
                "sasl.password",
                PASSWORD));

        assertThat(connection)
                .containsEntry(
                        "sasl.jaas.config",
                        "org.apache.kafka.common.security." + module
                                + " required username=\"tower\" password=\"pa\\\"ss\\\\word\";")
                .doesNotContainKeys("sasl.username", "sasl.password");
    }

    @Test
    void whatKafkaKnowsBetterIsHandedOnAsItIs() {
        Map<String, Object> connection = KafkaConnection.of(said(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "OAUTHBEARER",
                "sasl.oauthbearer.token.endpoint.url", "https://id.example.org/token",
                "client.dns.lookup", "resolve_canonical_bootstrap_servers_only"));

        assertThat(connection)
                .containsEntry("sasl.oauthbearer.token.endpoint.url", "https://id.example.org/token")
                .containsEntry("client.dns.lookup", "resolve_canonical_bootstrap_servers_only")
                .doesNotContainKey("sasl.jaas.config");
    }

    @Test
    void certificatesThatPeopleCanReadAreOfTypePem(@TempDir Path folder) throws Exception {
        Path authority = Files.writeString(folder.resolve("ca.pem"), "-----BEGIN CERTIFICATE-----");

        assertThat(KafkaConnection.of(
                        said("security.protocol", "SSL", "ssl.truststore.location", authority.toString())))
                .containsEntry("ssl.truststore.type", "PEM");
        assertThat(KafkaConnection.of(said(
                        "security.protocol", "SSL",
                        "ssl.truststore.certificates", "-----BEGIN CERTIFICATE-----",
                        "ssl.keystore.certificate.chain", "-----BEGIN CERTIFICATE-----",
                        "ssl.keystore.key", "-----BEGIN PRIVATE KEY-----")))
                .containsEntry("ssl.truststore.type", "PEM")
                .containsEntry("ssl.keystore.type", "PEM");
    }

    @Test
    void whatKubernetesSaysOfAServiceCalledKafkaIsLeftOut() {
        assertThat(KafkaConnection.of(said("port", "tcp://10.0.0.1:9092", "service.host", "10.0.0.1")))
                .containsOnlyKeys("bootstrap.servers");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bootstrap.servers=kafka                                  | KAFKA_BOOTSTRAP_SERVERS",
                "security.protocol=TLS                                    | KAFKA_SECURITY_PROTOCOL",
                "sasl.mechanism=PLAIN                                     | KAFKA_SECURITY_PROTOCOL",
                "security.protocol=SASL_SSL                               | KAFKA_SASL_MECHANISM",
                "sasl.mechanisms=PLAIN                                    | KAFKA_SASL_MECHANISMS",
                "security.protocol=SASL_SSL;sasl.mechanism=PLAIN          | KAFKA_SASL_USERNAME",
                "security.protocol=SSL;ssl.truststore.location=/no/ca.pem | KAFKA_SSL_TRUSTSTORE_LOCATION",
            })
    void whatCannotWorkIsNamed(String settings, String key) {
        Map<String, String> said = new HashMap<>(said());
        for (String setting : settings.split(";")) {
            said.put(setting.split("=")[0], setting.split("=")[1]);
        }

        assertThatThrownBy(() -> KafkaConnection.of(said))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("(" + key + ")");
    }

    @Test
    void aPasswordIsNeverShown() {
        assertThatThrownBy(() -> KafkaConnection.of(
                        said("security.protocol", "SASL_SSL", "sasl.mechanism", "PLAIN", "sasl.password", PASSWORD)))
                .hasMessageContaining("KAFKA_SASL_USERNAME")
                .hasMessageNotContaining(PASSWORD);
    }

    private static Map<String, String> said(String... more) {
        Map<String, String> said = new HashMap<>(Map.of("bootstrap.servers", "kafka:9092"));
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        return said;
    }
}
