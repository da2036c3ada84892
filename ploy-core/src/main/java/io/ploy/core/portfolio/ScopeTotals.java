package io.ploy.core.portfolio;

/** What the events of a domain, or of a group, can lose and use. */
final class ScopeTotals {
    private final Total exposure = new Total();
    private final Total capital = new Total();

    Total exposure() {
        return exposure;
    }

    Total capital() {
        return capital;
    }
}
