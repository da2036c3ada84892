package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.api.money.Cash;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.AskedOrder;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;

/** The venue keeps money reserved for orders that are gone, and more with every match. */
final class LeakedReservation implements Effect {
    static final Parameter<Cash> AMOUNT = Parameter.cash("amount", "100").help("What is kept from the start.");
    static final Parameter<Cash> PER_MATCH = Parameter.cash("perMatch", "0").help("What every match adds.");

    private final Injection injection;
    private long matches;

    LeakedReservation(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnRequest before(Ask ask) {
        AskedOrder order = ask.order().filter(AskedOrder::buys).orElse(null);
        if (!injection.trigger().isOpen() || order == null || order.account().isEmpty()) {
            return OnRequest.GO_ON;
        }
        SimulatedExchange exchange = injection.venue().state().exchange();
        var account = order.account().get().id();
        long leaked = injection.get(AMOUNT).micros()
                + matches * injection.get(PER_MATCH).micros();
        long available = exchange.available(account).micros();
        if (order.makerMicros() <= available - leaked || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        long balance = exchange.account(account).collateral().micros();
        return OnRequest.refuse(Effects.refusal(
                400,
                "not enough balance / allowance: the balance is not enough -> balance: " + balance
                        + ", sum of active orders: " + (balance - available + leaked) + ", order amount: "
                        + order.makerMicros()));
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        if (ask.places() && answer.body().contains("\"status\":\"matched\"")) {
            matches++;
        }
        return OnAnswer.send(answer);
    }
}
