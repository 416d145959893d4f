package dev.migrationtower.notifier.channel;

import dev.migrationtower.events.Ids;
import dev.migrationtower.notifier.words.Audience;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.StartTLSOptions;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Makes channels as they are configured. What is wrong is told with the name of the setting, never with a secret. */
public final class Channels {
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Channel.PATIENCE)
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    private final Vertx vertx;
    private final Clock clock;

    public Channels(Vertx vertx, Clock clock) {
        this.vertx = vertx;
        this.clock = clock;
    }

    /**
     * A channel to people.
     *
     * @throws IllegalArgumentException if it cannot work as configured, with the setting and what to do
     */
    public Channel make(String name, ChannelConfig config) {
        String prefix = prefix(name);
        return switch (config.kind()) {
            case SLACK -> new SlackChannel(post(prefix, config));
            case MATTERMOST -> new MattermostChannel(post(prefix, config));
            case TEAMS -> new TeamsChannel(post(prefix, config));
            case WEBHOOK -> new WebhookChannel(post(prefix, config), standard(prefix, config), clock);
            case MAIL -> mail(prefix, config);
            case EVENTS -> throw new IllegalArgumentException(prefix + "kind: events are not for people");
        };
    }

    /**
     * A channel to a program.
     *
     * @throws IllegalArgumentException if it cannot work as configured, with the setting and what to do
     */
    public EventWebhook makeForEvents(String name, ChannelConfig config) {
        String prefix = prefix(name);
        if (config.audience() != Audience.OPERATOR) {
            throw new IllegalArgumentException(prefix + "audience: events tell everything, hosts and people included;"
                    + " for the public take another kind");
        }
        return new EventWebhook(post(prefix, config), standard(prefix, config), clock);
    }

    private static String prefix(String name) {
        Ids.require("tower.notifier.channels: the", name);
        return "tower.notifier.channels." + name + ".";
    }

    private Post post(String prefix, ChannelConfig config) {
        URI url = config.url();
        if (url.getHost() == null || !("https".equals(url.getScheme()) || "http".equals(url.getScheme()))) {
            throw new IllegalArgumentException(prefix + "url must be the https:// address of a webhook");
        }
        return new Post(http, url);
    }

    private static StandardWebhooks standard(String prefix, ChannelConfig config) {
        try {
            return new StandardWebhooks(config.secret().orElse(""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + "secret " + e.getMessage(), e);
        }
    }

    private Channel mail(String prefix, ChannelConfig config) {
        URI url = config.url();
        boolean tls = "smtps".equals(url.getScheme());
        if (url.getHost() == null || !(tls || "smtp".equals(url.getScheme()))) {
            throw new IllegalArgumentException(prefix + "url must be smtp://host:587 or smtps://host:465");
        }
        MailConfig smtp = new MailConfig()
                .setHostname(url.getHost())
                .setPort(url.getPort() > 0 ? url.getPort() : tls ? 465 : 587)
                .setSsl(tls)
                .setStarttls(
                        tls
                                ? StartTLSOptions.DISABLED
                                : StartTLSOptions.valueOf(config.startTls().name()))
                .setKeepAlive(false)
                .setAllowRcptErrors(true);
        if (config.user().isPresent()) {
            smtp.setUsername(config.user().get()).setPassword(required(prefix + "secret", config.secret()));
        }
        List<String> to = required(prefix + "to", config.to());
        String from = required(prefix + "from", config.from());
        return new MailChannel(MailClient.create(vertx, smtp), url.getHost() + ":" + smtp.getPort(), from, to);
    }

    private static <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(() -> new IllegalArgumentException(key + " is missing"));
    }
}
