package dev.migrationtower.simulator.ovh;

import dev.migrationtower.simulator.estate.Machines;
import dev.migrationtower.simulator.estate.Machines.Machine;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.Voice;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Says of the machines what OVHcloud would, to whoever signs requests within a minute of its time, or bears a token for which an OAuth2
 * client gave its secret ("First steps with the API"; RFC 6749, 4.4).
 */
public final class OvhVoice implements Voice {
    /** The keys that it knows. */
    public static final String APPLICATION_KEY = "ovh-application-pretended";

    public static final String APPLICATION_SECRET = "ovh-secret-pretended";
    public static final String CONSUMER_KEY = "ovh-consumer-pretended";
    /** The OAuth2 client that it knows. */
    public static final String CLIENT_ID = "EU.pretended";

    public static final String CLIENT_SECRET = "ovh-client-pretended";
    /** The project that the machines are in. */
    public static final String PROJECT = "abc123";

    private static final String INSTANCES = "GET /1.0/cloud/project/" + PROJECT + "/instance";
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int TOLERANCE = 60;

    private final Machines machines;
    private final Duration goodFor;
    private final Map<String, Instant> lent = new ConcurrentHashMap<>();

    /** @param pace at which its tokens end */
    public OvhVoice(Machines machines, Pace pace) {
        this.machines = machines;
        goodFor = pace.of(AN_HOUR);
    }

    @Override
    public Reply answer(Asked asked) {
        return withId(
                switch (asked.path()) {
                    case "GET /1.0/auth/time" -> Reply.of(200, asked.at().getEpochSecond());
                    case "POST /auth/oauth2/token" -> token(asked);
                    default -> asked.header("Authorization").isEmpty() ? signed(asked) : borne(asked);
                });
    }

    @Override
    public Reply stranger() {
        return refusal(403, "NOT_CREDENTIAL", "This credential does not exist");
    }

    @Override
    public Reply error(int status, String words) {
        String kind = switch (status) {
            case 403 -> "Client::Forbidden";
            case 404 -> "Client::NotFound";
            case 429 -> "Client::TooManyRequests";
            default -> status < 500 ? "Client::BadRequest" : "Server::InternalServerError";
        };
        return Reply.of(status, Map.of("class", kind, "message", words));
    }

    @Override
    public void expire() {
        lent.clear();
    }

    private Reply signed(Asked asked) {
        String stamp = asked.header("X-Ovh-Timestamp");
        if (!asked.header("X-Ovh-Application").equals(APPLICATION_KEY)) {
            return refusal(403, "INVALID_KEY", "This application key is invalid");
        }
        if (!asked.header("X-Ovh-Consumer").equals(CONSUMER_KEY)) {
            return stranger();
        }
        if (!stamp.matches("\\d{1,12}")
                || Math.abs(Long.parseLong(stamp) - asked.at().getEpochSecond()) > TOLERANCE) {
            return refusal(400, "QUERY_TIME_OUT", "Query out of time");
        }
        return asked.header("X-Ovh-Signature").equals(signature(asked, stamp))
                ? machines(asked)
                : refusal(400, "INVALID_SIGNATURE", "Invalid signature");
    }

    private Reply borne(Asked asked) {
        String who = asked.header("Authorization");
        Instant end = lent.getOrDefault(who.substring(who.indexOf(' ') + 1), Instant.EPOCH);
        return asked.at().isBefore(end)
                ? machines(asked)
                : Reply.of(401, Map.of("class", "Client::Unauthorized", "message", "Invalid or expired token"));
    }

    private Reply token(Asked asked) {
        if (!asked.body().contains("client_id=" + CLIENT_ID)
                || !asked.body().endsWith("client_secret=" + CLIENT_SECRET)
                || !asked.body().contains("grant_type=client_credentials")) {
            return Reply.of(400, Map.of("error", "invalid_client"));
        }
        String token = UUID.randomUUID().toString();
        lent.put(token, asked.at().plus(goodFor));
        return Reply.of(
                200,
                Map.of("access_token", token, "token_type", "Bearer", "expires_in", Math.max(1, goodFor.toSeconds())));
    }

    private Reply machines(Asked asked) {
        if (asked.path().equals(INSTANCES)) {
            return Reply.of(200, machines.all().stream().map(OvhVoice::instance).toList());
        }
        return machines.all().stream()
                .filter(one -> asked.path().equals(INSTANCES + "/" + id(one)))
                .findFirst()
                .map(one -> Reply.of(200, instance(one)))
                .orElseGet(() -> error(404, "The requested object does not exist"));
    }

    private static Map<String, Object> instance(Machine machine) {
        return Map.of(
                "id",
                id(machine),
                "name",
                machine.name(),
                "status",
                machine.on() ? "ACTIVE" : "SHUTOFF",
                "region",
                "GRA11",
                "created",
                "2022-03-01T08:00:00Z",
                "planCode",
                "b2-30.consumption",
                "ipAddresses",
                List.of(),
                "operationIds",
                machine.operation() ? List.of("op-" + machine.id()) : List.of());
    }

    private static String id(Machine machine) {
        return "instance-" + machine.id();
    }

    private static Reply withId(Reply reply) {
        return reply.with(Map.of("X-Ovh-QueryID", "EU.ext-1." + UUID.randomUUID()));
    }

    private static Reply refusal(int status, String code, String message) {
        return Reply.of(status, Map.of("errorCode", code, "message", message));
    }

    private static String signature(Asked asked, String stamp) {
        String signed = String.join(
                "+",
                APPLICATION_SECRET,
                CONSUMER_KEY,
                asked.what().substring(0, asked.what().indexOf(' ')),
                asked.url(),
                asked.body(),
                stamp);
        try {
            return "$1$"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-1").digest(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-1", e);
        }
    }
}
