package io.ploy.api.market;

import io.ploy.api.PloyException;
import io.ploy.api.Stable;
import org.jspecify.annotations.Nullable;

/** A recording cannot be read, or not to its end. Nothing of what follows is known; do not report it as complete. */
@Stable
public final class RecordingException extends PloyException {
    private static final long serialVersionUID = 1L;

    /**
     * A recording cannot be read.
     *
     * @param message file, line, what was found and what was expected
     * @param cause what went wrong underneath
     */
    public RecordingException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
