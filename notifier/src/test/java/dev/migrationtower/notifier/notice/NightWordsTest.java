package dev.migrationtower.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.core.night.PixNight;
import dev.migrationtower.events.Event;
import dev.migrationtower.notifier.words.Audience;
import dev.migrationtower.notifier.words.Message;
import dev.migrationtower.notifier.words.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What people would have been told of the night of 23 July 2022, as files that a person can read. When something else is meant to
 * be said, write them anew and read what changed: {@code -Dtest=NightWordsTest -Dgolden.renew}
 */
class NightWordsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "night");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.of("Europe/Paris"));
    private static List<Event> night;

    @BeforeAll
    static void theNightHappensOnceMore() {
        night = PixNight.events(PixNight.plan() + "\npublic: true\n");
    }

    @ParameterizedTest
    @CsvSource({"OPERATOR, en", "OPERATOR, fr", "PUBLIC, en", "PUBLIC, fr"})
    void theNightIsToldInTheWordsOfItsAudience(Audience audience, String language) throws IOException {
        Wording wording = new Wording(audience, language, null);
        StringBuilder told = new StringBuilder();
        for (Notice notice : replayed()) {
            wording.of(notice).ifPresent(message -> write(told, message));
        }

        Path file = FOLDER.resolve(audience.name().toLowerCase(Locale.ROOT) + "." + language + ".txt");
        if (System.getProperty("golden.renew") != null) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, told);
        }
        assertThat(told.toString().lines()).as(file.toString()).containsExactlyElementsOf(Files.readAllLines(file));
    }

    private static void write(StringBuilder told, Message message) {
        told.append(TIME.format(message.at()))
                .append("  ")
                .append(message.title())
                .append('\n');
        message.lines()
                .forEach(line -> told.append("                ").append(line).append('\n'));
    }

    @Test
    void whoeverFollowsTheNightHearsTheSameAsWhoeverReadsItAfterwards() {
        Notices notices = new Notices(Scene.TEMPO);
        List<Notice> live = new ArrayList<>();
        Instant now = night.getFirst().at();
        for (Event event : night) {
            while (now.plusSeconds(5).isBefore(event.at())) {
                now = now.plusSeconds(5);
                live.addAll(notices.pass(now));
            }
            live.addAll(notices.take(event));
        }

        assertThat(live).isEqualTo(replayed());
        assertThat(live).extracting(Notice::id).doesNotHaveDuplicates();
    }

    @Test
    void thePublicHearsOfNoHostNoConditionAndNoPerson() {
        Wording wording = new Wording(Audience.PUBLIC, "en", null);

        String all = String.join(
                "\n",
                replayed().stream()
                        .flatMap(notice -> wording.of(notice).stream())
                        .map(Message::text)
                        .toList());

        assertThat(all)
                .contains("Migrate begins")
                .doesNotContainIgnoringCase(
                        "pix-api", "status", "oncall", "dba-", "product-", "sessions", "alter", "lane", "503", "role");
    }

    @Test
    void aPlanThatIsNotPublicTellsThePublicNothing() {
        Notices notices = new Notices(Scene.TEMPO);
        Wording wording = new Wording(Audience.PUBLIC, "en", null);

        assertThat(PixNight.events(PixNight.plan()).stream()
                        .flatMap(event -> notices.take(event).stream())
                        .flatMap(notice -> wording.of(notice).stream()))
                .isEmpty();
    }

    private static List<Notice> replayed() {
        Notices notices = new Notices(Scene.TEMPO);
        List<Notice> told = new ArrayList<>();
        night.forEach(event -> told.addAll(notices.take(event)));
        told.addAll(notices.pass(night.getLast().at().plus(Duration.ofDays(1))));
        return told;
    }
}
