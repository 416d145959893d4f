package dev.migrationtower.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.migrationtower.test.docs.Example;
import dev.migrationtower.test.docs.Pages;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no test can type is at least a command, and names only what there is. */
class UntriedTest {
    private static final Pattern OURS = Pattern.compile("(?<=\\s)(deploy/\\S+|[a-z-]+/target/quarkus-app)(?=\\s)");

    @Test
    void aShellCanReadThem() throws Exception {
        for (Example example : untried()) {
            Process bash =
                    new ProcessBuilder("bash", "-n").redirectErrorStream(true).start();
            bash.outputWriter().append(example.text()).close();
            String complaints = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bash.waitFor()).as(example + "\n" + complaints).isZero();
        }
    }

    /** Also those that are typed where Maven has built everything already. */
    @Test
    void mavenIsToldOfModulesAndProfilesThatThereAre() {
        String pom = Pages.text("pom.xml");
        List<String> builds = Pages.examples().stream()
                .flatMap(example -> example.text().lines())
                .filter(line -> line.contains("./mvnw"))
                .toList();

        assertThat(builds).hasSizeGreaterThan(8).allSatisfy(build -> {
            for (String module : words(build, "-pl (\\S+)")) {
                assertThat(pom).contains("<module>" + module + "</module>");
                for (String profile : words(build, "-P(\\S+)")) {
                    assertThat(Stream.of(pom, Pages.text(module + "/pom.xml")))
                            .anyMatch(file -> file.contains("<id>" + profile + "</id>"));
                }
            }
            assertThat(build)
                    .matches("(nice -n 19 )?\\./mvnw (-\\S+ |-pl \\S+ )*(test|verify|package|spotless:apply)?( .*)?");
        });
    }

    /** Of the command itself, wherever it is spoken of. */
    @Test
    void towerKnowsWhatPagesSayOfIt() {
        String help = Pages.text("tower");

        assertThat(Pages.all().stream().flatMap(page -> words(Pages.text(page), "`\\./tower ([a-z]+)").stream()))
                .hasSizeGreaterThan(20)
                .allSatisfy(word -> assertThat(help).contains("\n./tower " + word));
    }

    @Test
    void theyNameFilesThatThereAre() {
        assertThat(untried().stream().flatMap(example -> words(example.text(), OURS.pattern()).stream()))
                .hasSizeGreaterThan(4)
                .allSatisfy(file -> assertThat(Pages.ROOT.resolve(file.replaceFirst("target/.*", "pom.xml")))
                        .exists());
    }

    @Test
    void kubernetesGetsTheSecretsThatTheManifestsAskFor() throws IOException {
        String example = Pages.example("deploy/README.md", "kubectl").text();
        StringBuilder manifests = new StringBuilder();
        try (Stream<Path> files = Files.walk(Pages.ROOT.resolve("deploy/kubernetes"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                manifests.append(Files.readString(file));
            }
        }

        assertThat(words(example, "secret generic (\\S+)"))
                .hasSize(3)
                .allSatisfy(secret -> assertThat(manifests).containsPattern("(name|value): " + secret + "\\b"));
        assertThat(words(example, "(?:-n|namespace) (\\S+)"))
                .allSatisfy(namespace -> assertThat(manifests).contains("namespace: " + namespace));
    }

    private static List<Example> untried() {
        return Pages.examples().stream()
                .filter(example -> example.form() == Example.Form.COMMANDS)
                .filter(example -> Excuse.of(example).filter(Excuse::untried).isPresent())
                .toList();
    }

    private static List<String> words(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }
}
