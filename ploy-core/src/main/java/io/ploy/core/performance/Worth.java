package io.ploy.core.performance;

/** What something is worth, added up: as far as is known, and at least. In micros; one is used again and again. */
final class Worth {
    private long known;
    private long least;

    /** At the last trusted marks. */
    long known() {
        return known;
    }

    /** With nothing for what has no trusted mark. */
    long least() {
        return least;
    }

    void clear() {
        known = 0;
        least = 0;
    }

    /** Adds what is certain. */
    void add(long micros) {
        add(micros, micros);
    }

    void add(long knownMicros, long leastMicros) {
        known = Math.addExact(known, knownMicros);
        least = Math.addExact(least, leastMicros);
    }

    /** Adds the better of two ways to come out of the same holding. */
    void addBetter(Worth one, Worth other) {
        add(Math.max(one.known, other.known), Math.max(one.least, other.least));
    }
}
