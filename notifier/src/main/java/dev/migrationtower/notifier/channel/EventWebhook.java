package dev.migrationtower.notifier.channel;

import dev.migrationtower.events.Event;
import dev.migrationtower.events.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * The webhook of a program that has no Kafka: each event as a CloudEvent 1.0 in the binary mode of the HTTP protocol binding, which is
 * what stands on {@code tower.events}, signed as Standard Webhooks want it. One thread delivers to it, one event at a time.
 */
public final class EventWebhook {
    private final Post post;
    private final StandardWebhooks standard;
    private final Clock clock;

    EventWebhook(Post post, StandardWebhooks standard, Clock clock) {
        this.post = post;
        this.standard = standard;
        this.clock = clock;
    }

    /**
     * Hands the event over. Returns when the receiver has it.
     *
     * @throws UndeliveredException if it has not, or nobody can say
     */
    public void deliver(Event event) throws UndeliveredException, InterruptedException {
        byte[] body = Json.write(event);
        Map<String, String> headers = new HashMap<>(standard.headers(event.id(), clock.instant(), body));
        event.attributes().forEach((name, value) -> headers.put("ce-" + name, ascii(value)));
        post.send(body, headers);
    }

    /** As the binding has it: in percent what a header may not hold. */
    static String ascii(String value) {
        StringBuilder ascii = new StringBuilder();
        for (byte one : value.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = one > ' ' && one < 0x7f && one != '"' && one != '%';
            ascii.append(plain ? String.valueOf((char) one) : "%%%02X".formatted(one & 0xff));
        }
        return ascii.toString();
    }
}
