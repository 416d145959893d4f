package dev.migrationtower.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.dashboard.Night;
import dev.migrationtower.dashboard.access.Visitor.Anonymous;
import dev.migrationtower.dashboard.access.Visitor.Person;
import dev.migrationtower.dashboard.access.Visitor.Screen;
import dev.migrationtower.dashboard.projection.Perspective;
import dev.migrationtower.events.Action;
import dev.migrationtower.events.RunState;
import dev.migrationtower.events.View.RunView;
import dev.migrationtower.events.WallView;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    private static final Instant NOW = Night.TEN;
    private static final Night NIGHT = new Night("night-1");
    private static final RunView CLOSED = NIGHT.runView(1, RunState.IN_PROGRESS);
    private static final RunView OPEN = view(true, List.of());
    private static final WallView WALL = new WallView("w-1", null, "ada", NOW, NOW.plusSeconds(60));

    @ParameterizedTest
    @CsvSource({
        "VIEWER,   ''",
        "OPERATOR, 'TELL, DECIDE, OPERATE'",
        "APPROVER, 'TELL, DECIDE'",
        "ADMIN,    'TELL, DECIDE, OPERATE, ADMINISTER'"
    })
    void eachRoleHasItsRights(Role role, String rights) {
        assertThat(Access.rightsIn(CLOSED, person("ada", role)))
                .extracting(Right::name)
                .isEqualTo(rights.isEmpty() ? List.of() : List.of(rights.split(", ", -1)));
    }

    @Test
    void whomThePlanNamesApprovesThereAndNowhereElse() {
        Person viewer = person("grace", Role.VIEWER);
        RunView asksGrace = NIGHT.deciding(2, List.of("grace", "alan"));

        assertThat(Access.objection(viewer, new Action.Go("close"), asksGrace)).isEmpty();
        assertThat(Access.objection(viewer, new Action.Go("close"), CLOSED)).isPresent();
        assertThat(Access.objection(viewer, new Action.Start(), asksGrace)).isPresent();
    }

    @Test
    void whereThePlanNamesPeopleNobodyElseDecidesNotEvenAnAdmin() {
        RunView asksGrace = NIGHT.deciding(2, List.of("grace", "alan"));

        assertThat(Access.objection(person("ada", Role.ADMIN), new Action.NoGo("close"), asksGrace))
                .hasValueSatisfying(problem -> {
                    assertThat(problem.status()).isEqualTo(403);
                    assertThat(problem.detail()).contains("grace, alan");
                });
    }

    @Test
    void anybodySeesAPublicRunAsThePublicDoesAndNoOther() {
        Visitor anybody = new Anonymous(null);

        assertThat(Access.toSee(anybody, OPEN, NOW)).map(Admission::perspective).hasValue(Perspective.PUBLIC);
        assertThat(Access.toSee(anybody, CLOSED, NOW)).isEmpty();
    }

    @Test
    void aScreenSeesItsRunAsLongAsItsLinkIsOpen() {
        RunView hung = view(false, List.of(WALL));
        Screen screen = new Screen("night-1", "w-1", WALL.until());

        assertThat(Access.toSee(screen, hung, NOW)).map(Admission::perspective).hasValue(Perspective.WALL);
        assertThat(Access.toSee(screen, hung, WALL.until())).as("over").isEmpty();
        assertThat(Access.toSee(screen, CLOSED, NOW)).as("closed").isEmpty();
        assertThat(Access.toSee(new Screen("night-2", "w-1", WALL.until()), hung, NOW))
                .as("of another run")
                .isEmpty();
    }

    @Test
    void aSessionSeesEverythingUntilItIsOver() {
        Admission admission = Access.toSee(
                        new Person("ada", Set.of(Role.VIEWER), Door.PASSWORD, NOW.plusSeconds(1), "c"), CLOSED, NOW)
                .orElseThrow();

        assertThat(admission.perspective()).isEqualTo(Perspective.OPERATOR);
        assertThat(admission.holds(CLOSED, NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void onlyWhoHasNoNameOfTheirOwnMayChooseOne() {
        assertThat(Doors.onThisMachine().calling("ada").name()).isEqualTo("ada");
        assertThat(person("grace", Role.ADMIN).calling("ada").name()).isEqualTo("grace");
    }

    private static RunView view(boolean openToPublic, List<WallView> walls) {
        return (RunView) NIGHT.shown(1, null, openToPublic, walls).view();
    }

    private static Person person(String name, Role role) {
        return new Person(name, Set.of(role), Door.PASSWORD, NOW.plusSeconds(3600), "csrf");
    }
}
