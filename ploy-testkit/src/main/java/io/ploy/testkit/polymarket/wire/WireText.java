package io.ploy.testkit.polymarket.wire;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A text frame encoded once, to be sent on many sockets. Immutable; any thread. */
public final class WireText {
    private final String text;
    private final ByteBuffer encoded;

    private WireText(String text) {
        this.text = text;
        encoded = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }

    /**
     * Encodes a frame.
     *
     * @param text the frame
     * @return the frame, encoded
     */
    public static WireText of(String text) {
        return new WireText(text);
    }

    /**
     * The frame as it was given.
     *
     * @return the text
     */
    public String text() {
        return text;
    }

    /**
     * How much the frame weighs.
     *
     * @return bytes of its UTF-8 form
     */
    public int size() {
        return encoded.capacity();
    }

    /**
     * The frame as it is sent.
     *
     * @return a view of its own of the UTF-8 bytes, read-only
     */
    public ByteBuffer bytes() {
        return encoded.duplicate();
    }

    @Override
    public String toString() {
        return text;
    }
}
