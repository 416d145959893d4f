package dev.migrationtower.notifier.delivery;

import dev.migrationtower.events.Delivery;

/** Where it is written what became of notices. */
@FunctionalInterface
interface DeliveryLog {
    /**
     * Returns when it is written for good.
     *
     * @throws RuntimeException if it could not be written; it is then to be tried again
     */
    void write(Delivery delivery) throws InterruptedException;
}
