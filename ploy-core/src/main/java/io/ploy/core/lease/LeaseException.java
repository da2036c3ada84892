package io.ploy.core.lease;

import io.ploy.api.PloyException;
import org.jspecify.annotations.Nullable;

/** A lease cannot be taken. Nothing may be sent without one. */
public class LeaseException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message which lease, what was found and what to do
     * @param cause what went wrong underneath
     */
    public LeaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
