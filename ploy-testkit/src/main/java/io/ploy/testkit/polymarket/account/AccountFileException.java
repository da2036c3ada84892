package io.ploy.testkit.polymarket.account;

import io.ploy.api.PloyException;
import org.jspecify.annotations.Nullable;

/** An accounts file cannot be used. Nothing of it was taken; correct it and start again. */
public final class AccountFileException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * A file cannot be used.
     *
     * @param message file, field, what was found and what is allowed; never a key
     * @param cause what went wrong underneath
     */
    public AccountFileException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
