package io.ploy.host.console;

/** The one place where the host reads the machine's clock. */
final class SystemClock {
    private SystemClock() {}

    /** For rates and redraws: nanoseconds from any origin, never falling. */
    static long nanos() {
        return System.nanoTime();
    }
}
