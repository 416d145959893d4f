package dev.migrationtower.core.fold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.events.Action;
import dev.migrationtower.events.EventType;
import dev.migrationtower.events.PhaseState;
import dev.migrationtower.events.TaskView;
import org.junit.jupiter.api.Test;

class TaskTest {
    @Test
    void aTaskIsDoneBySomebodyAtATimeWithWhatShowsIt() {
        Night night = WholeNight.preparing();

        night.tellAs("anna", new Action.Done("prepare", "freeze", "ticket 7"));

        TaskView.DoneBy done = night.phase("prepare").tasks().getFirst().done();
        assertThat(done).isEqualTo(new TaskView.DoneBy("anna", night.now(), "ticket 7"));
        assertThat(night.only(EventType.TASK_DONE).subject()).isEqualTo("task/prepare/freeze");
        assertThat(night.phase("prepare").gate().met()).isEqualTo(1);
        assertThat(night.phase("prepare").state()).isEqualTo(PhaseState.ACTIVE);
    }

    @Test
    void aTaskUndoneIsOpenAgain() {
        Night night = WholeNight.preparing().tellAs("anna", new Action.Done("prepare", "freeze", null));

        night.tellAs("anna", new Action.Undone("prepare", "freeze"));

        assertThat(night.phase("prepare").tasks().getFirst().done()).isNull();
        assertThat(night.phase("prepare").gate().met()).isZero();
    }

    @Test
    void aTaskMayBeDoneBeforeItsPhaseBegins() {
        Night night = WholeNight.preparing().tellAs("cleo", new Action.Done("verify", "count", null));

        assertThat(night.phase("verify").tasks().getFirst().done()).isNotNull();
    }

    @Test
    void onlyWhoIsBehindTheRoleMayDoIt() {
        Night night = WholeNight.preparing();

        assertThat(night.tellAs("eve", new Action.Done("prepare", "freeze", null))
                        .refusal()
                        .status())
                .isEqualTo(403);
        assertThat(night.tellAs("ben", new Action.Done("prepare", "freeze", null))
                        .types())
                .contains("task.done");
        assertThat(night.tellAs("eve", new Action.Done("prepare", "tell", null))
                        .phase("prepare")
                        .gate()
                        .met())
                .isEqualTo(2);
    }

    @Test
    void theTasksOfAPassedPhaseAreClosed() {
        assertThat(WholeNight.closing()
                        .tellAs("anna", new Action.Undone("prepare", "freeze"))
                        .refusal()
                        .problems())
                .containsExactly("prepare is passed; its tasks are closed.");
    }
}
