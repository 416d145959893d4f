package dev.migrationtower.notifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.migrationtower.events.Event;
import dev.migrationtower.notifier.notice.Notice;
import dev.migrationtower.notifier.notice.Notices;
import dev.migrationtower.notifier.notice.Tempo;
import dev.migrationtower.notifier.record.ReaderStatus.State;
import dev.migrationtower.notifier.words.Audience;
import dev.migrationtower.notifier.words.Message;
import dev.migrationtower.notifier.words.Wording;
import dev.migrationtower.test.infra.KafkaServer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The night of 23 July 2022, told by real Kafka to real receivers, while the notifier is restarted, another takes over, receivers fall
 * ill and Kafka goes away.
 */
class NotifierIT {
    private static final Tempo TEMPO = new Tempo(
            Duration.ofSeconds(10),
            Duration.ofMinutes(1),
            Duration.ofMinutes(15),
            Duration.ofHours(4),
            Duration.ofMinutes(5));
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    private static final KafkaServer KAFKA = KafkaServer.create();
    private static Vertx vertx;
    private static String bootstrap;

    private final GreenMail mail = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private Receiver receiver;
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private volatile Duration ahead = Duration.ZERO;
    private Notifier notifier;

    @TempDir
    Path reports;

    @BeforeAll
    static void kafka() {
        vertx = Vertx.vertx();
        KAFKA.up();
        KAFKA.createTopics();
        bootstrap = KAFKA.address();
    }

    @AfterAll
    static void noKafka() {
        KAFKA.close();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void open() {
        receiver = new Receiver(vertx);
        mail.start();
    }

    @AfterEach
    void close() throws InterruptedException {
        if (notifier != null) {
            // what is left untold here would be told to the next test's receivers
            await("nothing is left to do").atMost(Duration.ofSeconds(30)).until(this::isLive);
            notifier.stop();
        }
        mail.stop();
        receiver.close();
    }

    @Test
    void eachNoticeIsToldOnceInOrderWhateverFallsIllMeanwhile() throws Exception {
        List<Event> night = OurNight.of("night-told");
        List<String> english = words(night, Audience.OPERATOR, "en");
        List<String> french = words(night, Audience.PUBLIC, "fr");
        int third = night.size() / 3;

        start(Map.of());
        OurNight.write(night.subList(0, third), bootstrap);
        await("the first notices")
                .atMost(Duration.ofSeconds(30))
                .until(() -> receiver.got("/slack").size() > 3);
        restart();
        receiver.answers(503);
        OurNight.write(night.subList(third, 2 * third), bootstrap);
        await("the receiver is tried, and ill").atMost(Duration.ofSeconds(30)).until(() -> receiver.refusals() > 5);
        int mailsMeanwhile = mail.getReceivedMessages().length;
        handOver();
        await("mail goes on while the webhooks are ill")
                .atMost(Duration.ofSeconds(30))
                .until(() -> mail.getReceivedMessages().length > mailsMeanwhile || mailsMeanwhile >= french.size() / 2);
        await("what the webhooks miss waits")
                .atMost(Duration.ofSeconds(30))
                .until(() -> notifier.channels().stream()
                        .anyMatch(channel -> channel.channel().equals("slack")
                                && channel.backlog() > 0
                                && String.valueOf(channel.trouble()).contains("HTTP 503")));
        int heard = receiver.got("/hook").size();
        KAFKA.down();
        receiver.answers(200);
        await("one is told that cannot be written down yet")
                .atMost(Duration.ofSeconds(30))
                .until(() -> receiver.got("/hook").size() > heard);
        KAFKA.up();
        OurNight.write(night.subList(2 * third, night.size()), bootstrap);

        await("all is told").atMost(Duration.ofSeconds(60)).untilAsserted(() -> {
            assertThat(receiver.got("/hook")).hasSize(english.size());
            assertThat(receiver.got("/slack")).hasSize(english.size());
            assertThat(mail.getReceivedMessages()).hasSize(french.size());
        });
        restart();
        await("nothing is left to do").atMost(Duration.ofSeconds(30)).until(this::isLive);

        assertThat(receiver.got("/hook"))
                .extracting(got -> got.json().at("/data/title").asText())
                .containsExactlyElementsOf(english);
        assertThat(receiver.got("/hook"))
                .extracting(got -> got.headers().get("webhook-id"))
                .doesNotHaveDuplicates()
                .allMatch(id -> id.startsWith("msg_"));
        assertThat(receiver.got("/hook")).allMatch(NotifierIT::isSigned);
        assertThat(receiver.got("/slack"))
                .extracting(got -> got.json().at("/blocks/0/text/text").asText().replaceAll("^[^\\p{L}\\[]+", ""))
                .containsExactlyElementsOf(english.stream()
                        .map(title -> title.length() <= 140 ? title : title.substring(0, 140))
                        .toList());
        assertThat(Arrays.stream(mail.getReceivedMessages()).map(NotifierIT::subject))
                .containsExactlyElementsOf(french);
        assertThat(Files.readString(reports.resolve("answers-table-to-bigint-night-told.md")))
                .contains("| State | completed |")
                .contains("Pix Certif is not as it should be");
        assertThat(receiver.refusals()).isPositive();
    }

    @Test
    void aChannelThatIsNewIsToldWhatHappensFromNowOn() throws Exception {
        OurNight.write(OurNight.of("night-of-yesterday", Duration.ofDays(-1)), bootstrap);
        start(Map.of(
                "tower.notifier.channels.late.kind",
                "webhook",
                "tower.notifier.channels.late.secret",
                SECRET,
                "tower.notifier.channels.late.url",
                receiver.url("/late")));
        await("all is read").atMost(Duration.ofSeconds(30)).until(this::isLive);
        List<Event> tonight = OurNight.of("night-of-today");
        OurNight.write(tonight, bootstrap);

        List<String> english = words(tonight, Audience.OPERATOR, "en");
        await("tonight is told")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(
                        () -> assertThat(titles("/late", "night-of-today")).containsExactlyElementsOf(english));
        assertThat(titles("/late", "night-of-yesterday")).isEmpty();
    }

    @Test
    void aReceiverThatWasAwayForTenMinutesGetsAllAfterwardsInOrder() throws Exception {
        List<Event> night = OurNight.of("night-missed");
        start(Map.of());
        await("all is read").atMost(Duration.ofSeconds(30)).until(this::isLive);
        receiver.answers(503);
        OurNight.write(night, bootstrap);
        await("the receiver is tried, and ill").atMost(Duration.ofSeconds(30)).until(() -> receiver.refusals() > 3);

        double before = oldestAge("hook");
        ahead = Duration.ofMinutes(10);
        await("ten minutes later it is the same that waits")
                .atMost(Duration.ofSeconds(30))
                .until(() -> oldestAge("hook") >= before + 600);
        assertThat(titles("/hook", "night-missed")).isEmpty();
        receiver.answers(200);

        await("it has all")
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(titles("/hook", "night-missed"))
                        .containsExactlyElementsOf(words(night, Audience.OPERATOR, "en")));
    }

    private double oldestAge(String channel) {
        return registry.get("notifier.oldest.age.seconds")
                .tag("channel", channel)
                .gauge()
                .value();
    }

    private List<String> titles(String path, String run) {
        return receiver.got(path).stream()
                .map(Receiver.Got::json)
                .filter(json -> json.at("/data/run").asText().equals(run))
                .map(json -> json.at("/data/title").asText())
                .toList();
    }

    // --- the notifier

    private void start(Map<String, String> more) {
        start("notifier-1", more);
    }

    private void start(String instance, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.ofEntries(
                Map.entry("tower.notifier.channels.slack.kind", "slack"),
                Map.entry("tower.notifier.channels.slack.url", receiver.url("/slack")),
                Map.entry("tower.notifier.channels.hook.kind", "webhook"),
                Map.entry("tower.notifier.channels.hook.url", receiver.url("/hook")),
                Map.entry("tower.notifier.channels.hook.secret", SECRET),
                Map.entry("tower.notifier.channels.news.kind", "mail"),
                Map.entry(
                        "tower.notifier.channels.news.url",
                        "smtp://127.0.0.1:" + mail.getSmtp().getPort()),
                Map.entry("tower.notifier.channels.news.start-tls", "disabled"),
                Map.entry("tower.notifier.channels.news.from", "tower@example.org"),
                Map.entry("tower.notifier.channels.news.to", "everybody@example.org"),
                Map.entry("tower.notifier.channels.news.language", "fr"),
                Map.entry("tower.notifier.channels.news.audience", "public"),
                Map.entry("tower.notifier.retry-first", "20ms"),
                Map.entry("tower.notifier.retry-at-most", "100ms"),
                Map.entry("tower.notifier.report.folder", reports.toString()),
                Map.entry("tower.notifier.report.every", "200ms")));
        settings.putAll(more);
        NotifierConfig config = new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(settings, "test", 500))
                .addDiscoveredConverters()
                .withMapping(NotifierConfig.class)
                .build()
                .getConfigMapping(NotifierConfig.class);
        notifier = new Notifier(config, Map.of("bootstrap.servers", bootstrap), instance, vertx, registry, clock());
        notifier.start();
    }

    private void restart() throws InterruptedException {
        notifier.stop();
        start(Map.of());
    }

    /** A second one stands by; then the first is gone. */
    private void handOver() throws InterruptedException {
        Notifier first = notifier;
        start("notifier-2", Map.of());
        await("one of them stands by")
                .atMost(Duration.ofSeconds(30))
                .until(() ->
                        Stream.of(first, notifier).anyMatch(one -> one.status().state() == State.STANDING_BY));
        first.stop();
    }

    /** Ours, set forward by hand. */
    private Clock clock() {
        InstantSource ours = () -> Instant.now().plus(ahead);
        return ours.withZone(ZoneOffset.UTC);
    }

    private boolean isLive() {
        return notifier.status().state() == State.LIVE
                && notifier.channels().stream().allMatch(channel -> channel.backlog() == 0);
    }

    // --- the night

    private static List<String> words(List<Event> night, Audience audience, String language) {
        Notices notices = new Notices(TEMPO);
        Wording wording = new Wording(audience, language, null);
        List<Notice> told = new ArrayList<>();
        night.forEach(event -> told.addAll(notices.take(event)));
        return told.stream()
                .flatMap(notice -> wording.of(notice).stream())
                .map(Message::title)
                .toList();
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isSigned(Receiver.Got got) {
        try {
            javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
            mac.init(new javax.crypto.spec.SecretKeySpec(
                    java.util.Base64.getDecoder().decode(SECRET.substring(6)), "HmacSHA256"));
            mac.update((got.headers().get("webhook-id") + "." + got.headers().get("webhook-timestamp") + ".")
                    .getBytes(StandardCharsets.UTF_8));
            String expected = "v1," + java.util.Base64.getEncoder().encodeToString(mac.doFinal(got.body()));
            return expected.equals(got.headers().get("webhook-signature"));
        } catch (java.security.GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
