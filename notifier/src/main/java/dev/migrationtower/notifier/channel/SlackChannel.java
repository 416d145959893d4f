package dev.migrationtower.notifier.channel;

import dev.migrationtower.notifier.words.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Slack's incoming webhooks. All text is {@code plain_text}, in which nothing is markup and nobody is called; only the line for
 * phones' notifications has no such kind, and is escaped as Slack wants it ({@code & < >}).
 */
final class SlackChannel implements Channel {
    /** Slack's own limits. */
    private static final int LONGEST_HEADER = 150;

    private static final int LONGEST_SECTION = 3000;

    private final Post post;

    SlackChannel(Post post) {
        this.post = post;
    }

    @Override
    public void deliver(Message message) throws UndeliveredException, InterruptedException {
        post.send(json(message), Map.of());
    }

    static Map<String, Object> json(Message message) {
        List<Map<String, Object>> blocks = new ArrayList<>();
        blocks.add(Map.of("type", "header", "text", plain(icon(message) + message.title(), LONGEST_HEADER)));
        if (!message.lines().isEmpty()) {
            blocks.add(Map.of("type", "section", "text", plain(String.join("\n", message.lines()), LONGEST_SECTION)));
        }
        if (message.page() != null) {
            blocks.add(Map.of(
                    "type",
                    "actions",
                    "elements",
                    List.of(Map.of(
                            "type", "button",
                            "text", plain("Migration Tower", LONGEST_HEADER),
                            "url", message.page().toString()))));
        }
        return Map.of("text", escaped(icon(message) + message.title()), "blocks", blocks);
    }

    static String icon(Message message) {
        return switch (message.tone()) {
            case NEWS -> "";
            case GOOD -> "\u2705 ";
            case WARNING -> "\u26a0\ufe0f ";
            case BAD -> "\ud83d\udd34 ";
        };
    }

    private static Map<String, Object> plain(String text, int most) {
        return Map.of("type", "plain_text", "text", Plain.cut(text, most), "emoji", false);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
