package dev.migrationtower.notifier.notice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.View.Window;
import dev.migrationtower.notifier.words.Audience;
import dev.migrationtower.notifier.words.Wording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticesTest {
    private static final Instant TEN = Scene.TEN;

    private final Scene scene = new Scene();
    private final Notices notices = new Notices(Scene.TEMPO);
    private final List<Notice> told = new ArrayList<>();

    private void happens(dev.migrationtower.events.Event event) {
        told.addAll(notices.take(event));
    }

    private void until(Instant now) {
        told.addAll(notices.pass(now));
    }

    private static String headline(Notice notice, String language) {
        return new Wording(Audience.OPERATOR, language, null)
                .of(notice)
                .orElseThrow()
                .title();
    }

    private List<About> abouts() {
        return told.stream().map(Notice::about).toList();
    }

    @Test
    void thirtyBreachesWithinAMomentAreOneNotice() {
        happens(scene.started(TEN));
        for (int i = 0; i < 30; i++) {
            happens(scene.breached(TEN.plusSeconds(60).plusMillis(i * 200L), "app-" + i));
        }
        until(TEN.plusSeconds(120));

        assertThat(told).hasSize(2);
        assertThat(told.get(1).at()).isEqualTo(TEN.plusSeconds(70));
        assertThat(((About.Troubled) told.get(1).about()).began()).hasSize(30);
    }

    @Test
    void whatComesSoonAfterANoticeWaitsForTheNext() {
        happens(scene.started(TEN));
        happens(scene.breached(TEN.plusSeconds(60), "app"));
        happens(scene.breached(TEN.plusSeconds(80), "orga"));
        happens(scene.breached(TEN.plusSeconds(100), "certif"));
        until(TEN.plusSeconds(300));

        assertThat(told).extracting(Notice::at).containsExactly(TEN, TEN.plusSeconds(70), TEN.plusSeconds(130));
        assertThat(((About.Troubled) told.get(2).about()).began())
                .extracting(Trouble::key)
                .containsExactly("check/orga/orga", "check/certif/certif");
    }

    @Test
    void anUnresolvedBreachIsToldAgainMoreAndMoreSeldomAndThenItsEnd() {
        happens(scene.started(TEN));
        happens(scene.breached(TEN, "app"));
        until(TEN.plus(Duration.ofHours(2)));

        assertThat(told.subList(2, told.size()))
                .allMatch(notice -> notice.about() instanceof About.StillTroubled)
                .extracting(notice ->
                        Duration.between(TEN.plusSeconds(10), notice.at()).toMinutes())
                .containsExactly(15L, 45L, 105L);

        happens(scene.well(TEN.plus(Duration.ofHours(2)), "app"));
        until(TEN.plus(Duration.ofHours(20)));

        assertThat(abouts().getLast()).isInstanceOfSatisfying(About.Troubled.class, troubled -> {
            assertThat(troubled.began()).isEmpty();
            assertThat(troubled.over()).hasSize(1);
            assertThat(troubled.open()).isEmpty();
        });
    }

    @Test
    void aBreachThatWasOverBeforeItWasToldIsToldAsOver() {
        happens(scene.started(TEN));
        happens(scene.breached(TEN.plusSeconds(60), "app"));
        happens(scene.well(TEN.plusSeconds(64), "app"));
        until(TEN.plusSeconds(300));

        assertThat(told).hasSize(2);
        assertThat(((About.Troubled) told.get(1).about()).over())
                .singleElement()
                .satisfies(over -> assertThat(over.told()).isFalse());
        assertThat(headline(told.get(1), "en")).endsWith(": app was not as it should be for a moment, and is again");
        assertThat(headline(told.get(1), "fr"))
                .endsWith(" : app : pas comme prévu un moment, et de nouveau comme prévu");
    }

    @Test
    void whatIsOutOfSightForAMomentIsNotToldAndForLongItIs() {
        happens(scene.started(TEN));
        happens(scene.unseen(TEN.plusSeconds(60), "app"));
        happens(scene.well(TEN.plusSeconds(90), "app"));
        until(TEN.plusSeconds(900));
        assertThat(told).hasSize(1);

        happens(scene.unseen(TEN.plusSeconds(1000), "app"));
        until(TEN.plusSeconds(1000 + 299));
        assertThat(told).hasSize(1);

        until(TEN.plusSeconds(1000 + 311));
        assertThat(((About.Troubled) told.get(1).about()).began())
                .extracting(Trouble::kind)
                .containsExactly(Trouble.Kind.UNSEEN);
    }

    @Test
    void whatBrokeAndIsOutOfSightIsStillBroken() {
        happens(scene.started(TEN));
        happens(scene.breached(TEN.plusSeconds(60), "app"));
        until(TEN.plusSeconds(80));
        happens(scene.unseen(TEN.plusSeconds(90), "app"));
        happens(scene.well(TEN.plusSeconds(120), "app"));
        until(TEN.plusSeconds(300));

        assertThat(told).hasSize(3);
        assertThat(((About.Troubled) told.get(2).about()).over())
                .singleElement()
                .satisfies(over -> assertThat(over.trouble().kind()).isEqualTo(Trouble.Kind.BREACH));
    }

    @Test
    void aWindowIsAnnouncedAheadAndAgainWhenItMoves() {
        Window first = new Window(TEN.plus(Duration.ofHours(30)), TEN.plus(Duration.ofHours(40)));
        Window later = new Window(TEN.plus(Duration.ofHours(54)), TEN.plus(Duration.ofHours(64)));
        happens(scene.loaded(TEN, first));
        until(TEN.plus(Duration.ofHours(7)));
        happens(scene.loaded(TEN.plus(Duration.ofHours(8)), later));
        until(TEN.plus(Duration.ofHours(60)));

        assertThat(abouts())
                .containsExactly(
                        new About.Ahead(first, Duration.ofHours(24)),
                        new About.WindowMoved(first, later),
                        new About.Ahead(later, Duration.ofHours(24)),
                        new About.Ahead(later, Duration.ofHours(1)));
        assertThat(told.getFirst().nextUpdateAt()).isEqualTo(first.opens().minus(Duration.ofHours(1)));
    }

    @Test
    void whatWasDueBeforeThePlanWasLoadedIsNotTold() {
        Window soon = new Window(TEN.plusSeconds(1800), TEN.plusSeconds(9000));
        happens(scene.loaded(TEN, soon));
        until(TEN.plusSeconds(1800));

        assertThat(told).isEmpty();
    }

    @Test
    void nobodyIsRemindedOfARunThatIsOver() {
        happens(scene.started(TEN));
        happens(scene.breached(TEN.plusSeconds(60), "app"));
        happens(scene.ended(TEN.plusSeconds(600), TEN));
        until(TEN.plus(Duration.ofDays(3)));

        assertThat(abouts().getLast())
                .isInstanceOfSatisfying(
                        About.Ended.class, ended -> assertThat(ended.open()).hasSize(1));
    }
}
