package dev.migrationtower.simulator.estate;

import java.time.Duration;

/**
 * How fast the night is played. Only what people and vendors do has a pace; what the tower or the database needs is awaited.
 *
 * @param speed how many times faster than life
 */
public record Pace(double speed) {
    /** A vendor's half a minute would be as long as a step of the night's script; so what vendors take goes ten times faster. */
    private static final double VENDORS = 10;

    /** How fast what vendors do is played: starting and stopping, becoming visible, counting requests. */
    public Pace ofVendors() {
        return new Pace(speed * VENDORS);
    }

    /** What is left of this much time. */
    public Duration of(Duration time) {
        return Duration.ofNanos(Math.round(time.toNanos() / speed));
    }

    /** Lets this much of the night's time go by. */
    public void pause(Duration time) throws InterruptedException {
        Thread.sleep(of(time));
    }

    /** Lets this many seconds of the night go by. */
    public void seconds(int seconds) throws InterruptedException {
        pause(Duration.ofSeconds(seconds));
    }
}
