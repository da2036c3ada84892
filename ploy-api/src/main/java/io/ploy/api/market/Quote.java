package io.ploy.api.market;

import io.ploy.api.Stable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The best of both sides of a book at one moment.
 *
 * @param instrument whose book
 * @param bidOrNull the best bid, or null on an empty side
 * @param askOrNull the best ask, or null on an empty side
 */
@Stable
public record Quote(
        InstrumentId instrument,
        @Nullable BookLevel bidOrNull,
        @Nullable BookLevel askOrNull) {
    /**
     * The best bid.
     *
     * @return absent on an empty side
     */
    public Optional<BookLevel> bid() {
        return Optional.ofNullable(bidOrNull);
    }

    /**
     * The best ask.
     *
     * @return absent on an empty side
     */
    public Optional<BookLevel> ask() {
        return Optional.ofNullable(askOrNull);
    }
}
