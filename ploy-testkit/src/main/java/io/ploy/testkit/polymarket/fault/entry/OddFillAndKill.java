package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.AskedOrder;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;

/** Fill-and-kill orders that meet less than they saw, or are told one thing and do another. */
final class OddFillAndKill implements Effect {
    static final Parameter<Outcome> OUTCOME =
            Parameter.choice("outcome", Outcome.NOTHING).help("What becomes of the order.");
    static final Parameter<Double> SHARE =
            Parameter.decimal("share", "0.5").help("For PARTIAL: how much of the order the book still has.");
    static final Parameter<Duration> DELAY =
            Parameter.duration("delay", "3").help("For LIVE_THEN_FILL: when it fills.");
    private static final long LOT = 10_000;

    /** What becomes of an order. */
    enum Outcome {
        /** Somebody was faster and took everything. */
        NOTHING,
        /** Somebody left a part. */
        PARTIAL,
        /** It is told live with nothing matched, and fills later. */
        LIVE_THEN_FILL
    }

    private final Injection injection;

    OddFillAndKill(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnRequest before(Ask ask) {
        AskedOrder order = ask.order().filter(each -> each.type().equals("FAK")).orElse(null);
        if (order == null || order.market().isEmpty() || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        if (injection.get(OUTCOME) == Outcome.LIVE_THEN_FILL) {
            return OnRequest.refuse(WireAnswer.json("{\"errorMsg\":\"\",\"orderID\":\""
                            + order.hash().orElse("")
                            + "\",\"takingAmount\":\"\",\"makingAmount\":\"\",\"status\":\"live\",\"success\":true}"))
                    .processedAfter(injection.get(DELAY));
        }
        long left = injection.get(OUTCOME) == Outcome.NOTHING
                ? 0
                : (long) (order.shares().micros() * injection.get(SHARE)) / LOT * LOT;
        injection
                .venue()
                .counterparty()
                .sweep(order.instrument(), order.buys() ? Side.BUY : Side.SELL, order.price(), Quantity.ofMicros(left));
        return OnRequest.GO_ON;
    }
}
