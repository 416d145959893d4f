package dev.migrationtower.dashboard.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.access.Admission;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.dashboard.record.Frame;
import dev.migrationtower.dashboard.record.RecordFixture;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ViewerTest {
    private static final int RING = 1000;

    private final Night night = new Night("night-1");
    private final RecordFixture run = RecordFixture.of("night-1", RING);
    private final FakeWire wire = new FakeWire();
    private final List<Frame> live = new ArrayList<>();

    @Test
    void aNewcomerBeginsWithASnapshot() {
        happen(1, 3);
        viewer(null).pump();

        assertThat(wire.sent).containsExactly("snapshot 3");
    }

    @Test
    void whoComesBackIsToldWhatWasMissedInOrder() {
        happen(1, 5);
        viewer(2L).pump();

        assertThat(wire.sent).containsExactly("3", "4", "5");
        assertThat(live).isEmpty();
    }

    @Test
    void aLongReplayIsNotCutShortByASnapshot() {
        happen(1, 900);
        wire.room = 100;
        Viewer viewer = viewer(0L);
        viewer.pump();
        for (int drained = 0; drained < 8; drained++) {
            wire.room = 100;
            viewer.pump();
        }

        assertThat(wire.sent)
                .isEqualTo(IntStream.rangeClosed(1, 900)
                        .mapToObj(Integer::toString)
                        .toList());
    }

    @Test
    void whatHappensIsToldOnceAndCountedAsLive() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        viewer.pump();
        happen(2, 3);
        viewer.pump();
        viewer.pump();

        assertThat(wire.sent).containsExactly("snapshot 1", "2", "3");
        assertThat(live).extracting(Frame::revision).containsExactly(2L, 3L);
    }

    @Test
    void aSlowBrowserIsToldTheRestWhenItsLinkDrains() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        viewer.pump();
        wire.room = 0;
        happen(2, 4);
        viewer.pump();
        assertThat(wire.sent).containsExactly("snapshot 1");

        wire.room = 10;
        viewer.pump();
        assertThat(wire.sent).containsExactly("snapshot 1", "2", "3", "4");
    }

    @Test
    void oneThatIsFarBehindGetsAFreshSnapshotInstead() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        viewer.pump();
        wire.room = 0;
        happen(2, 2 + Viewer.BEHIND_AT_MOST);
        wire.room = 10;
        viewer.pump();

        assertThat(wire.sent).containsExactly("snapshot 1", "snapshot " + (2 + Viewer.BEHIND_AT_MOST));
    }

    @Test
    void aHoleInTheRecordIsBridgedByASnapshotNeverJumped() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        viewer.pump();
        happen(3, 4);
        viewer.pump();

        assertThat(wire.sent).containsExactly("snapshot 1", "snapshot 4");
    }

    @Test
    void aBlockedLinkIsClosedAfterFiveSecondsAndNoSooner() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        wire.room = 0;
        viewer.checkLink(Night.TEN);
        viewer.checkLink(Night.TEN.plusSeconds(4));
        assertThat(wire.closed).isFalse();

        viewer.checkLink(Night.TEN.plusSeconds(5));
        assertThat(wire.closed).isTrue();
    }

    @Test
    void aLinkThatDrainsInTimeStaysOpen() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        wire.room = 0;
        viewer.checkLink(Night.TEN);
        wire.room = 1;
        viewer.checkLink(Night.TEN.plusSeconds(4));
        wire.room = 0;
        viewer.checkLink(Night.TEN.plusSeconds(6));

        assertThat(wire.closed).isFalse();
    }

    @Test
    void aFullLinkIsSparedHeartbeats() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        wire.room = 0;
        viewer.tell(Buffer.buffer("event: heartbeat\n\n"));

        assertThat(wire.sent).isEmpty();
    }

    @Test
    void whenTheRecordIsReadAnewTheLinkIsClosedSoThatTheBrowserComesBack() {
        happen(1, 1);
        Viewer viewer = viewer(null);
        run.forget();
        viewer.pump();

        assertThat(wire.closed).isTrue();
    }

    private Viewer viewer(Long lastSeen) {
        return new Viewer(run.record(), new Admission(Perspective.OPERATOR, null, null), wire, lastSeen, live::add);
    }

    private void happen(long from, long to) {
        for (long revision = from; revision <= to; revision++) {
            run.apply(revision == 1 ? night.loaded(1, null) : night.checked(revision));
        }
    }

    /** A link that takes so many writes; keeps what it took by id. */
    private static final class FakeWire implements Wire {
        final List<String> sent = new ArrayList<>();
        int room = Integer.MAX_VALUE;
        boolean closed;

        @Override
        public boolean full() {
            return room <= 0;
        }

        @Override
        public void write(Buffer bytes) {
            room--;
            String[] lines = bytes.toString().split("\n", 3);
            sent.add((lines[1].contains("snapshot") ? "snapshot " : "") + lines[0].replace("id: ", ""));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
