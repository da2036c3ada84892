package io.ploy.host.control;

import java.util.List;

/**
 * What a host says to what it was asked.
 *
 * @param done whether all of it was done
 * @param lines in words
 */
public record ControlAnswer(boolean done, List<String> lines) {
    /** Copies the list. */
    public ControlAnswer {
        lines = List.copyOf(lines);
    }

    /**
     * It was done.
     *
     * @param line in words
     * @return an answer of one line
     */
    public static ControlAnswer done(String line) {
        return new ControlAnswer(true, List.of(line));
    }

    /**
     * It was not done.
     *
     * @param line why, in words
     * @return an answer of one line
     */
    public static ControlAnswer refused(String line) {
        return new ControlAnswer(false, List.of(line));
    }
}
