package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * The most that can be lost, and the capital that is used, by scope. The worst-case loss of an event is that of the worst
 * state its markets can end in, where confirmed shares count with what they cost, and every open order and every fill that
 * is not final counts if it would hurt and does not if it would help. Wider scopes are sums over events. A strategy's own
 * exposure nets nothing that another strategy holds.
 *
 * <p><b>Threading.</b> The engine thread only.
 */
public final class Exposures {
    private final Holdings holdings;

    Exposures(Holdings holdings) {
        this.holdings = holdings;
    }

    /**
     * The most that what is held and open in a market can lose, whatever else there is in its event.
     *
     * @param market which
     * @return 0 or more
     */
    public Cash market(MarketId market) {
        MarketPair pair = holdings.find(market);
        return pair == null ? Cash.ZERO : Cash.ofMicros(pair.ofAccount().exposure());
    }

    /**
     * The most that what is held and open in the event of a market can lose.
     *
     * @param market any market of the event
     * @return 0 or more
     */
    public Cash event(MarketId market) {
        MarketPair pair = holdings.find(market);
        return pair == null ? Cash.ZERO : Cash.ofMicros(pair.ofAccount().event().exposure());
    }

    /**
     * The most that what a strategy holds and has open can lose.
     *
     * @param name which strategy
     * @return 0 or more
     */
    public Cash strategy(String name) {
        Owner owner = holdings.strategy(name);
        return owner == null ? Cash.ZERO : Cash.ofMicros(owner.exposure().micros());
    }

    /**
     * The sum over the events of a domain.
     *
     * @param name which domain
     * @return 0 or more
     */
    public Cash domain(String name) {
        return exposure(holdings.domain(name));
    }

    /**
     * The sum over the events of a group.
     *
     * @param name which group
     * @return 0 or more
     */
    public Cash group(String name) {
        return exposure(holdings.group(name));
    }

    /**
     * The sum over the events of a market's domain.
     *
     * @param market any market of the domain
     * @return 0 or more
     */
    public Cash domainOf(MarketId market) {
        MarketPair pair = holdings.find(market);
        return exposure(pair == null ? null : pair.shape().domain());
    }

    /**
     * The sum over the events of a market's group.
     *
     * @param market any market of the group
     * @return 0 if it is in none
     */
    public Cash groupOf(MarketId market) {
        MarketPair pair = holdings.find(market);
        return exposure(pair == null ? null : pair.shape().group());
    }

    private static Cash exposure(@Nullable ScopeTotals totals) {
        return totals == null ? Cash.ZERO : Cash.ofMicros(totals.exposure().micros());
    }

    /**
     * The sum over all events.
     *
     * @return 0 or more
     */
    public Cash account() {
        return Cash.ofMicros(holdings.account().exposure().micros());
    }

    /**
     * The capital a strategy uses: cash reserved to buy, and what the shares it holds cost with fees.
     *
     * @param name which strategy
     * @return shares known to pay nothing use none
     */
    public Cash capitalOfStrategy(String name) {
        Owner owner = holdings.strategy(name);
        return owner == null ? Cash.ZERO : Cash.ofMicros(owner.capital().micros());
    }

    /**
     * The capital used in a domain.
     *
     * @param name which domain
     * @return as of a strategy
     */
    public Cash capitalOfDomain(String name) {
        ScopeTotals totals = holdings.domain(name);
        return totals == null ? Cash.ZERO : Cash.ofMicros(totals.capital().micros());
    }

    /**
     * The capital used in a part of a domain.
     *
     * @param name which part, as {@link PortfolioLedger#countIn} was told
     * @return as of a strategy
     */
    public Cash capitalOfPart(String name) {
        Total total = holdings.part(name);
        return total == null ? Cash.ZERO : Cash.ofMicros(total.micros());
    }

    /**
     * In how many markets a strategy holds more than dust, or may come to.
     *
     * @param strategy which
     * @return 0 or more
     */
    public int openMarkets(String strategy) {
        Owner owner = holdings.strategy(strategy);
        return owner == null ? 0 : owner.open();
    }

    /**
     * In how many markets a strategy holds more of one outcome than of the other, beyond dust.
     *
     * @param strategy which
     * @return 0 or more
     */
    public int unhedgedMarkets(String strategy) {
        Owner owner = holdings.strategy(strategy);
        return owner == null ? 0 : owner.unhedged();
    }

    /**
     * How many shares the account holds if every provisional fill becomes final and every open order to buy is filled. An
     * order that spends counts with its shares at the limit.
     *
     * @param instrument which
     * @return shares
     */
    public Quantity potentialQuantity(InstrumentId instrument) {
        Holding holding = holdings.find(instrument);
        return holding == null
                ? Quantity.ZERO
                : Quantity.ofMicros(Math.max(0, holding.stake().potential()));
    }
}
