package io.ploy.testkit.polymarket.fault.entry;

import io.ploy.api.market.Side;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.time.Duration;

/** Holds answers back, or requests. */
final class LateAnswer implements Effect {
    static final Parameter<Duration> HOLD = Parameter.duration("hold", "5").help("How long the client waits.");
    static final Parameter<Then> THEN =
            Parameter.choice("then", Then.ACCEPT).help("What the venue does: at once, or at the end of the hold.");

    /** What becomes of the request. */
    enum Then {
        /** It is processed at once and told late. */
        ACCEPT,
        /** The same, and somebody trades with the order meanwhile. */
        MATCH,
        /** It is refused, late. */
        REFUSE,
        /** It is processed only at the end. */
        PROCESS_LAST
    }

    private final Injection injection;
    private final Then then;
    private final Duration hold;

    LateAnswer(Injection injection) {
        this.injection = injection;
        then = injection.get(THEN);
        hold = injection.get(HOLD);
    }

    @Override
    public OnRequest before(Ask ask) {
        boolean early = then == Then.REFUSE || then == Then.PROCESS_LAST;
        if (!early || !Effects.chosen(injection, ask, Ask::places) || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        return then == Then.REFUSE
                ? OnRequest.refuse(Effects.refusal(500, "could not insert order"))
                        .heldFor(hold)
                : OnRequest.GO_ON.heldFor(hold);
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean late = then == Then.ACCEPT || then == Then.MATCH;
        if (!late
                || answer.status() != Effects.OK
                || !Effects.chosen(injection, ask, Ask::places)
                || !injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        if (then == Then.MATCH) {
            ask.orders()
                    .forEach(order -> injection
                            .venue()
                            .counterparty()
                            .take(
                                    order.instrument(),
                                    order.buys() ? Side.SELL : Side.BUY,
                                    order.shares(),
                                    order.price()));
        }
        return OnAnswer.send(answer).heldFor(hold);
    }
}
