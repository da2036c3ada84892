package io.ploy.core.portfolio;

/** A sum that is kept up to date by its parts, in micros. */
final class Total {
    private long micros;

    long micros() {
        return micros;
    }

    void moved(long change) {
        micros = Math.addExact(micros, change);
    }
}
