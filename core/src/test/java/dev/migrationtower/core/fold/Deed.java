package dev.migrationtower.core.fold;

import dev.migrationtower.core.plan.Phase;
import dev.migrationtower.core.plan.Plan;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.AnnouncementView;
import dev.migrationtower.events.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A command and its opposite.
 *
 * @param back the opposite, in the night in which it was carried out
 */
record Deed(Action there, Function<Night, Action> back) {

    /** Every command that has an opposite, for every phase and task of the plan. */
    static List<Deed> in(Plan plan) {
        List<Deed> deeds = new ArrayList<>();
        deeds.add(of(new Action.Abort(), new Action.Resume()));
        deeds.add(of(new Action.BeginRollback(), new Action.AbandonRollback()));
        deeds.add(new Deed(new Action.Announce(Text.of("We are late")), Deed::unannounce));
        plan.allPhases().forEach(phase -> in(phase, deeds));
        return List.copyOf(deeds);
    }

    private static void in(Phase phase, List<Deed> deeds) {
        String id = phase.id();
        deeds.add(of(new Action.Go(id), new Action.Withdraw(id)));
        deeds.add(of(new Action.NoGo(id), new Action.Withdraw(id)));
        deeds.add(of(new Action.Skip(id), new Action.Unskip(id)));
        deeds.add(of(new Action.Fail(id), new Action.Unfail(id)));
        for (String criterion : List.of("check/app", "check/app/one", "check/db", "step/api", "step/dwh/ke")) {
            deeds.add(of(new Action.Waive(id, criterion, null), new Action.Unwaive(id, criterion)));
        }
        for (Phase.Task task : phase.tasks()) {
            String criterion = "task/" + task.id();
            deeds.add(of(new Action.Waive(id, criterion, null), new Action.Unwaive(id, criterion)));
            deeds.add(of(new Action.Done(id, task.id(), "seen"), new Action.Undone(id, task.id())));
        }
    }

    private static Deed of(Action there, Action back) {
        return new Deed(there, night -> back);
    }

    /** Takes back what was announced last. */
    private static Action unannounce(Night night) {
        List<AnnouncementView> announced = night.run().view().announcements();
        return new Action.Unannounce(
                announced.isEmpty() ? "none" : announced.getLast().id());
    }

    /** Whether it is not what was said before: a waiver put in the place of another does not bring that back when it is taken back. */
    boolean isNews(Night night) {
        return !(there instanceof Action.Waive waive)
                || night.phase(waive.phase()).waivers().stream()
                        .noneMatch(waiver -> waiver.criterion().equals(waive.criterion()));
    }

    @Override
    public String toString() {
        return there.toString();
    }
}
