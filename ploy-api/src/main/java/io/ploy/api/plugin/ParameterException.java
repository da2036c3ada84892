package io.ploy.api.plugin;

import io.ploy.api.PloyException;
import io.ploy.api.Stable;

/** A parameter is unknown, unreadable or out of range. The message names it, what was found and what is allowed. */
@Stable
public final class ParameterException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * A parameter is wrong.
     *
     * @param message the name, what was found and what is allowed
     */
    public ParameterException(String message) {
        super(message);
    }
}
