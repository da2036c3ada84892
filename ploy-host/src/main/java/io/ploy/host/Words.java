package io.ploy.host;

import io.ploy.host.console.CommandFailure;
import java.util.function.Supplier;

/** Reads words of the command line that have a form. */
final class Words {
    private Words() {}

    /** The value; a word in another form is bad input. */
    static <T> T read(String option, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(option + ": " + e.getMessage() + ".", e);
        }
    }
}
