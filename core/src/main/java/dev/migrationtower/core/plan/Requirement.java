package dev.migrationtower.core.plan;

import java.util.List;
import java.util.stream.Stream;

/** What a gate asks for: a tree of criteria. */
public sealed interface Requirement {

    /** All states that it asks for, at whatever depth. */
    default Stream<InState> states() {
        return switch (this) {
            case InState state -> Stream.of(state);
            case TasksDone tasks -> Stream.empty();
            case StepsDone steps -> Stream.empty();
            case AtLeast group -> group.of.stream().flatMap(Requirement::states);
        };
    }

    /** Of these, at least so many; {@code all} is all of them, {@code any} is one. */
    record AtLeast(int needed, List<Requirement> of) implements Requirement {
        public AtLeast {
            of = List.copyOf(of);
            if (needed < 1 || needed > of.size()) {
                throw new IllegalArgumentException(needed + " of " + of.size() + " can never be asked for");
            }
        }

        /** All of them. */
        public static AtLeast all(List<Requirement> of) {
            return new AtLeast(of.size(), of);
        }

        /** Whether none may be missing. */
        public boolean isAll() {
            return needed == of.size();
        }

        /** What a gate that requires this holds after it was passed: its own states; deviations say themselves how long they are held. */
        public Stream<InState> held() {
            return isAll()
                    ? of.stream()
                            .filter(InState.class::isInstance)
                            .map(InState.class::cast)
                            .filter(state -> !state.derived())
                    : Stream.empty();
        }
    }

    /**
     * Every item of the check is in the state.
     *
     * @param derived whether a deviation says so, and not the gate itself
     */
    record InState(String check, String state, boolean derived) implements Requirement {}

    /** These tasks of the phase are done. */
    record TasksDone(List<String> tasks) implements Requirement {
        public TasksDone {
            tasks = List.copyOf(tasks);
        }
    }

    /** These steps of the phase are done, each in every lane. */
    record StepsDone(List<String> steps) implements Requirement {
        public StepsDone {
            steps = List.copyOf(steps);
        }
    }
}
