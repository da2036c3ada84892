package io.ploy.core.sim;

import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import java.util.List;

/**
 * Told of everything that happens at a {@link SimulatedExchange}, at once and in order: the truth, whatever clients hear
 * and when. Refused orders are not told. An observer must not call the exchange's changing methods.
 */
public interface ExchangeObserver {
    /**
     * A market was listed, or its rules, status or window changed.
     *
     * @param market as it is now
     */
    default void onMarket(Market market) {}

    /**
     * A market's price step changed; {@link #onMarket} follows.
     *
     * @param market as it is now
     * @param before the old step
     */
    default void onTickSize(Market market, TickSize before) {}

    /**
     * Levels of a book changed.
     *
     * @param market whose
     * @param changes in prices of the first outcome, each with what rests there now; the second outcome's book is the
     *     same seen from the other side
     */
    default void onBook(Market market, List<LevelChange> changes) {}

    /**
     * Something happened to an order that the exchange took.
     *
     * @param order as it is now
     */
    default void onOrder(ExchangeOrder order) {}

    /**
     * Orders met, or what they made settled a step further.
     *
     * @param trade one bucket, as it is now
     */
    default void onTrade(ExchangeTrade trade) {}

    /**
     * Complete sets were split off collateral, merged back, or shares paid out.
     *
     * @param operation what was done
     */
    default void onSets(ExchangeSets operation) {}

    /**
     * A market ended; {@link #onMarket} came before.
     *
     * @param resolution what each outcome pays
     */
    default void onResolved(Resolution resolution) {}

    /**
     * A price from outside the venue was published.
     *
     * @param price as its source says
     */
    default void onReferencePrice(ReferencePrice price) {}
}
