package dev.migrationtower.local;

import java.nio.file.Path;
import java.util.Deque;

/** What the command line asks of the record, on the Kafka of the environment; no tower needs to run. */
sealed interface RecordOptions extends Options {

    /** Copies the record into a file. */
    record Save(Path file) implements RecordOptions {}

    /** Puts the record of a file on a Kafka that has none. */
    record Restore(Path file) implements RecordOptions {}

    static Options parse(Deque<String> words) {
        String what = words.isEmpty() ? "" : words.pop();
        if (!what.equals("save") && !what.equals("restore")) {
            throw new Refusal("./tower record needs save or restore: ./tower record save night.jsonl.gz");
        }
        if (words.size() != 1) {
            throw new Refusal("./tower record " + what + " needs one file: ./tower record " + what + " night.jsonl.gz");
        }
        Path file = Path.of(words.pop());
        return what.equals("save") ? new Save(file) : new Restore(file);
    }
}
