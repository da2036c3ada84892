package io.ploy.core.history;

import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A split, merge or redemption as it is now.
 *
 * @param sequence of the record that changed it last
 * @param operation its identity; the key
 * @param strategy who asked, or null if it was refused before it was written down
 * @param kind what to do
 * @param market where
 * @param quantity sets; zero for all there are
 * @param status where it is
 * @param payout what a redemption paid, or null
 * @param detail in words, may be empty
 * @param requestedAt engine time
 * @param updatedAt when it changed last
 */
public record OperationRow(
        long sequence,
        OperationId operation,
        @Nullable String strategy,
        Operation.Kind kind,
        MarketId market,
        Quantity quantity,
        Operation.Status status,
        @Nullable Cash payout,
        String detail,
        Instant requestedAt,
        Instant updatedAt)
        implements HistoryRow {}
