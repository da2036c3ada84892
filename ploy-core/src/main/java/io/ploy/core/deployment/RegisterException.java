package io.ploy.core.deployment;

import io.ploy.api.PloyException;
import org.jspecify.annotations.Nullable;

/** The register cannot be used, or does not allow what was asked. Nothing was written. */
public class RegisterException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * Says why.
     *
     * @param message what was found and what to do
     */
    public RegisterException(String message) {
        super(message);
    }

    /**
     * Says why.
     *
     * @param message what was found and what to do
     * @param cause what went wrong underneath
     */
    public RegisterException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
