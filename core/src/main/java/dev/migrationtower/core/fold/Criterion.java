package dev.migrationtower.core.fold;

/** One thing that a gate asks for, with all its parts spelt out. */
sealed interface Criterion {

    /** As commands and waivers name it: {@code check/app/certif}. */
    String name();

    /** Whether a waiver of this name takes it in: it names it, or the check that it belongs to. */
    default boolean isMeantBy(String named) {
        return name().equals(named) || name().startsWith(named + "/");
    }

    /** An item of a check is in a state. */
    record OfCheck(String check, String item, String state) implements Criterion {
        @Override
        public String name() {
            return "check/" + check + "/" + item;
        }
    }

    /** A task is done. */
    record OfTask(String task) implements Criterion {
        @Override
        public String name() {
            return "task/" + task;
        }
    }

    /** A step is done in a lane. */
    record OfStep(String lane, String step) implements Criterion {
        @Override
        public String name() {
            return "step/" + lane + "/" + step;
        }
    }
}
