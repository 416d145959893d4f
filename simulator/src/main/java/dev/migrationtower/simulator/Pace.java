package dev.migrationtower.simulator;

import java.time.Duration;

/**
 * How fast the night is played. Only what people do has a pace; what the tower or the database needs is awaited.
 *
 * @param speed how many times faster than life
 */
record Pace(double speed) {
    /** Lets this much of the night's time go by. */
    void pause(Duration time) throws InterruptedException {
        Thread.sleep(Duration.ofMillis(Math.round(time.toMillis() / speed)));
    }

    /** Lets this many seconds of the night go by. */
    void seconds(int seconds) throws InterruptedException {
        pause(Duration.ofSeconds(seconds));
    }
}
