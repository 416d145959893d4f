package dev.migrationtower.notifier.channel;

import dev.migrationtower.events.Json;
import dev.migrationtower.notifier.words.Message;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A webhook of anybody's, in the form of the Standard Webhooks specification: signed, and with an id that stays the same however
 * often the notice is tried, so that a receiver can tell what it has already got.
 */
final class WebhookChannel implements Channel {
    private final Post post;
    private final StandardWebhooks standard;
    private final Clock clock;

    WebhookChannel(Post post, StandardWebhooks standard, Clock clock) {
        this.post = post;
        this.standard = standard;
        this.clock = clock;
    }

    @Override
    public void deliver(Message message) throws UndeliveredException, InterruptedException {
        byte[] body = Json.write(json(message));
        post.send(body, standard.headers(message.id(), clock.instant(), body));
    }

    static Map<String, Object> json(Message message) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("notice", message.id());
        data.put("run", message.run());
        data.put("tone", message.tone().name().toLowerCase(java.util.Locale.ROOT));
        data.put("title", message.title());
        data.put("lines", message.lines());
        if (message.page() != null) {
            data.put("page", message.page().toString());
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "notice." + message.kind());
        json.put("timestamp", message.at().toString());
        json.put("data", data);
        return json;
    }
}
