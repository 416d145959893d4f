package dev.migrationtower.core.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCellAndLinesEndWithoutBlanks() {
        assertThat(new Table().row("a", "bcd", "e").row("abc", "", "").text()).isEqualTo("a    bcd  e\nabc\n");
    }

    @Test
    void whatIsTooWideGoesOnInTheNextLineOfItsColumnBelowItsOwnBeginning() {
        String text = new Table()
                .row("phase", "  " + "word ".repeat(40).strip(), "note")
                .text();

        assertThat(text.lines())
                .hasSize(2)
                .allSatisfy(line -> assertThat(line.length()).isBetween(100, 120));
        assertThat(text.lines().toList().getFirst())
                .startsWith("phase    word word")
                .endsWith("  note");
        assertThat(text.lines().toList().getLast()).startsWith("         word word");
    }

    @Test
    void noWordIsBroken() {
        String word = "x".repeat(130);

        assertThat(new Table().row("a", word).text()).contains(word);
    }

    @Test
    void lettersCountAsThePersonCountsThem() {
        assertThat(new Table().row("é💥", "a").row("abc", "b").text()).isEqualTo("é💥   a\nabc  b\n");
    }
}
