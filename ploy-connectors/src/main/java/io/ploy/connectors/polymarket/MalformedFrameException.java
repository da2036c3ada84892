package io.ploy.connectors.polymarket;

import java.io.IOException;

/** A frame does not say what its kind must say. Nothing of it was taken in; the frames after it can be read. */
public final class MalformedFrameException extends IOException {
    private static final long serialVersionUID = 1L;

    /**
     * A frame cannot be understood.
     *
     * @param message what was found and what was expected
     */
    public MalformedFrameException(String message) {
        super(message);
    }
}
