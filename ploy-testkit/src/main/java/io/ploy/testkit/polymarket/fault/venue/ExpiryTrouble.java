package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import java.time.Duration;

/** Wants expirations farther away than usual, by a clock that may run ahead. */
final class ExpiryTrouble implements Effect {
    static final Parameter<Duration> MARGIN =
            Parameter.duration("margin", "120").between("0", "600").help("How far away an expiration must be.");
    static final Parameter<Duration> AHEAD =
            Parameter.duration("ahead", "0").between("0", "600").help("How far the clock behind it is ahead.");

    private final Injection injection;

    ExpiryTrouble(Injection injection) {
        this.injection = injection;
    }

    @Override
    public OnRequest before(Ask ask) {
        long soonest = injection
                .venue()
                .state()
                .now()
                .plus(injection.get(MARGIN))
                .plus(injection.get(AHEAD))
                .getEpochSecond();
        boolean near = ask.order()
                .filter(order -> order.expiration() > 0 && order.expiration() < soonest)
                .isPresent();
        return near && injection.fires(ask)
                ? OnRequest.refuse(Effects.refusal(400, "invalid expiration"))
                : OnRequest.GO_ON;
    }
}
