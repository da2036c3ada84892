package io.ploy.core.persistence;

import io.ploy.api.PloyException;
import org.jspecify.annotations.Nullable;

/** The journal cannot do what was asked. Until a person has looked, nothing may be sent. */
public class JournalException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * Says what is wrong.
     *
     * @param message which folder or file, what was found and what to do
     */
    public JournalException(String message) {
        super(message);
    }

    /**
     * Says what is wrong and what it came from.
     *
     * @param message which folder or file, what was found and what to do
     * @param cause what went wrong underneath
     */
    public JournalException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
