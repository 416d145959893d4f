package dev.migrationtower.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How the demo is to be played.
 *
 * @param port of the applications and of the control
 * @param vendors the ports of the pretended vendors, by name; any free one if it is not said
 * @param postgresPort of the databases
 * @param data folder for the databases
 * @param tower where the tower is
 * @param rows in each of the two large tables of each database
 * @param speed how many times faster than life
 * @param manual a person starts and decides; else the autopilot
 * @param once end when the run does
 */
record Settings(
        int port,
        Map<String, Integer> vendors,
        int postgresPort,
        Path data,
        URI tower,
        int rows,
        double speed,
        boolean manual,
        boolean once) {
    private static final int ROWS = 1_000_000;

    /**
     * Reads {@code --port N [--vendor NAME=N ...] --postgres-port N --data DIR --tower URL [--rows N] [--speed X] [--manual] [--once]}.
     *
     * @throws IllegalArgumentException if something else stands there, or something is missing
     */
    static Settings parse(List<String> arguments) {
        int port = 0;
        Map<String, Integer> vendors = new TreeMap<>();
        int postgresPort = 0;
        Path data = null;
        URI tower = null;
        int rows = ROWS;
        double speed = 1;
        boolean manual = false;
        boolean once = false;
        for (Iterator<String> words = arguments.iterator(); words.hasNext(); ) {
            String word = words.next();
            switch (word) {
                case "--port" -> port = Integer.parseInt(words.next());
                case "--vendor" -> {
                    String[] vendor = words.next().split("=", 2);
                    vendors.put(vendor[0], Integer.parseInt(vendor[1]));
                }
                case "--postgres-port" -> postgresPort = Integer.parseInt(words.next());
                case "--data" -> data = Path.of(words.next());
                case "--tower" -> tower = URI.create(words.next());
                case "--rows" -> rows = Integer.parseInt(words.next());
                case "--speed" -> speed = Double.parseDouble(words.next());
                case "--manual" -> manual = true;
                case "--once" -> once = true;
                default -> throw new IllegalArgumentException("the simulator knows no " + word);
            }
        }
        if (port == 0 || postgresPort == 0 || data == null || tower == null) {
            throw new IllegalArgumentException("the simulator needs --port, --postgres-port, --data and --tower");
        }
        return new Settings(port, vendors, postgresPort, data, tower, rows, speed, manual, once);
    }
}
