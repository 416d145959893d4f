package dev.migrationtower.local;

import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** What the command line asks of plans; no tower needs to run. */
sealed interface PlanOptions extends Options {

    /**
     * Says whether plans make sense.
     *
     * @param plans files, or {@link PlanFile#STDIN}
     * @param strict warnings are no better than errors
     * @param json for programs, not for people
     */
    record Validate(List<String> plans, boolean strict, boolean json) implements PlanOptions {
        public Validate {
            plans = List.copyOf(plans);
        }
    }

    /**
     * Says what a plan comes to.
     *
     * @param language of all of it if it is {@code en} or {@code fr}, else of the plan's own texts, as far as it has them
     */
    record Explain(String plan, String language) implements PlanOptions {}

    /**
     * Looks at all that a plan looks at, once.
     *
     * @param json for programs, not for people
     */
    record Preflight(String plan, boolean json) implements PlanOptions {}

    /** Says what plans are made of, as a JSON Schema. */
    record Schema() implements PlanOptions {}

    static Options parseValidate(Deque<String> words) {
        List<String> plans = new ArrayList<>();
        boolean strict = false;
        boolean json = false;
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--strict" -> strict = true;
                case "--json" -> json = true;
                default -> plans.add(file("validate", word));
            }
        }
        if (plans.isEmpty()) {
            throw new Refusal("./tower validate needs a file: ./tower validate plan.yaml, or - for the standard input");
        }
        return new Validate(plans, strict, json);
    }

    static Options parseExplain(Deque<String> words) {
        List<String> plans = new ArrayList<>();
        String language = "en";
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--lang" -> {
                    if (words.isEmpty()) {
                        throw new Refusal("--lang needs a language: en or fr");
                    }
                    language = words.pop();
                }
                default -> plans.add(file("explain", word));
            }
        }
        return new Explain(only("explain", plans), language);
    }

    static Options parsePreflight(Deque<String> words) {
        List<String> plans = new ArrayList<>();
        boolean json = false;
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--json" -> json = true;
                default -> plans.add(file("preflight", word));
            }
        }
        return new Preflight(only("preflight", plans), json);
    }

    static Options parseSchema(Deque<String> words) {
        if (!words.isEmpty()) {
            throw new Refusal("./tower schema knows no \"" + words.pop() + "\". See ./tower help");
        }
        return new Schema();
    }

    private static String only(String command, List<String> plans) {
        if (plans.size() != 1) {
            throw new Refusal("./tower " + command + " needs one file: ./tower " + command
                    + " plan.yaml, or - for the standard input");
        }
        return plans.getFirst();
    }

    private static String file(String command, String word) {
        if (word.startsWith("-") && !word.equals(PlanFile.STDIN)) {
            throw new Refusal("./tower " + command + " knows no \"" + word + "\". See ./tower help");
        }
        return word;
    }
}
