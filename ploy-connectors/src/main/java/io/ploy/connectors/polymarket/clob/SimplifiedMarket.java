package io.ploy.connectors.polymarket.clob;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A market in short.
 *
 * @param conditionId names it
 * @param tokens its sides
 * @param active whether it was opened
 * @param closed whether it is over
 * @param archived whether it is put away
 * @param acceptsOrders whether orders are taken now
 * @param rewards what resting orders can earn, or null if not said
 */
public record SimplifiedMarket(
        String conditionId,
        List<MarketToken> tokens,
        boolean active,
        boolean closed,
        boolean archived,
        boolean acceptsOrders,
        @Nullable LiquidityRewards rewards) {
    /** Copies the list. */
    public SimplifiedMarket {
        tokens = List.copyOf(tokens);
    }
}
