package io.ploy.api.risk;

import io.ploy.api.Stable;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Position;
import java.time.Instant;

/** What a rule may look at: the world as if the order were already live. Valid during the call only. */
@Stable
public interface RiskView {
    /**
     * Which strategy asks.
     *
     * @return the name it runs under
     */
    String strategy();

    /**
     * The market of the order.
     *
     * @return as last known
     */
    Market market();

    /**
     * The book of the order's instrument.
     *
     * @return may be untrusted or empty
     */
    OrderBook book();

    /**
     * What the account holds of the order's instrument, over all strategies.
     *
     * @return zero quantities if nothing is held
     */
    Position position();

    /**
     * The account's cash with this order reserved.
     *
     * @return the balance
     */
    Balance balance();

    /**
     * The most that the order's market can lose, this order included.
     *
     * @return 0 or more
     */
    Cash marketExposure();

    /**
     * The most that all markets can lose, this order included.
     *
     * @return 0 or more
     */
    Cash accountExposure();

    /**
     * Engine time.
     *
     * @return now
     */
    Instant now();
}
