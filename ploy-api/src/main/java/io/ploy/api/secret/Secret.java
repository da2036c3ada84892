package io.ploy.api.secret;

import io.ploy.api.Stable;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A secret that does not print itself. Not serialisable, equal only to itself, and empty once closed.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
@Stable
public final class Secret implements AutoCloseable {
    private final char[] value;
    private boolean closed;

    /**
     * Copies the value; clear your own copy afterwards.
     *
     * @param value the secret
     */
    public Secret(char[] value) {
        this.value = value.clone();
    }

    /**
     * Lends the value to a function. The array is cleared when the function returns.
     *
     * @param <R> what the function answers
     * @param use must not keep the array
     * @return what the function answered
     * @throws IllegalStateException if the secret was closed
     */
    public synchronized <R> R use(Function<char[], R> use) {
        if (closed) {
            throw new IllegalStateException("this secret was cleared");
        }
        char[] lent = value.clone();
        try {
            return use.apply(lent);
        } finally {
            Arrays.fill(lent, '\0');
        }
    }

    /** Overwrites the value. */
    @Override
    public synchronized void close() {
        Arrays.fill(value, '\0');
        closed = true;
    }

    @Override
    public String toString() {
        return "***";
    }
}
