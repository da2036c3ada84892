package io.ploy.core.portfolio;

/** The sum of the worst-case losses of all markets, in micros. */
final class AccountExposure {
    private long micros;

    long micros() {
        return micros;
    }

    void moved(long change) {
        micros = Math.addExact(micros, change);
    }
}
