package io.ploy.connectors.polymarket.clob;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a market trades right now: all that an order depends on.
 *
 * @param conditionId names the market
 * @param tokens its sides
 * @param tick the price step
 * @param minimumSize of an order
 * @param negRisk whether it is one leg of a negative-risk event
 * @param feeOrNull what takers pay, or null if the venue does not say, which does not mean nothing
 * @param makerBaseFeeBps a leftover, not for reckoning fees
 * @param takerBaseFeeBps a leftover, not for reckoning fees
 * @param acceptsOrders whether orders are taken now
 * @param acceptsOrdersSince or null if not said
 * @param delay how long orders that cross are held
 * @param shortTakerDelay whether orders that cross are held about 250 ms and cannot be cancelled meanwhile
 * @param gameStartsAt or null if it is no game
 * @param clearsBookAtStart whether the book is emptied when the game starts
 * @param minimumOrderAge how long an order must rest before it can be cancelled or earn; zero if not said
 * @param requestsForQuote whether it also trades by requests for quotes
 * @param screensAddresses whether addresses are checked before an order is taken
 * @param rewards what resting orders can earn, or null if not said
 * @param version by which generation of the protocol it trades, {@link MarketVersion#UNKNOWN} if not said
 */
public record TradingTerms(
        String conditionId,
        List<MarketToken> tokens,
        TickSize tick,
        Quantity minimumSize,
        boolean negRisk,
        @Nullable FeeSchedule feeOrNull,
        long makerBaseFeeBps,
        long takerBaseFeeBps,
        boolean acceptsOrders,
        @Nullable Instant acceptsOrdersSince,
        Duration delay,
        boolean shortTakerDelay,
        @Nullable Instant gameStartsAt,
        boolean clearsBookAtStart,
        Duration minimumOrderAge,
        boolean requestsForQuote,
        boolean screensAddresses,
        @Nullable LiquidityRewards rewards,
        MarketVersion version) {
    /** Copies the list. */
    public TradingTerms {
        tokens = List.copyOf(tokens);
    }
}
