package io.ploy.core.risk;

import io.ploy.api.order.OrderInput;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Duration;
import java.util.List;

/** No new risk on what was true some time ago: everything the strategy says it rests on is still as young as it must be. */
final class SignalFreshGate implements Gate {
    @Override
    public String name() {
        return "signal-fresh";
    }

    @Override
    public RiskDecision check(Candidate order) {
        List<OrderInput> inputs = order.request().inputs();
        if (inputs.isEmpty() || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        long ahead = order.limits().raw(Limit.MAX_CLOCK_SKEW);
        for (int i = 0; i < inputs.size(); i++) {
            OrderInput input = inputs.get(i);
            Duration age = input.age(order.now());
            if (age.compareTo(input.maxAge()) > 0) {
                return stale(order, input, Limit.text(age) + " old, allowed are " + Limit.text(input.maxAge()));
            }
            if (age.negated().compareTo(Duration.ofNanos(ahead)) > 0) {
                return stale(
                        order,
                        input,
                        Limit.text(age.negated()) + " ahead of our clock, allowed are "
                                + Limit.MAX_CLOCK_SKEW.text(ahead));
            }
        }
        return RiskDecision.ALLOW;
    }

    private static RiskDecision stale(Candidate order, OrderInput input, String howOld) {
        return RiskDecision.deny(
                RiskReason.SIGNAL_STALE,
                input.name() + " is of " + input.asOf() + ", at " + order.now() + " " + howOld);
    }
}
