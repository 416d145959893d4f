package dev.migrationtower.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.probe.runtime.Settings;
import dev.migrationtower.probe.runtime.WrongSettingException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpSettingsTest {
    private final Secrets secrets = new Secrets(Map.of("TOKEN", "s3cret", "TWO_LINES", "s3cret\r\nX: y")::get);

    @Test
    void anAddressIsEnough() {
        HttpSettings settings = settings(Map.of("url", "https://app.example.org"));

        assertThat(settings)
                .isEqualTo(new HttpSettings(
                        URI.create("https://app.example.org"), "GET", Map.of(), Duration.ofSeconds(5), false, false));
        assertThat(settings.port()).isEqualTo(443);
        assertThat(settings.path()).isEqualTo("/");
    }

    @Test
    void everythingCanBeSaid() {
        HttpSettings settings = settings(Map.of(
                "url", "http://app.example.org:8080/a%20b?c=d",
                "method", "HEAD",
                "headers", Map.of("Authorization", "Bearer ${TOKEN}", "X-Count", 3),
                "timeout", "500ms",
                "followRedirects", true,
                "trust", "any"));

        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.path()).isEqualTo("/a%20b?c=d");
        assertThat(settings.headers())
                .containsOnly(Map.entry("Authorization", "Bearer s3cret"), Map.entry("X-Count", "3"));
        assertThat(settings.timeout()).hasMillis(500);
        assertThat(settings.followRedirects()).isTrue();
        assertThat(settings.trustAny()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://a/",
                "a",
                "http://",
                "http:///x",
                "http://a b/",
                "http://a:70000/",
                "http://u:p@a/",
                "mailto:a@b"
            })
    void whatIsNoHttpAddressIsNamedWithoutBeingShown(String url) {
        assertThatThrownBy(() -> settings(Map.of("url", url)))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("\"url\"")
                .hasMessageNotContaining("u:p");
    }

    @ParameterizedTest
    @CsvSource({"method,DELETE", "trust,none", "timeout,soon", "followRedirects,maybe", "headers,none"})
    void aWrongSettingIsNamed(String name, String value) {
        assertThatThrownBy(() -> settings(Map.of("url", "http://a/", name, value)))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("\"" + name + "\"");
    }

    @Test
    void aSecretThatHttpDoesNotAllowIsNamedAndNotShown() {
        assertThatThrownBy(() -> settings(Map.of("url", "http://a/", "headers", Map.of("X", "${TWO_LINES}"))))
                .isInstanceOf(WrongSettingException.class)
                .hasMessageContaining("headers.X")
                .hasMessageNotContaining("s3cret");
    }

    @Test
    void aRedirectToAnotherHostGetsNoHeaders() {
        HttpSettings settings =
                settings(Map.of("url", "https://a/", "headers", Map.of("Authorization", "Bearer ${TOKEN}")));

        assertThat(settings.at(URI.create("https://a/login")).headers()).isNotEmpty();
        assertThat(settings.at(URI.create("https://b/")).headers()).isEmpty();
        assertThat(settings.at(URI.create("http://a/")).headers()).isEmpty();
    }

    private HttpSettings settings(Map<String, Object> settings) {
        return HttpSettings.of(new Settings(settings), secrets);
    }
}
