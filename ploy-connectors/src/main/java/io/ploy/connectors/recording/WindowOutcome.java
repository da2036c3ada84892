package io.ploy.connectors.recording;

import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.FixedPoint;
import io.ploy.connectors.recording.FiveLevelRow.OutcomeRow;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who won a window, from its own recording: Up if the last reference price up to the end is at or above the strike. Says
 * so only if that price is from the very end and the last book does not say otherwise.
 */
final class WindowOutcome {
    private static final long FRESH_MILLIS = 3_000;

    private final long end;
    private long referenceAt = Long.MIN_VALUE;
    private @Nullable BigDecimal reference;
    private @Nullable OutcomeRow lastUp;

    WindowOutcome(long endMillis) {
        end = endMillis;
    }

    void see(FiveLevelRow row) {
        lastUp = row.up();
        if (row.reference() != null && row.millis() <= end) {
            reference = row.reference();
            referenceAt = row.millis();
        }
    }

    /** What the reference price says; absent if the recording does not reach the end or has no strike. */
    Optional<Boolean> upWonByReference(@Nullable BigDecimal strike) {
        if (reference == null || strike == null || end - referenceAt > FRESH_MILLIS) {
            return Optional.empty();
        }
        return Optional.of(reference.compareTo(strike) >= 0);
    }

    /** What the last book says: nobody sells the winner any more, or its price is nearer to 1. */
    Optional<Boolean> upWonByBook() {
        OutcomeRow up = lastUp;
        if (up == null || (up.bids().isEmpty() && up.asks().isEmpty())) {
            return Optional.empty();
        }
        if (up.bids().isEmpty() || up.asks().isEmpty()) {
            return Optional.of(up.asks().isEmpty());
        }
        long bid = up.bids().stream()
                .mapToLong(level -> level.price().micros())
                .max()
                .orElseThrow();
        long ask = up.asks().stream()
                .mapToLong(level -> level.price().micros())
                .min()
                .orElseThrow();
        return bid + ask == FixedPoint.ONE ? Optional.empty() : Optional.of(bid + ask > FixedPoint.ONE);
    }

    Resolution resolution(Market market, boolean upWon) {
        Instant at = Instant.ofEpochMilli(end);
        return upWon ? Resolution.first(market.id(), at) : Resolution.second(market.id(), at);
    }
}
