package io.ploy.core.performance;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.FillId;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How good one fill was. Differences are micros of a USD per share; each is absent where a price was not known.
 *
 * @param fill which
 * @param strategy whose
 * @param instrument what was traded
 * @param side what our order did
 * @param price at which
 * @param quantity shares
 * @param slippage how much worse than the mid at the decision; negative if better
 * @param shortfall how much worse than the best price on the other side at the decision, the ask for a purchase
 * @param markOuts how far mid had moved our way after each of {@link ExecutionQuality#MARK_OUTS}, from the fill's price;
 *     absent until then, and where the book was not trusted at that moment
 * @param at when it was learned of
 */
public record FillQuality(
        FillId fill,
        String strategy,
        InstrumentId instrument,
        Side side,
        Price price,
        Quantity quantity,
        OptionalLong slippage,
        OptionalLong shortfall,
        List<OptionalLong> markOuts,
        Instant at) {
    /** Copies the list. */
    public FillQuality {
        markOuts = List.copyOf(markOuts);
    }
}
