package dev.migrationtower.local;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;

/**
 * Ties a process to the one that started it: {@code Leash <main class> <arguments>} runs that class, and ends the process once its
 * standard input is closed. The supervisor holds the other end of that pipe and the operating system lets go of it however the
 * supervisor ends, so that nothing is orphaned, on any platform.
 */
public final class Leash {
    private static final Duration GRACE = Duration.ofSeconds(8);

    private Leash() {}

    /** Runs the class named by the first argument with the others, on a leash. */
    public static void main(String[] arguments) throws ReflectiveOperationException {
        Thread.ofPlatform().daemon().name("leash").start(() -> endWith(System.in));
        Method main = Class.forName(arguments[0]).getMethod("main", String[].class);
        try {
            main.invoke(null, (Object) Arrays.copyOfRange(arguments, 1, arguments.length));
        } catch (InvocationTargetException e) {
            Thread thread = Thread.currentThread();
            thread.getUncaughtExceptionHandler().uncaughtException(thread, e.getCause());
            System.exit(1);
        }
    }

    private static void endWith(InputStream leash) {
        try {
            while (leash.read() >= 0) {
                // nobody writes; what counts is the end
            }
        } catch (IOException e) {
            // as good as the end
        }
        Thread.ofPlatform().daemon().name("leash-cut").start(Leash::cut);
        System.exit(0);
    }

    /** Ends a process that does not end by itself: its hooks may wait for a broker that ends as well. */
    private static void cut() {
        try {
            Thread.sleep(GRACE);
        } catch (InterruptedException e) {
            // no more time to give
        }
        Runtime.getRuntime().halt(1);
    }
}
