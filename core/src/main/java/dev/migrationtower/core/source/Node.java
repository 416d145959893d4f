package dev.migrationtower.core.source;

import java.util.List;

/** What stands in the file, before anybody asks for its meaning. */
sealed interface Node {

    Position at();

    /** A text, quoted or not; what it means depends on who reads it. */
    record Scalar(Position at, String text, Style style) implements Node {
        /** What it is; in quotes, whatever it is, it is text. */
        Kind kind() {
            return style == Style.PLAIN ? Kind.of(text) : Kind.TEXT;
        }
    }

    record Sequence(Position at, List<Node> items) implements Node {}

    /** In the order of the file; keys are different from each other. */
    record Mapping(Position at, List<Entry> entries) implements Node {}

    /** Something whose problem was told already: nobody need complain of it again. */
    record Broken(Position at) implements Node {}

    record Entry(Scalar key, Node value) {}

    /** How a scalar is written; decides where in the file its characters stand. */
    enum Style {
        PLAIN,
        SINGLE_QUOTED,
        DOUBLE_QUOTED,
        LITERAL,
        FOLDED
    }
}
