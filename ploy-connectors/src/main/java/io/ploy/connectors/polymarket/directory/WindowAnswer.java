package io.ploy.connectors.polymarket.directory;

import io.ploy.connectors.polymarket.VenueMarket;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A window that was looked for.
 *
 * @param slot its time
 * @param presence whether there is a market for it
 * @param marketOrNull the market, or null if there is none
 */
public record WindowAnswer(
        WindowSlot slot, Presence presence, @Nullable VenueMarket marketOrNull) {
    /** Whether there is a market for a window. */
    public enum Presence {
        /** There is one. Whether it is open, its status says. */
        LISTED,
        /** There is none yet, and the window has not begun. */
        NOT_YET,
        /** There is none although the window has begun: the series has a gap. */
        MISSING
    }

    /** The market. */
    public Optional<VenueMarket> market() {
        return Optional.ofNullable(marketOrNull);
    }
}
