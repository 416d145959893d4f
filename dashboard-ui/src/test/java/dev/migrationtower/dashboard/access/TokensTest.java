package dev.migrationtower.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.migrationtower.dashboard.access.Visitor.Person;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TokensTest {
    private static final Instant NOW = Instant.parse("2026-11-22T22:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final Optional<String> KEY = Optional.of("a key of thirty-two bytes or more");
    private static final Person VIEWER =
            new Person("ada", Set.of(Role.VIEWER), Door.PASSWORD, NOW.plusSeconds(3600), "csrf", "seal");
    private final Tokens tokens = new Tokens(KEY, CLOCK);

    @Test
    void aSessionComesBackAsItWent() {
        assertThat(tokens.person(tokens.session(VIEWER))).hasValue(VIEWER);
    }

    @Test
    void everyInstanceWithTheSameKeyBelievesIt() {
        assertThat(new Tokens(KEY, CLOCK).person(tokens.session(VIEWER))).isPresent();
        assertThat(new Tokens(Optional.empty(), CLOCK).person(tokens.session(VIEWER)))
                .isEmpty();
    }

    @Test
    void aForgedRoleIsNotBelieved() {
        String[] parts = tokens.session(VIEWER).split("\\.", -1);
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String admin = claims.replace("viewer", "admin");

        assertThat(admin).isNotEqualTo(claims);
        assertThat(tokens.person(parts[0] + "." + encode(admin) + "." + parts[2]))
                .isEmpty();
        assertThat(tokens.person(encode("{\"alg\":\"none\"}") + "." + encode(admin) + "."))
                .isEmpty();
    }

    @Test
    void whatIsOverIsNotBelieved() {
        Tokens later = new Tokens(KEY, Clock.offset(CLOCK, Duration.ofHours(2)));

        assertThat(later.person(tokens.session(VIEWER))).isEmpty();
        assertThat(later.screen(tokens.wall("night-1", "w-1", NOW.plusSeconds(60))))
                .isEmpty();
    }

    @Test
    void theLinkOfAScreenIsNoSession() {
        assertThat(tokens.person(tokens.wall("night-1", "w-1", NOW.plusSeconds(60))))
                .isEmpty();
        assertThat(tokens.screen(tokens.session(VIEWER))).isEmpty();
    }

    @Test
    void nonsenseIsNobody() {
        assertThat(tokens.person("")).isEmpty();
        assertThat(tokens.person("a.b.c")).isEmpty();
    }

    @Test
    void aShortKeyIsRefusedByItsName() {
        assertThatThrownBy(() -> new Tokens(Optional.of("short"), CLOCK)).hasMessageContaining("TOWER_ACCESS_KEY");
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
