package io.ploy.testkit.polymarket.fault;

import io.ploy.core.sim.ExchangeTrade;
import java.util.stream.Stream;

/**
 * What matched, as faults see it.
 *
 * @param trade one bucket
 */
public record Deal(ExchangeTrade trade) implements Occasion {
    @Override
    public String words() {
        return "trade of " + trade.taker().order().value() + " bucket " + trade.bucket();
    }

    @Override
    public boolean fits(Where where) {
        return where.api() == null
                && where.method() == null
                && where.path() == null
                && where.type() == null
                && where.channel() == null
                && where.event() == null
                && where.socket() == null
                && where.isMarket(trade.market().symbol())
                && legs().anyMatch(leg -> fits(leg, where));
    }

    private static boolean fits(ExchangeTrade.Leg leg, Where where) {
        return where.isAccount(leg.account().name())
                && where.isOrder(leg.order().value())
                && where.isToken(leg.instrument().symbol())
                && where.isSide(leg.side().name());
    }

    /**
     * Whether nobody takes part who trades over the wire: what becomes of such a trade no client can see.
     *
     * @return true if only a world's traders and the faults' counterparty do
     */
    public boolean isAmongTheVenuesOwn() {
        return legs().allMatch(leg -> leg.account().name().startsWith("house-") || Counterparty.is(leg.account()));
    }

    /**
     * Everybody's part.
     *
     * @return the taker's first
     */
    public Stream<ExchangeTrade.Leg> legs() {
        return Stream.concat(Stream.of(trade.taker()), trade.makers().stream());
    }
}
