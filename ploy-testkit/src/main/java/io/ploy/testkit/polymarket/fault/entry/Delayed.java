package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.AskedOrder;
import io.ploy.testkit.polymarket.fault.Counterparty;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Lets an order wait before it matches, as the venue does in some markets. */
final class Delayed implements Effect {
    static final Parameter<Duration> DELAY =
            Parameter.duration("delay", "2").between("0.001", "60").help("How long the order waits.");
    static final Parameter<Then> THEN = Parameter.choice("then", Then.BOOK)
            .help("What it meets at the end: the book as it is, somebody, or nobody.");

    /** What an order meets. */
    enum Then {
        BOOK,
        MATCHED,
        UNMATCHED
    }

    private final Injection injection;
    private @Nullable Market before;

    Delayed(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnRequest before(Ask ask) {
        AskedOrder order = ask.order().orElse(null);
        if (order == null || order.market().isEmpty() || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        Market market = order.market().get().market();
        before = market;
        exchange()
                .update(market.toBuilder()
                        .rules(market.rules().toBuilder()
                                .takerDelay(injection.get(DELAY))
                                .build())
                        .build());
        return OnRequest.GO_ON;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        Market market = before;
        if (market != null && ask.places()) {
            before = null;
            exchange().update(market);
            if (answer.status() == Effects.OK && answer.body().contains("\"delayed\"")) {
                Timeline timeline = injection.venue().state().loop().timeline();
                ask.order()
                        .ifPresent(order -> timeline.schedule(
                                timeline.now().plus(injection.get(DELAY)).minusMillis(1), () -> prepare(order)));
            }
        }
        return OnAnswer.send(answer);
    }

    private void prepare(AskedOrder order) {
        Counterparty counterparty = injection.venue().counterparty();
        Side taking = order.buys() ? Side.BUY : Side.SELL;
        switch (injection.get(THEN)) {
            case BOOK -> {
                // It meets what is there.
            }
            case MATCHED ->
                counterparty.rest(
                        order.instrument(), taking == Side.BUY ? Side.SELL : Side.BUY, order.shares(), order.price());
            case UNMATCHED -> counterparty.sweep(order.instrument(), taking, order.price(), Quantity.ZERO);
        }
    }

    private SimulatedExchange exchange() {
        return injection.venue().state().exchange();
    }
}
