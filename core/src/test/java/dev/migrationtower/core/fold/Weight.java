package dev.migrationtower.core.fold;

import dev.migrationtower.events.CheckKey;
import dev.migrationtower.events.Json;

/** What one check weighs: in the memory of the process, and as what outlives a restart. */
final class Weight {
    private static final int FEW = 10;
    private static final int MANY = 10_000;

    private Weight() {}

    public static void main(String[] arguments) throws Exception {
        Run few = Many.checks(FEW).run();
        long before = used();
        Run many = Many.checks(MANY).run();
        long bytes = (used() - before) / (MANY - FEW);
        int kept = Json.write(many.memory(new CheckKey(Night.RUN, "app", "i1"))).length;
        System.out.printf("one of %,d checks: %,d bytes of heap, %,d bytes kept%n", many.checks.size(), bytes, kept);
        System.out.printf("(beside %,d checks)%n", few.checks.size());
    }

    private static long used() throws InterruptedException {
        for (int i = 0; i < 5; i++) {
            System.gc();
            Thread.sleep(100);
        }
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }
}
