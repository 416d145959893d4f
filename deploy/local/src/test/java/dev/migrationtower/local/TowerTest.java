package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TowerTest {

    @Test
    void aTextIsAsWideAsTheTerminalWithinReason() {
        assertThat(Tower.columns("100")).isEqualTo(100);
        assertThat(Tower.columns("20")).isEqualTo(80);
        assertThat(Tower.columns("400")).isEqualTo(160);
    }

    @Test
    void whereNobodyKnowsTheTerminalAUsualWidthWillDo() {
        assertThat(Tower.columns(null)).isEqualTo(120);
        assertThat(Tower.columns("")).isEqualTo(120);
        assertThat(Tower.columns("wide")).isEqualTo(120);
    }
}
