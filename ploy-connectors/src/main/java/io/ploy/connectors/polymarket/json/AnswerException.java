package io.ploy.connectors.polymarket.json;

import io.ploy.api.PloyException;
import org.jspecify.annotations.Nullable;

/** An answer that does not say what it should. The message names the member and says what was found there. */
public final class AnswerException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * An answer that cannot be read.
     *
     * @param message the member, what was found and what is expected
     * @param cause what went wrong underneath, or null
     */
    public AnswerException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
