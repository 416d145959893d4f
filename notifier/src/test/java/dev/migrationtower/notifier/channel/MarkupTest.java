package dev.migrationtower.notifier.channel;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.migrationtower.events.Json;
import dev.migrationtower.notifier.words.Message;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What somebody wrote into a plan or a log must be read as they wrote it, and do nothing. */
class MarkupTest {
    private static final String EVIL =
            "<!channel> @all *b* [x](http://evil.example) <script>alert(1)</script> {{DATE(2020-01-01)}} ${run} & \"q\"";
    private static final Message MESSAGE = new Message(
            "night-1/7",
            "night-1",
            java.time.Instant.EPOCH,
            "started",
            Message.Tone.BAD,
            EVIL + "\r\nBcc: everybody@evil.example",
            List.of(EVIL),
            URI.create("https://tower.example/runs/night-1"));

    private static JsonNode tree(Object json) throws Exception {
        return Json.mapper().readTree(Json.write(json));
    }

    @Test
    void slackGetsPlainTextAndItsLineForPhonesEscaped() throws Exception {
        JsonNode json = tree(SlackChannel.json(MESSAGE));

        assertThat(json.at("/blocks/1/text/type").asText()).isEqualTo("plain_text");
        assertThat(json.at("/blocks/1/text/text").asText()).isEqualTo(EVIL);
        assertThat(json.at("/blocks/0/text/text").asText()).hasSizeLessThanOrEqualTo(150);
        assertThat(json.findValues("type")).extracting(JsonNode::asText).doesNotContain("mrkdwn");
        assertThat(json.path("text").asText()).doesNotContain("<", ">").contains("&lt;!channel&gt;");
    }

    @Test
    void mattermostCallsNobodyAndShowsNoMarkup() throws Exception {
        String text = tree(MattermostChannel.json(MESSAGE)).path("text").asText();

        assertThat(text)
                .doesNotContain("@all", "<!channel>", "<script>", "[x](", "http://evil")
                .contains("\\*b\\*", "@\u200ball");
        assertThat(text.lines().findFirst().orElseThrow()).contains("Bcc");
    }

    @Test
    void teamsGetsRunsOfTextInWhichNothingIsMarkup() throws Exception {
        JsonNode card = tree(TeamsChannel.json(MESSAGE)).at("/attachments/0/content");

        assertThat(card.findValues("type"))
                .extracting(JsonNode::asText)
                .containsOnly("AdaptiveCard", "RichTextBlock", "TextRun", "Action.OpenUrl");
        assertThat(card.toString()).doesNotContain("{{DATE", "${run");
        assertThat(card.at("/body/1/inlines/0/text").asText())
                .startsWith("<!channel> @all *b* [x](http://evil.example)");
    }

    @Test
    void theSubjectOfAMailIsOneLine() {
        MailChannel channel = new MailChannel(null, "smtp", "tower@example.org", List.of("team@example.org"));

        assertThat(channel.mail(MESSAGE).getSubject())
                .doesNotContain("\r", "\n")
                .startsWith("<!channel>");
        assertThat(channel.mail(MESSAGE).getText()).contains(EVIL);
        assertThat(channel.mail(MESSAGE).getHtml()).isNull();
    }

    @Test
    void aWebhookGetsTheTextsAsTheyAre() throws Exception {
        JsonNode json = tree(WebhookChannel.json(MESSAGE));

        assertThat(json.path("type").asText()).isEqualTo("notice.started");
        assertThat(json.at("/data/lines/0").asText()).isEqualTo(EVIL);
        assertThat(json.at("/data/notice").asText()).isEqualTo("night-1/7");
    }
}
