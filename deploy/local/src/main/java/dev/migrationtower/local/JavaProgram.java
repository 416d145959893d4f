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
     * @param leash the jar that {@link Leash} is in
     * @param classArchive where the JVM keeps what it parsed, made by itself at the end of the first run
     */
    List<String> command(Path leash, Path classArchive) {
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
                "-Djava.awt.headless=true"));
        if (Runtime.version().feature() >= 24) {
            // else libraries that read memory in the old way fill the logs with the JVM's warnings
            command.add("--sun-misc-unsafe-memory-access=allow");
            // and what Quarkus uses to give threads back clean
            command.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "-cp",
                Stream.concat(classpath.stream(), Stream.of(leash))
                        .map(Path::toString)
                        .collect(Collectors.joining(File.pathSeparator)),
                Leash.class.getName(),
                mainClass));
        command.addAll(arguments);
        return command;
    }
}
