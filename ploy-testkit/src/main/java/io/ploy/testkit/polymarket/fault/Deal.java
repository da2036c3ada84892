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
        return !(where.api() != null || where.method() != null || where.path() != null || where.type() != null)
                && where.channel() == null
                && where.event() == null
                && where.socket() == null
                && (where.market() == null
                        || where.market().equals(trade.market().symbol()))
                && legs().anyMatch(leg -> fits(leg, where));
    }

    private static boolean fits(ExchangeTrade.Leg leg, Where where) {
        return (where.account() == null || where.account().equals(leg.account().name()))
                && (where.order() == null || where.order().equals(leg.order().value()))
                && (where.token() == null
                        || where.token().equals(leg.instrument().symbol()))
                && (where.side() == null || where.side().equals(leg.side().name()));
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
