package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
    @TempDir
    Path folder;

    @Test
    void aDashIsTheStandardInput() {
        assertThat(PlanFile.read("-", input("tower: 1".getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new PlanFile("<stdin>", "tower: 1"));
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheReason() throws Exception {
        Path latin = Files.write(folder.resolve("latin.yaml"), "é".getBytes(StandardCharsets.ISO_8859_1));

        refused(folder.resolve("gone.yaml"), ": no such file");
        refused(folder, ": Is a directory");
        refused(latin, " is not UTF-8 text");
    }

    @Test
    void aPlanThatMakesNoSenseIsRefusedWithItsFirstErrorAndTheWayToAll() {
        assertThatThrownBy(() -> new PlanFile("night.yaml", "").plan())
                .isInstanceOf(Refusal.class)
                .hasMessage("night.yaml makes no sense, beginning at line 1:1: the file is empty. "
                        + "All of it: ./tower validate night.yaml");
    }

    @Test
    void theWayToAllErrorsOfTheStandardInputIsTheStandardInput() {
        assertThatThrownBy(() -> PlanFile.read("-", input(new byte[0])).plan())
                .hasMessage("<stdin> makes no sense, beginning at line 1:1: the file is empty. "
                        + "All of it: ./tower validate -");
    }

    private static void refused(Path file, String ending) {
        assertThatThrownBy(() -> PlanFile.read(file.toString(), input(new byte[0])))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(file + ending);
    }

    private static InputStream input(byte... bytes) {
        return new ByteArrayInputStream(bytes);
    }
}
