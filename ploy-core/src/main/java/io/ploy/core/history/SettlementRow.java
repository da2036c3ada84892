package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.SettlementStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A venue said how far a fill leg has settled.
 *
 * @param sequence of its record; the key
 * @param at engine time
 * @param fill which leg
 * @param order our order, or null if the venue spoke of one that is not known
 * @param strategy whose order, or null if not known
 * @param market null if not known
 * @param instrument what was traded
 * @param status what the venue said
 * @param fee what the venue said it cost, or null if it did not
 * @param venueAt when it was so by the venue's clock
 */
public record SettlementRow(
        long sequence,
        Instant at,
        FillId fill,
        @Nullable ClientOrderId order,
        @Nullable String strategy,
        @Nullable MarketId market,
        InstrumentId instrument,
        SettlementStatus status,
        @Nullable Cash fee,
        Instant venueAt)
        implements HistoryRow {}
