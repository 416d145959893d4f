package dev.migrationtower.dashboard.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.elytron.security.common.BcryptUtil;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UsersTest {
    private static final String HASH = BcryptUtil.bcryptHash("correct horse", 4);

    @BeforeAll
    static void quiet() {
        Logger.getLogger(Users.class.getName()).setLevel(Level.OFF);
    }

    @TempDir
    Path folder;

    @Test
    void whoKnowsTheirPasswordHasTheirRoles() throws Exception {
        Users users = users("# the night shift", "", "ada:" + HASH + ":operator,approver");

        assertThat(users.find("ada", "correct horse").orElseThrow().roles())
                .containsExactlyInAnyOrder(Role.OPERATOR, Role.APPROVER);
        assertThat(users.find("ada", "wrong horse")).isEmpty();
        assertThat(users.find("grace", "correct horse")).isEmpty();
    }

    @Test
    void hashesOfOtherToolsAreRead() throws Exception {
        assertThat(users("ada:" + HASH.replace("$2a$", "$2y$") + ":viewer").find("ada", "correct horse"))
                .isPresent();
    }

    @Test
    void aChangedFileIsReadAgainAndAWrongOneIsNot() throws Exception {
        Users users = users("ada:" + HASH + ":viewer");

        write(1, "ada:" + HASH + ":admin");
        assertThat(users.find("ada", "correct horse").orElseThrow().roles()).containsExactly(Role.ADMIN);
        write(2, "ada:plain text:admin");
        assertThat(users.find("ada", "correct horse")).isPresent();
    }

    @Test
    void whoseLineChangesHasToSignInAgainAndNobodyElse() throws Exception {
        String grace = "grace:" + HASH + ":admin";
        Users users = users("ada:" + HASH + ":viewer", grace);
        String ofAda = users.find("ada", "correct horse").orElseThrow().seal();
        String ofGrace = users.find("grace", "correct horse").orElseThrow().seal();
        assertThat(users.stands("ada", ofAda)).isTrue();

        write(1, "ada:" + BcryptUtil.bcryptHash("another horse", 4) + ":viewer", grace);

        assertThat(users.stands("ada", ofAda)).isFalse();
        assertThat(users.stands("ada", null)).isFalse();
        assertThat(users.stands("grace", ofGrace)).isTrue();
    }

    @Test
    void aNameWithNothingBehindItIsLetInByNoDoor() throws Exception {
        Users users = users("ada@company.example::", "ada:" + HASH + ":viewer", "ada::");

        assertThat(users.bars("ada@company.example")).isTrue();
        assertThat(users.find("ada", "correct horse")).isEmpty();
        assertThat(users.bars("grace")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada", "ada:secret:admin", "ada:HASH:boss", "ada:HASH:", ":HASH:admin"})
    void aWrongLineIsToldByItsNumberAndNotShown(String line) {
        assertThatThrownBy(() -> users("# first", line.replace("HASH", HASH)))
                .hasMessageContaining("TOWER_ACCESS_USERS")
                .hasMessageContaining("users:2: ")
                .hasMessageNotContaining("secret")
                .hasMessageNotContaining(HASH);
    }

    @Test
    void anEntryIsWhatIsRead() throws Exception {
        String line = UserEntry.line("ada", List.of("operator"), "correct horse battery");

        assertThat(users(line)
                        .find("ada", "correct horse battery")
                        .orElseThrow()
                        .roles())
                .containsExactly(Role.OPERATOR);
        assertThatThrownBy(() -> UserEntry.line("ada", List.of("operator"), "short"))
                .hasMessageContaining("12");
        assertThatThrownBy(() -> UserEntry.line("ada", List.of("boss"), "correct horse battery"))
                .hasMessageContaining("boss");
    }

    private Users users(String... lines) throws Exception {
        return new Users(write(0, lines));
    }

    private Path write(int age, String... lines) throws Exception {
        Path file = Files.write(folder.resolve("users"), List.of(lines));
        return Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-11-22T22:00:00Z").plusSeconds(age)));
    }
}
