package io.ploy.api.signing;

import io.ploy.api.Experimental;
import io.ploy.api.PloyException;
import org.jspecify.annotations.Nullable;

/** A key cannot be used or reached. Nothing was signed, so trying again is safe. */
@Experimental
public final class SigningException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * A key cannot be used.
     *
     * @param message what was found and what to do; never a secret
     */
    public SigningException(String message) {
        super(message);
    }

    /**
     * A key cannot be used.
     *
     * @param message what was found and what to do; never a secret
     * @param cause what went wrong underneath, free of secrets as well
     */
    public SigningException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
