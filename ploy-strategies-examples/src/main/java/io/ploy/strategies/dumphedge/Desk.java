package io.ploy.strategies.dumphedge;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.strategy.StrategyContext;
import java.time.Duration;
import java.util.Optional;

/** What the trades of all windows share. */
interface Desk {
    StrategyContext context();

    Settings settings();

    /** Whether one more window may take a position. */
    boolean mayOpen();

    Optional<ReferenceModel.Opinion> opinion(MarketWindow window, long now);

    /** Events of that order belong to that trade. */
    void track(ClientOrderId order, WindowTrade trade);

    /** Wakes the trade later, instead of when it was to be woken before. */
    void wake(WindowTrade trade, Duration delay);

    /** Writes down what is held, if that changed. */
    void save();

    /** Something happened that the table says cannot. */
    void impossible(Phase phase, Happening happening, Market market);
}
