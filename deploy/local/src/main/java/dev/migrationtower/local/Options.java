package dev.migrationtower.local;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
sealed interface Options permits Options.Demo, Options.Up, Options.Verify, PlanOptions, RecordOptions {

    /**
     * Plays the night on a pretend estate.
     *
     * @param speed how many times faster than life the night is played
     * @param manual a person starts and decides; else the autopilot does
     * @param once the tower ends when the run does
     */
    record Demo(Place place, double speed, boolean manual, boolean once) implements Options {}

    /** Starts the tower alone; {@code plan} is uploaded once the page is there. */
    record Up(Place place, @Nullable Path plan) implements Options {}

    /** Says whether the evidence of a run is as it was taken. */
    record Verify(String evidence) implements Options {}

    /**
     * Where the tower listens.
     *
     * @param port of the page
     * @param kafkaPort of the embedded broker; 0: any free one
     * @param fresh forget what earlier runs left
     * @param everywhere the page is there for other machines, too; else for this one only
     */
    record Place(int port, int kafkaPort, boolean fresh, boolean everywhere) {}

    /**
     * Reads the command line.
     *
     * @throws Refusal if it makes no sense
     */
    static Options parse(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        String command = words.isEmpty() ? "" : words.pop();
        return switch (command) {
            case "demo", "up" -> parseStart(command, words);
            case "validate" -> PlanOptions.parseValidate(words);
            case "explain" -> PlanOptions.parseExplain(words);
            case "preflight" -> PlanOptions.parsePreflight(words);
            case "schema" -> PlanOptions.parseSchema(words);
            case "verify" -> parseVerify(words);
            case "record" -> RecordOptions.parse(words);
            default ->
                throw new Refusal(
                        "\"" + command
                                + "\" is not one of demo, up, validate, explain, preflight, schema, verify, record. See ./tower help");
        };
    }

    private static Options parseVerify(Deque<String> words) {
        if (words.size() != 1) {
            throw new Refusal("./tower verify needs one file: ./tower verify evidence-my-night.zip");
        }
        return new Verify(words.pop());
    }

    private static Options parseStart(String command, Deque<String> words) {
        boolean demo = command.equals("demo");
        int port = 8080;
        int kafkaPort = 0;
        double speed = 1;
        boolean fresh = false;
        boolean everywhere = false;
        boolean manual = false;
        boolean once = false;
        Path plan = null;
        while (!words.isEmpty()) {
            String word = words.pop();
            switch (word) {
                case "--port" -> port = port(word, words.poll());
                case "--kafka-port" -> kafkaPort = port(word, words.poll());
                case "--fresh" -> fresh = true;
                case "--everywhere" -> everywhere = only("up", command, word);
                case "--manual" -> manual = only("demo", command, word);
                case "--once" -> once = only("demo", command, word);
                case "--speed" -> speed = only("demo", command, word) ? speed(words.poll()) : speed;
                case "--plan" -> plan = only("up", command, word) ? file(word, words.poll()) : plan;
                default -> throw new Refusal("./tower " + command + " knows no \"" + word + "\". See ./tower help");
            }
        }
        Place place = new Place(port, kafkaPort, fresh, everywhere);
        return demo ? new Demo(place, speed, manual, once) : new Up(place, plan);
    }

    private static boolean only(String takes, String command, String flag) {
        if (!takes.equals(command)) {
            throw new Refusal(flag + " goes with ./tower " + takes);
        }
        return true;
    }

    private static int port(String flag, @Nullable String value) {
        try {
            int port = Integer.parseInt(String.valueOf(value));
            if (port >= 1 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refusal(flag + " needs a port between 1 and 65535, not " + value);
    }

    private static double speed(@Nullable String value) {
        try {
            double speed = Double.parseDouble(String.valueOf(value));
            if (speed >= 0.1 && speed <= 20) {
                return speed;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refusal("--speed needs a number between 0.1 and 20, not " + value);
    }

    private static Path file(String flag, @Nullable String value) {
        if (value == null) {
            throw new Refusal(flag + " needs a file");
        }
        return Path.of(value);
    }
}
