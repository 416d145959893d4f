package dev.migrationtower.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.runtime.WrongSettingException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private final Secrets secrets = new Secrets(Map.of("TOKEN", "s3cr$t", "EMPTY", "")::get);

    @Test
    void aNameIsReplacedByItsValueFromTheEnvironment() {
        assertThat(secrets.fill("headers.Authorization", "Bearer ${TOKEN}")).isEqualTo("Bearer s3cr$t");
    }

    @Test
    void whatIsNoNameStaysAsItIs() {
        assertThat(secrets.fill("headers.X", "$TOKEN {TOKEN} ${}")).isEqualTo("$TOKEN {TOKEN} ${}");
    }

    @Test
    void aNameThatTheEnvironmentDoesNotHaveIsNamed() {
        assertThatThrownBy(() -> secrets.fill("headers.Authorization", "Bearer ${TOKN}"))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("headers.Authorization")
                .hasMessageContaining("${TOKN}");
        assertThatThrownBy(() -> secrets.fill("headers.X", "${EMPTY}")).hasMessageContaining("${EMPTY}");
    }

    @Test
    void whatWasFilledInIsBlottedOutOfWhatComesBack() {
        secrets.fill("headers.Authorization", "Bearer ${TOKEN}");

        assertThat(secrets.hide("you sent s3cr$t, s3cr$t!")).isEqualTo("you sent ***, ***!");
    }
}
