package io.ploy.testkit.polymarket.fault.account;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.AskedOrder;
import io.ploy.testkit.polymarket.fault.Counterparty;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;

/** Lets orders fill in the ways clients forget: through the other outcome, at several prices. */
final class CrossOutcome implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.OTHER_OUTCOME).help("How it fills.");
    static final Parameter<Duration> DELAY =
            Parameter.duration("delay", "0.1").help("For OTHER_OUTCOME: how long after it rests.");
    private static final long LOT = 10_000;
    private static final int PIECES = 3;

    /** How an order fills. */
    enum How {
        /** Somebody trades the other outcome the same way: both buy, and shares are minted; both sell, and they are merged. */
        OTHER_OUTCOME,
        /** It takes at three prices, each of which settles by itself. */
        THREE_PRICES
    }

    private final Injection injection;

    CrossOutcome(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnRequest before(Ask ask) {
        AskedOrder order = ask.order().filter(each -> each.market().isPresent()).orElse(null);
        if (injection.get(HOW) == How.THREE_PRICES && order != null && !order.isPostOnly() && injection.fires(ask)) {
            rest(order, order.market().orElseThrow().market().rules().tickSize());
        }
        return OnRequest.GO_ON;
    }

    private void rest(AskedOrder order, TickSize tick) {
        Counterparty counterparty = injection.venue().counterparty();
        Side side = order.buys() ? Side.SELL : Side.BUY;
        long piece = Math.max(5 * 1_000_000L, order.shares().micros() / PIECES / LOT * LOT);
        for (int i = 0; i < PIECES; i++) {
            long price = order.price().micros() + (order.buys() ? -i : i) * tick.micros();
            if (price >= tick.lowest().micros() && price <= tick.highest().micros()) {
                counterparty.rest(order.instrument(), side, Quantity.ofMicros(piece), Price.ofMicros(price));
            }
        }
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean rests = injection.get(HOW) == How.OTHER_OUTCOME
                && ask.order().filter(each -> each.market().isPresent()).isPresent()
                && answer.body().contains("\"status\":\"live\"");
        if (rests && injection.fires(ask)) {
            Timeline timeline = injection.venue().state().loop().timeline();
            AskedOrder order = ask.order().orElseThrow();
            timeline.schedule(timeline.now().plus(injection.get(DELAY)), () -> meet(order));
        }
        return OnAnswer.send(answer);
    }

    private void meet(AskedOrder order) {
        Market market = order.market().orElseThrow().market();
        InstrumentId other = market.opposite(order.instrument());
        injection
                .venue()
                .counterparty()
                .take(
                        other,
                        order.buys() ? Side.BUY : Side.SELL,
                        order.shares(),
                        order.price().complement());
    }
}
