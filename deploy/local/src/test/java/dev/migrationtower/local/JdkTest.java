package dev.migrationtower.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code ./tower} finds a JDK: its own function, sourced. */
class JdkTest {
    @TempDir
    Path home;

    @Test
    void aGoodJavaHomeIsTaken() throws Exception {
        Path good = jdk("21.0.4");

        assertThat(find(good)).isEqualTo(good.toString());
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        assertThat(find(jdk("17.0.15"))).isNotEqualTo(jdk("17.0.15").toString());
    }

    @Test
    void aRuntimeWithoutCompilerIsPassedOver() throws Exception {
        Path runtime = jdk("25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(find(runtime)).isNotEqualTo(runtime.toString());
    }

    /** A folder that looks like a JDK of this version. */
    private Path jdk(String version) throws IOException {
        Path bin = Files.createDirectories(home.resolve(version).resolve("bin"));
        for (String tool : new String[] {"java", "javac"}) {
            Path file = Files.writeString(bin.resolve(tool), "#!/bin/sh\necho 'javac " + version + "'\n");
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return home.resolve(version);
    }

    private static String find(Path javaHome) throws Exception {
        ProcessBuilder bash = new ProcessBuilder("bash", "-c", "source ../../tower && find_jdk");
        bash.environment().put("JAVA_HOME", javaHome.toString());
        Process process = bash.start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        return said.trim();
    }
}
