package dev.migrationtower.dashboard.access;

import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitor.Screen;
import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.HmacKey;
import org.jose4j.lang.JoseException;

/**
 * What is given out signed and is believed when it comes back: sessions and the links of screens. JSON Web Tokens, HMAC-SHA256; the
 * audience keeps one from being taken for the other. Thread-safe.
 */
final class Tokens {
    /** As long as what HMAC-SHA256 puts out; RFC 7518 asks for no less. */
    static final int SHORTEST_KEY = 32;

    private static final String SESSION = "session";
    private static final String WALL = "wall";
    private static final String ROLES = "roles";
    private static final String DOOR = "door";
    private static final String CSRF = "csrf";
    private static final String SEAL = "seal";

    private final Key key;
    private final Clock clock;

    /**
     * @param key empty: one of its own, so that nothing signed before or elsewhere is believed
     * @throws IllegalArgumentException if the key is too short
     */
    Tokens(Optional<String> key, Clock clock) {
        byte[] bytes = key.map(text -> text.getBytes(StandardCharsets.UTF_8)).orElseGet(() -> random(SHORTEST_KEY));
        if (bytes.length < SHORTEST_KEY) {
            throw new IllegalArgumentException("tower.access.key (TOWER_ACCESS_KEY) has " + bytes.length
                    + " bytes; it needs " + SHORTEST_KEY + " at least: openssl rand -base64 32 makes a good one");
        }
        this.key = new HmacKey(bytes);
        this.clock = clock;
    }

    /** A text that nobody guesses. */
    static String secret() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random(18));
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /** The session of somebody who showed who they are, for that long. */
    String session(Person person) {
        JwtClaims claims = claims(SESSION, person.name(), Objects.requireNonNull(person.until(), "a session ends"));
        claims.setStringListClaim(ROLES, person.roles().stream().map(Role::word).toList());
        claims.setStringClaim(DOOR, person.door().word());
        claims.setStringClaim(CSRF, Objects.requireNonNull(person.csrf(), "a page has to show it"));
        if (person.seal() != null) {
            claims.setStringClaim(SEAL, person.seal());
        }
        return signed(claims);
    }

    /** Whose session this is; empty if it is none of ours, or over. */
    Optional<Person> person(String token) {
        return read(
                token,
                SESSION,
                claims -> new Person(
                        claims.getSubject(),
                        roles(claims.getStringListClaimValue(ROLES)),
                        Door.of(claims.getStringClaimValue(DOOR)).orElseThrow(),
                        end(claims),
                        claims.getStringClaimValue(CSRF),
                        claims.getStringClaimValue(SEAL)));
    }

    /** What the link of this id has to carry to show this run. */
    String wall(String run, String link, Instant until) {
        JwtClaims claims = claims(WALL, run, until);
        claims.setJwtId(link);
        return signed(claims);
    }

    /** The screen that shows this; empty if it is none of ours, or over. Whether its link was closed the run says. */
    Optional<Screen> screen(String token) {
        return read(token, WALL, claims -> new Screen(claims.getSubject(), claims.getJwtId(), end(claims)));
    }

    private static JwtClaims claims(String audience, String subject, Instant until) {
        JwtClaims claims = new JwtClaims();
        claims.setAudience(audience);
        claims.setSubject(subject);
        claims.setExpirationTime(NumericDate.fromSeconds(until.getEpochSecond()));
        return claims;
    }

    private String signed(JwtClaims claims) {
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
        signature.setKey(key);
        try {
            return signature.getCompactSerialization();
        } catch (JoseException e) {
            throw new IllegalStateException("a token cannot be signed", e);
        }
    }

    private <T> Optional<T> read(String token, String audience, Reading<T> reading) {
        try {
            JwtClaims claims = new JwtConsumerBuilder()
                    .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
                    .setVerificationKey(key)
                    .setExpectedAudience(audience)
                    .setRequireSubject()
                    .setRequireExpirationTime()
                    .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
                    .build()
                    .processToClaims(token);
            return Optional.of(reading.of(claims));
        } catch (InvalidJwtException | MalformedClaimException e) {
            return Optional.empty();
        }
    }

    private static Instant end(JwtClaims claims) throws MalformedClaimException {
        return Instant.ofEpochSecond(claims.getExpirationTime().getValue());
    }

    private static Set<Role> roles(List<String> words) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        words.forEach(word -> Role.of(word).ifPresent(roles::add));
        return roles;
    }

    private interface Reading<T> {
        T of(JwtClaims claims) throws MalformedClaimException;
    }
}
