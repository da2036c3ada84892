package io.ploy.core.sim;

import io.ploy.api.market.MarketId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.portfolio.Operation;
import java.time.Instant;

/**
 * A split, a merge or a redemption that is done, or what a conversion did to one of its markets.
 *
 * @param account whose
 * @param kind what was done
 * @param market whose outcomes
 * @param first shares of the first outcome that were made or are gone; of a conversion those that were received
 * @param second shares of the second outcome that were made or are gone; of a conversion those that were given
 * @param collateral USD that was locked or paid out; a conversion pays at its first market
 * @param at when
 */
public record ExchangeSets(
        AccountId account,
        Operation.Kind kind,
        MarketId market,
        Quantity first,
        Quantity second,
        Cash collateral,
        Instant at) {}
