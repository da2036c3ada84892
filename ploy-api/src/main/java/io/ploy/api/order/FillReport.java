package io.ploy.api.order;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a venue says about one fill leg at one time. The same leg is reported again as it settles.
 *
 * @param id names the leg
 * @param instrument what our order traded, our own token also where the other outcome's order matched it
 * @param side what our order did
 * @param price at which our order executed
 * @param quantity shares
 * @param feeOrNull what was charged, or null while not known, which is not zero
 * @param status how far it has come on chain
 * @param updatedAt the venue's time of this status: orders statuses that arrive out of order
 * @param at when it was received
 */
@Experimental
public record FillReport(
        FillId id,
        InstrumentId instrument,
        Side side,
        Price price,
        Quantity quantity,
        @Nullable Cash feeOrNull,
        SettlementStatus status,
        Instant updatedAt,
        Instant at) {
    /**
     * What was charged.
     *
     * @return absent while not known
     */
    public Optional<Cash> fee() {
        return Optional.ofNullable(feeOrNull);
    }
}
