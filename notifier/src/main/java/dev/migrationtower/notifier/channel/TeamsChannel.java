package dev.migrationtower.notifier.channel;

import dev.migrationtower.notifier.words.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Microsoft Teams by a workflow that begins with "When a Teams webhook request is received": an Adaptive Card. Its texts are
 * {@code RichTextBlock}s, which know no Markdown; a {@code TextBlock} would.
 */
final class TeamsChannel implements Channel {
    /** Teams takes a message of 28 KB. */
    private static final int LONGEST_LINE = 1000;

    private static final int MOST_LINES = 20;

    private final Post post;

    TeamsChannel(Post post) {
        this.post = post;
    }

    @Override
    public void deliver(Message message) throws UndeliveredException, InterruptedException {
        post.send(json(message), Map.of());
    }

    static Map<String, Object> json(Message message) {
        List<Map<String, Object>> body = new ArrayList<>();
        body.add(block(Map.of(
                "type",
                "TextRun",
                "text",
                text(message.title()),
                "weight",
                "Bolder",
                "size",
                "Medium",
                "color",
                color(message))));
        message.lines().stream()
                .flatMap(String::lines)
                .limit(MOST_LINES)
                .forEach(line -> body.add(block(Map.of("type", "TextRun", "text", text(line)))));
        List<Map<String, Object>> actions = message.page() == null
                ? List.of()
                : List.of(Map.of(
                        "type",
                        "Action.OpenUrl",
                        "title",
                        "Migration Tower",
                        "url",
                        message.page().toString()));
        Map<String, Object> card = Map.of(
                "$schema", "http://adaptivecards.io/schemas/adaptive-card.json",
                "type", "AdaptiveCard",
                "version", "1.4",
                "body", body,
                "actions", actions);
        return Map.of(
                "type",
                "message",
                "attachments",
                List.of(Map.of("contentType", "application/vnd.microsoft.card.adaptive", "content", card)));
    }

    private static Map<String, Object> block(Map<String, Object> run) {
        return Map.of("type", "RichTextBlock", "inlines", List.of(run));
    }

    /** Two braces would begin a function of the card, such as {@code {{DATE(...)}}}. */
    private static String text(String text) {
        return Plain.cut(Plain.line(text), LONGEST_LINE)
                .replace("{{", "{\u200b{")
                .replace("${", "$\u200b{");
    }

    private static String color(Message message) {
        return switch (message.tone()) {
            case NEWS -> "Default";
            case GOOD -> "Good";
            case WARNING -> "Warning";
            case BAD -> "Attention";
        };
    }
}
