package io.ploy.core.breaker;

/** What can only come of a mistake of ours. */
public enum OwnBug {
    /** Cash below nothing. */
    NEGATIVE_BALANCE("negative balance"),
    /** Fewer shares than none. */
    DEFICIT_POSITION("position below nothing");

    private final String words;

    OwnBug(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
