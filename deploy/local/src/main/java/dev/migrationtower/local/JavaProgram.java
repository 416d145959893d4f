package dev.migrationtower.local;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How to start a Java program as a small process that starts fast and lives no longer than its supervisor.
 *
 * @param heapMegabytes the most that its heap may take
 * @param classpath jars only: a folder would keep the JVM from archiving classes
 */
record JavaProgram(String mainClass, int heapMegabytes, List<Path> classpath, List<String> arguments) {

    /**
     * The command line.
     *
     * @param own the jar that {@link Leash} is in
     * @param classArchive where the JVM keeps what it parsed, made by itself at the end of the first run
     */
    List<String> command(Path own, Path classArchive) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + classArchive,
                "-Xlog:cds=off,cds+dynamic=off",
                "-Djava.awt.headless=true",
                "-cp",
                Stream.concat(classpath.stream(), Stream.of(own))
                        .map(Path::toString)
                        .distinct()
                        .collect(Collectors.joining(File.pathSeparator)),
                Leash.class.getName(),
                mainClass));
        command.addAll(arguments);
        return command;
    }
}
