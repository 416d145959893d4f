package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.Event;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.View.Rejection;
import dev.migrationtower.events.WallView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WallTest {
    @Test
    void aLinkStandsInTheRunUntilItIsClosed() {
        Night night = Night.draining();

        night.tell(new Action.OpenWall("third floor", night.now().plus(Duration.ofHours(12))));

        assertThat(night.run().view().walls()).singleElement().satisfies(wall -> {
            assertThat(wall.id()).isEqualTo(night.only(EventType.WALL_OPENED).cause());
            assertThat(wall.by()).isEqualTo("lead");
        });
        night.tell(new Action.CloseWall(wall(night).id()));
        assertThat(night.run().view().walls()).isEmpty();
    }

    @Test
    void aLinkThatWouldBeOverOrIsNotThereIsRefused() {
        Night night = Night.draining();

        night.tell(new Action.OpenWall(null, night.now()));
        night.tell(new Action.CloseWall("nobody's"));

        assertThat(night.events())
                .filteredOn(event -> event.type() == EventType.COMMAND_REJECTED)
                .extracting(event -> ((Rejection) event.view()).status())
                .containsExactly(422, 409);
    }

    @Test
    void itOutlivesAnotherPlan() {
        Night night = Night.loaded()
                .tell(new Action.OpenWall(null, Night.loaded().now().plus(Duration.ofHours(12))));

        night.loads(Night.PLAN.replace("title: Night", "title: Other night"));

        assertThat(night.run().view().walls()).hasSize(1);
    }

    @Test
    void whateverPeopleDoSaysWhoAndWhence() {
        Event refused = Night.draining().tell(new Action.Resume()).only(EventType.COMMAND_REJECTED);

        assertThat(refused.by()).isEqualTo("lead");
        assertThat(refused.from()).isEqualTo(Night.FROM);
    }

    @Test
    void aPlanSaysWhetherThePublicMayLook() {
        assertThat(Night.loaded().run().view().openToPublic()).isNull();
        assertThat(Night.of(Night.PLAN + "public: true\n").run().view().openToPublic())
                .isTrue();
    }

    private static WallView wall(Night night) {
        return night.run().view().walls().getFirst();
    }
}
