package dev.migrationtower.dashboard.access;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.migrationtower.events.Json;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import org.jose4j.jwk.RsaJsonWebKey;
import org.jose4j.jwk.RsaJwkGenerator;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;

/** A company with an OpenID Connect provider that knows one person, and a file of users, one for each role. */
public final class Company implements QuarkusTestResourceLifecycleManager {
    static final String KEY = "the key of the tests, thirty-two bytes or more";
    static final String SERVICE = "the token of services";
    static final String LINK = "the-secret-of-the-link";
    static final String PASSWORD = "correct horse battery";
    private static final String CLIENT = "tower";
    private static final AtomicLong CHANGES = new AtomicLong();

    private Path mark;
    private HttpServer server;
    private RsaJsonWebKey key;
    private static Path users;

    @Override
    public Map<String, String> start() {
        try {
            key = RsaJwkGenerator.generateJwk(2048);
            key.setKeyId("k1");
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/.well-known/openid-configuration", this::configuration);
            server.createContext("/jwks", exchange -> json(exchange, Map.of("keys", List.of(publicKey()))));
            server.createContext("/authorize", Company::authorise);
            server.createContext("/token", this::token);
            server.start();
            users = Files.createTempFile("users", null);
            Files.write(
                    users,
                    Arrays.stream(Role.values())
                            .map(role -> line(role.word(), role))
                            .toList());
            mark = Files.createTempDirectory("link").resolve("used");
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        Map<String, String> config = new HashMap<>();
        config.put("quarkus.oidc.tenant-enabled", "true");
        config.put("quarkus.oidc.auth-server-url", issuer());
        config.put("quarkus.oidc.client-id", CLIENT);
        config.put("quarkus.oidc.credentials.secret", "a secret of thirty-two bytes or more");
        config.put("quarkus.oidc.token.principal-claim", "email");
        config.put("tower.access.company.operators", "night-shift,others");
        config.put("tower.access.users", users.toString());
        config.put("tower.access.link", LINK);
        config.put("tower.access.link-mark", mark.toString());
        config.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        config.put("tower.access.service-token", SERVICE);
        config.put("tower.access.key", KEY);
        return config;
    }

    @Override
    public void stop() {
        server.stop(0);
        try {
            Files.delete(users);
            Files.deleteIfExists(mark);
            Files.delete(mark.getParent());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Adds a line to the users' file; the same for a name that stands there takes its place. */
    static void says(String name, String line) throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(users));
        lines.removeIf(known -> known.startsWith(name + ":"));
        lines.add(line);
        Files.write(users, lines);
        // two changes within one tick of the file system's clock are one
        Files.setLastModifiedTime(users, FileTime.from(Instant.ofEpochSecond(CHANGES.incrementAndGet())));
    }

    /** The line of somebody with the password of all. */
    static String line(String name, Role role) {
        return name + ":" + BcryptUtil.bcryptHash(PASSWORD, 4) + ":" + role.word();
    }

    private String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    private void configuration(HttpExchange exchange) throws IOException {
        json(
                exchange,
                Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/authorize",
                        "token_endpoint", issuer() + "/token",
                        "jwks_uri", issuer() + "/jwks"));
    }

    private Map<String, Object> publicKey() {
        return key.toParams(org.jose4j.jwk.JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
    }

    /** Whoever comes is known already. */
    private static void authorise(HttpExchange exchange) throws IOException {
        Map<String, String> query = Arrays.stream(
                        exchange.getRequestURI().getRawQuery().split("&", -1))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        exchange.getResponseHeaders()
                .set("Location", query.get("redirect_uri") + "?code=c1&state=" + query.get("state"));
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private void token(HttpExchange exchange) throws IOException {
        JwtClaims claims = new JwtClaims();
        claims.setIssuer(issuer());
        claims.setAudience(CLIENT);
        claims.setSubject("4711");
        claims.setStringClaim("email", "ada@company.example");
        claims.setStringListClaim("groups", "night-shift", "admin");
        claims.setIssuedAtToNow();
        claims.setExpirationTimeMinutesInTheFuture(5);
        JsonWebSignature signature = new JsonWebSignature();
        signature.setPayload(claims.toJson());
        signature.setKey(key.getPrivateKey());
        signature.setKeyIdHeaderValue(key.getKeyId());
        signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.RSA_USING_SHA256);
        try {
            String token = signature.getCompactSerialization();
            json(exchange, Map.of("id_token", token, "access_token", token, "token_type", "Bearer", "expires_in", 300));
        } catch (org.jose4j.lang.JoseException e) {
            throw new IOException(e);
        }
    }

    private static void json(HttpExchange exchange, Map<String, Object> body) throws IOException {
        byte[] bytes = Json.mapper().writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
