package io.ploy.host.console;

/** Marks words for the eye, or leaves them alone where colours would be noise. */
public enum Style {
    /** Escape sequences of a terminal. */
    COLOURS,
    /** Words as they are. */
    PLAIN;

    private static final String RESET = "\u001B[0m";

    /** For headings and totals. */
    public String bold(String words) {
        return mark("1", words);
    }

    /** For what is less important. */
    public String faint(String words) {
        return mark("2", words);
    }

    /** For profits and for what went well. */
    public String good(String words) {
        return mark("32", words);
    }

    /** For losses and failures. */
    public String bad(String words) {
        return mark("31", words);
    }

    /** For what a person should look at. */
    public String warn(String words) {
        return mark("33", words);
    }

    /** Green above zero, red below. */
    public String signed(long value, String words) {
        return value > 0 ? good(words) : value < 0 ? bad(words) : words;
    }

    private String mark(String code, String words) {
        return this == PLAIN || words.isEmpty() ? words : "\u001B[" + code + "m" + words + RESET;
    }
}
