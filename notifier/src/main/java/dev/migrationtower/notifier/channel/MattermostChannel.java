package dev.migrationtower.notifier.channel;

import dev.migrationtower.notifier.words.Message;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Mattermost's incoming webhooks: one text in Markdown, in which all that could be markup is escaped and nobody is called. */
final class MattermostChannel implements Channel {
    /** Half of Mattermost's own limit, as escaping makes it longer. */
    private static final int LONGEST = 8000;

    private static final String NOTHING_TO_SEE = "\u200b";

    private final Post post;

    MattermostChannel(Post post) {
        this.post = post;
    }

    @Override
    public void deliver(Message message) throws UndeliveredException, InterruptedException {
        post.send(json(message), Map.of());
    }

    static Map<String, Object> json(Message message) {
        String lines = message.lines().stream()
                .flatMap(String::lines)
                .map(MattermostChannel::escaped)
                .collect(Collectors.joining("\n"));
        String text = SlackChannel.icon(message) + "**" + escaped(Plain.line(message.title())) + "**"
                + (lines.isEmpty() ? "" : "\n" + Plain.cut(lines, LONGEST))
                + (message.page() == null ? "" : "\n" + message.page());
        return Map.of("text", text, "attachments", List.of());
    }

    /** Mattermost takes a backslash before any punctuation, and calls whoever stands right after an at sign. */
    private static String escaped(String text) {
        return text.replaceAll("([\\\\`*_{}\\[\\]()#+\\-.!|<>~:&$])", "\\\\$1")
                .replace("@", "@" + NOTHING_TO_SEE)
                .replace("://", ":" + NOTHING_TO_SEE + "//");
    }
}
