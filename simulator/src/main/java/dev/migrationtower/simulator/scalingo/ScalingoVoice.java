package dev.migrationtower.simulator.scalingo;

import dev.migrationtower.simulator.estate.Measurements.Measured;
import dev.migrationtower.simulator.estate.Pace;
import dev.migrationtower.simulator.estate.Platform;
import dev.migrationtower.simulator.estate.Platform.App;
import dev.migrationtower.simulator.vendor.Asked;
import dev.migrationtower.simulator.vendor.RateLimit;
import dev.migrationtower.simulator.vendor.Reply;
import dev.migrationtower.simulator.vendor.Voice;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says of the platform's apps what Scalingo would: an API token is exchanged for one of an hour, which opens apps, and that for others
 * that open a database each. It answers 60 requests a minute. All its hosts are at one address: that of tokens, those of the regions,
 * and those of their databases.
 */
public final class ScalingoVoice implements Voice {
    /** The API token that it knows. */
    public static final String TOKEN = "tk-us-pretended";

    /** The token in the address of a log's stream. */
    public static final String LOG_TOKEN = "logs-pretended";

    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final int PER_MINUTE = 60;
    private static final String APPS = "apps";
    private static final Pattern APP = Pattern.compile("(GET|POST) /v1/apps/([^/]+)(/.*)?");
    private static final Pattern DATABASE = Pattern.compile("GET /api/databases/([^/]+)(/.*)?");

    private final Platform platform;
    private final Function<String, Measured> measured;
    private final Tokens tokens;
    private final RateLimit limit;

    /**
     * @param measured what is known of the database of an app
     * @param pace at which its tokens end, and its minute
     */
    public ScalingoVoice(Platform platform, Function<String, Measured> measured, Pace pace) {
        this.platform = platform;
        this.measured = measured;
        tokens = new Tokens(pace.of(AN_HOUR));
        limit = new RateLimit(PER_MINUTE, pace.of(Duration.ofMinutes(1)));
    }

    /** Where the stream of an app's log is. */
    public static String stream(String app) {
        return "/apps/" + app + "/logs";
    }

    @Override
    public Reply answer(Asked asked) {
        if (!limit.take(asked.at()).granted()) {
            return error(429, "Retry later");
        }
        if (asked.path().equals("POST /v1/tokens/exchange")) {
            return asked.header("Authorization").equals(basic(TOKEN))
                    ? Reply.of(200, Map.of("token", tokens.lend(APPS, asked.at())))
                    : stranger();
        }
        Matcher database = DATABASE.matcher(asked.path());
        if (database.matches()) {
            return database(asked, database.group(1), rest(database.group(2)));
        }
        if (!bears(asked, APPS)) {
            return error(401, "token is invalid or expired");
        }
        Matcher app = APP.matcher(asked.path());
        if (!app.matches()) {
            return new Reply(404, "", Map.of());
        }
        return platform.app(app.group(2))
                .map(known -> app(asked, known, rest(app.group(3))))
                .orElseGet(() -> error(404, "not found"));
    }

    @Override
    public Reply stranger() {
        return error(401, "Invalid credentials");
    }

    /** A request too many is answered in plain text; what is not there, with what it would have been. */
    @Override
    public Reply error(int status, String words) {
        return switch (status) {
            case 404 -> Reply.of(404, Map.of("resource", "app", "error", words));
            case 429 -> new Reply(429, words, Map.of("Content-Type", "text/plain"));
            default -> Reply.of(status, Map.of("error", words));
        };
    }

    @Override
    public void expire() {
        tokens.expire();
    }

    private Reply app(Asked asked, App app, String part) {
        String addon = addon(app.name());
        if (part.equals("/addons/" + addon + "/token") && app.backups() != null) {
            String token = tokens.lend(addon, asked.at());
            return Reply.of(200, Map.of("addon", Map.of("id", addon, "token", token)));
        }
        Object document = switch (part) {
            case "" -> Map.of("app", ScalingoDocuments.app(app));
            case "/ps" -> Map.of("containers", ScalingoDocuments.containers(app, asked.ahead()));
            case "/containers" -> Map.of("containers", ScalingoDocuments.formation(app));
            case "/addons" -> Map.of("addons", ScalingoDocuments.addons(app, addon));
            case "/logs" ->
                Map.of("logs_url", "http://" + asked.header("Host") + stream(app.name()) + "?token=" + LOG_TOKEN);
            default -> null;
        };
        return document == null ? error(404, "not found") : withId(Reply.of(200, document));
    }

    /** Databases say 400 where everybody else says 401. */
    private Reply database(Asked asked, String addon, String part) {
        if (!bears(asked, addon)) {
            return error(400, "unauthorized");
        }
        App app = platform.names().stream()
                .filter(name -> addon(name).equals(addon))
                .findFirst()
                .flatMap(platform::app)
                .orElseThrow();
        Measured now = measured.apply(app.name());
        Object document = switch (part) {
            case "" -> Map.of("database", ScalingoDocuments.database(app, addon));
            case "/backups" -> Map.of("database_backups", ScalingoDocuments.backups(asked.at(), asked.ahead(), addon));
            case "/metrics" -> ScalingoDocuments.metrics(now);
            case "/instances_status" -> ScalingoDocuments.instances();
            case "/instances/" + ScalingoDocuments.LEADER + "/metrics/disk" ->
                Map.of("disk_metrics", List.of(Map.of("disk_used", now.bytes(), "disk_total", now.diskBytes())));
            default -> null;
        };
        return document == null ? error(404, "not found") : withId(Reply.of(200, document));
    }

    private boolean bears(Asked asked, String what) {
        String who = asked.header("Authorization");
        return who.startsWith("Bearer ") && tokens.good(who.substring(7), what, asked.at());
    }

    private static Reply withId(Reply reply) {
        return reply.with(Map.of("X-Request-Id", UUID.randomUUID().toString()));
    }

    private static String addon(String app) {
        return "ad-" + UUID.nameUUIDFromBytes(app.getBytes(StandardCharsets.UTF_8));
    }

    private static String basic(String token) {
        return "Basic " + Base64.getEncoder().encodeToString((":" + token).getBytes(StandardCharsets.UTF_8));
    }

    private static String rest(String part) {
        return part == null ? "" : part;
    }
}
