package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.TickSize;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A market as the order book service lists it.
 *
 * @param conditionId names it
 * @param questionId what is resolved, may be empty
 * @param question for people
 * @param slug its name in addresses
 * @param tokens its sides, usually two; old markets may have none with a name
 * @param tick the price step
 * @param minimumSize of an order
 * @param negRisk whether it is one leg of a negative-risk event
 * @param negRiskMarketId of that event, may be empty
 * @param active whether it was opened
 * @param closed whether it is over
 * @param archived whether it is put away
 * @param hasBook whether it has an order book
 * @param acceptsOrders whether orders are taken now
 * @param acceptsOrdersSince or null if not said
 * @param takerDelay how long orders that cross are held
 * @param endsAt or null if not said
 * @param gameStartsAt or null if it is no game
 * @param fiftyFifty whether it was resolved for both sides
 * @param rewards what resting orders can earn, or null if not said
 * @param tags for finding it
 */
public record ClobMarket(
        String conditionId,
        String questionId,
        String question,
        String slug,
        List<MarketToken> tokens,
        TickSize tick,
        Quantity minimumSize,
        boolean negRisk,
        String negRiskMarketId,
        boolean active,
        boolean closed,
        boolean archived,
        boolean hasBook,
        boolean acceptsOrders,
        @Nullable Instant acceptsOrdersSince,
        Duration takerDelay,
        @Nullable Instant endsAt,
        @Nullable Instant gameStartsAt,
        boolean fiftyFifty,
        @Nullable LiquidityRewards rewards,
        List<String> tags) {
    /** Copies the lists. */
    public ClobMarket {
        tokens = List.copyOf(tokens);
        tags = List.copyOf(tags);
    }
}
