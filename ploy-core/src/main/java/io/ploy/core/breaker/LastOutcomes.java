package io.ploy.core.breaker;

/** How many of the last ones failed, however long ago. */
final class LastOutcomes {
    private final boolean[] failed;
    private int next;
    private int failures;

    LastOutcomes(int last) {
        failed = new boolean[last];
    }

    void add(boolean failure) {
        failures += (failure ? 1 : 0) - (failed[next] ? 1 : 0);
        failed[next] = failure;
        next = (next + 1) % failed.length;
    }

    int failures() {
        return failures;
    }
}
