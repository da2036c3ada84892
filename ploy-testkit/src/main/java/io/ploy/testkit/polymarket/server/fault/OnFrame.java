package io.ploy.testkit.polymarket.server.fault;

import io.ploy.testkit.polymarket.wire.WireText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of a frame on its way to a client.
 *
 * @param parts what is sent in its place, none if it is lost
 * @param ending what happens to the connection after that, without a close frame
 */
public record OnFrame(List<Part> parts, Optional<Ending> ending) {
    /** The frame is lost. */
    public static final OnFrame DROP = new OnFrame(List.of(), Optional.empty());

    /**
     * A frame to send.
     *
     * @param delay venue time it waits, not negative; what is sent meanwhile overtakes it
     * @param text the frame
     */
    public record Part(Duration delay, WireText text) {
        /** Checks the time. */
        public Part {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("negative delay: " + delay);
            }
        }
    }

    /** Copies the parts. */
    public OnFrame {
        parts = List.copyOf(parts);
    }

    /**
     * Sends frames at once; the same one twice is a duplicate, another is a replacement.
     *
     * @param texts in order
     * @return the decision
     */
    public static OnFrame send(WireText... texts) {
        return new OnFrame(
                List.of(texts).stream()
                        .map(text -> new Part(Duration.ZERO, text))
                        .toList(),
                Optional.empty());
    }

    /**
     * Sends a frame late.
     *
     * @param delay venue time it waits
     * @param text the frame
     * @return the decision
     */
    public static OnFrame late(Duration delay, WireText text) {
        return new OnFrame(List.of(new Part(delay, text)), Optional.empty());
    }

    /**
     * The same, and then the connection ends; {@link Ending#SILENCE} keeps it open, and even pings are not answered.
     *
     * @param how it ends
     * @return the decision
     */
    public OnFrame thenEnd(Ending how) {
        return new OnFrame(parts, Optional.of(how));
    }
}
