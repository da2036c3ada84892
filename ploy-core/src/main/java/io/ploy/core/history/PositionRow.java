package io.ploy.core.history;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a strategy holds of an instrument. Strategy and instrument are the key.
 *
 * @param sequence of the record that changed it last
 * @param strategy who holds it
 * @param market null if not known
 * @param instrument of what
 * @param economic shares, counting fills that are not final
 * @param confirmed shares that are final and not being sold
 * @param cost of the economic shares, without fees
 * @param averageCost of one share in USD, rounded half to even, or null if none are held
 * @param realised profit of what was sold, merged or paid out, fees not deducted
 * @param fees paid so far
 * @param at when it changed last
 */
public record PositionRow(
        long sequence,
        String strategy,
        @Nullable MarketId market,
        InstrumentId instrument,
        Quantity economic,
        Quantity confirmed,
        Cash cost,
        @Nullable Cash averageCost,
        Cash realised,
        Cash fees,
        Instant at)
        implements HistoryRow {}
