package io.ploy.api;

import org.jspecify.annotations.Nullable;

/** A broken promise. What the market may do is never an exception; see each subclass for what the caller can do. */
@Stable
public class PloyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * An exception without a cause.
     *
     * @param message what was found, what was expected and what to do; never a secret
     */
    public PloyException(String message) {
        super(message);
    }

    /**
     * An exception with a cause.
     *
     * @param message what was found, what was expected and what to do; never a secret
     * @param cause what went wrong underneath
     */
    public PloyException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
