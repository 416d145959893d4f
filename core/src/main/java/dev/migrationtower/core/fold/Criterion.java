package dev.migrationtower.core.fold;

/** One thing that a gate asks for, with all its parts spelt out. */
sealed interface Criterion {

    /** As commands and waivers name it: {@code check/app/certif}. */
    String name();

    /** What it belongs to, with others of its kind: {@code check/app}; a task stands for itself. */
    String family();

    /** Whether a waiver of this name takes it in: it names it, or the check or lane that it belongs to. */
    default boolean isMeantBy(String named) {
        return name().equals(named) || family().equals(named);
    }

    /** An item of a check is in a state. */
    record OfCheck(String check, String item, String state) implements Criterion {
        @Override
        public String name() {
            return family() + "/" + item;
        }

        @Override
        public String family() {
            return "check/" + check;
        }
    }

    /** A task is done. */
    record OfTask(String task) implements Criterion {
        @Override
        public String name() {
            return "task/" + task;
        }

        @Override
        public String family() {
            return name();
        }
    }

    /** A step is done in a lane. */
    record OfStep(String lane, String step) implements Criterion {
        @Override
        public String name() {
            return family() + "/" + step;
        }

        @Override
        public String family() {
            return "step/" + lane;
        }
    }
}
