package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.migrationtower.test.docs.Example;
import dev.migrationtower.test.docs.Example.Form;
import dev.migrationtower.test.docs.Pages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code docs/tutorial.md}, typed from its first line to its last, as whoever reads it does. */
class TutorialIT {
    private static final String PAGE = "docs/tutorial.md";

    @TempDir
    Path folder;

    @Test
    void itLeadsFromAPlanToItsEvidence() throws Exception {
        int page = LiveTower.freePort();
        int app = LiveTower.freePort();
        StringBuilder said = new StringBuilder();
        try (Terminal terminal = new Terminal(folder, Map.of("PAGE_PORT", Integer.toString(page)))) {
            for (Example example : Pages.examples(PAGE)) {
                String text = example.text().replace("8080", page + "").replace("9000", app + "");
                if (example.form() == Form.FILE) {
                    terminal.file(example.name(), text);
                } else if (text.contains("./tower up")) {
                    Path log = terminal.start(text);
                    await("the tower stands, and has the plan; see " + log)
                            .atMost(Duration.ofSeconds(90))
                            .until(() -> Files.readString(log).contains("The plan is loaded"));
                } else {
                    said.append(terminal.run(text));
                }
            }
        }
        assertThat(said)
                .contains(
                        "plan first-night makes sense",
                        "1 item looked at, all seen",
                        "and no longer is: expected status == 404, saw status 200")
                .contains("the last phase is passed", "is as it was taken");
    }
}
