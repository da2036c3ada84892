package io.ploy.host.demo;

import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.ProfitAndLoss;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How things stand at one moment of a demo.
 *
 * @param at market time
 * @param elapsed market time since the start
 * @param markets open ones and those that are over, oldest first
 * @param startingCash what the account began with
 * @param equity cash and holdings at their marks
 * @param profitAndLoss over all markets
 */
public record DemoFrame(
        Instant at,
        Duration elapsed,
        List<MarketState> markets,
        Cash startingCash,
        Cash equity,
        ProfitAndLoss profitAndLoss) {
    /** Copies the list. */
    public DemoFrame {
        markets = List.copyOf(markets);
    }

    /**
     * One market.
     *
     * @param market as last known
     * @param bidOrNull the best bid of the first outcome, or null
     * @param askOrNull the best ask of the first outcome, or null
     * @param first shares held of the first outcome
     * @param second shares held of the second outcome
     * @param net profit of this market after fees
     */
    public record MarketState(
            Market market,
            @Nullable Price bidOrNull,
            @Nullable Price askOrNull,
            Quantity first,
            Quantity second,
            Cash net) {}
}
