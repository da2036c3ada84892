package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.AskedOrder;
import io.ploy.testkit.polymarket.fault.Counterparty;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;

/** The book moves while an order is on its way, or right after. */
final class Against {
    static final Parameter<Quantity> SHARES =
            Parameter.quantity("shares", "50").between("5", "100000").help("How much the counterparty offers.");
    static final Parameter<Integer> TICKS =
            Parameter.integer("ticks", "2").between("1", "100").help("How much better than the order's limit.");
    private static final long CENT = 10_000;
    private static final long ONE = 1_000_000;

    private Against() {}

    static Effect postOnlyCrosses(Injection injection) {
        return Effects.before(
                injection, ask -> ask.order().filter(AskedOrder::isPostOnly).isPresent(), ask -> {
                    ask.order().ifPresent(order -> meet(injection, order, 0));
                    return OnRequest.GO_ON;
                });
    }

    static Effect moreShares(Injection injection) {
        return Effects.before(injection, ask -> ask.order().isPresent(), ask -> {
            ask.order().ifPresent(order -> meet(injection, order, injection.get(TICKS)));
            return OnRequest.GO_ON;
        });
    }

    /** Rests an order on the other side, so many ticks better than the order's limit. */
    private static void meet(Injection injection, AskedOrder order, int ticks) {
        order.market().ifPresent(market -> {
            TickSize tick = market.market().rules().tickSize();
            long better = (order.buys() ? -1 : 1) * (long) ticks * tick.micros();
            long price = Math.max(
                    tick.lowest().micros(),
                    Math.min(tick.highest().micros(), order.price().micros() + better));
            Counterparty counterparty = injection.venue().counterparty();
            Side side = order.buys() ? Side.SELL : Side.BUY;
            counterparty.sweep(order.instrument(), side, Price.ofMicros(price), Quantity.ZERO);
            counterparty.rest(order.instrument(), side, injection.get(SHARES), Price.ofMicros(price));
        });
    }

    /** Somebody spends whole cents, which buy almost all of the order. */
    static Effect residual(Injection injection) {
        return Effects.after(
                injection,
                ask -> ask.order().isPresent(),
                (ask, answer) -> answer.body().contains("\"status\":\"live\""),
                (ask, answer) -> {
                    ask.order().ifPresent(order -> spend(injection, order));
                    return OnAnswer.send(answer);
                });
    }

    private static void spend(Injection injection, AskedOrder order) {
        order.market().ifPresent(market -> {
            InstrumentId bought = order.buys() ? market.market().opposite(order.instrument()) : order.instrument();
            long price =
                    order.buys() ? ONE - order.price().micros() : order.price().micros();
            long worth = order.shares().micros() * price / ONE;
            long cents = worth % CENT == 0 ? worth - CENT : worth - worth % CENT;
            injection.venue().counterparty().spend(bought, Cash.ofMicros(cents), Price.ofMicros(price));
        });
    }
}
