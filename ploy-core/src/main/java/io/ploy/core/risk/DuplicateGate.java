package io.ploy.core.risk;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The same order again, soon after the first, is more likely a mistake than a wish: the same strategy, instrument, side,
 * limit and size. What reduces is not looked at. */
final class DuplicateGate implements Gate {
    private static final long FORGET_NANOS = Duration.ofHours(1).toNanos();

    private final Map<Key, Instant> accepted = new LinkedHashMap<>();

    @Override
    public String name() {
        return "duplicate";
    }

    @Override
    public RiskDecision check(Candidate order) {
        long window = order.limits().raw(Limit.DUPLICATE_WINDOW);
        if (window == 0 || order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        Instant last = accepted.get(Key.of(order));
        if (last == null || Duration.between(last, order.now()).toNanos() >= window) {
            return RiskDecision.ALLOW;
        }
        return RiskDecision.deny(
                RiskReason.DUPLICATE_INTENT,
                "the same order was accepted at " + last + ", less than " + Limit.DUPLICATE_WINDOW.text(window)
                        + " ago");
    }

    @Override
    public void accepted(Candidate order) {
        if (order.isReducing()) {
            return;
        }
        // The keys are in the order of their times, so the old ones are in front.
        Iterator<Map.Entry<Key, Instant>> oldest = accepted.entrySet().iterator();
        while (oldest.hasNext()
                && Duration.between(oldest.next().getValue(), order.now()).toNanos() > FORGET_NANOS) {
            oldest.remove();
        }
        Key key = Key.of(order);
        accepted.remove(key);
        accepted.put(key, order.now());
    }

    private record Key(String strategy, InstrumentId instrument, Side side, Price limit, OrderSize size) {
        static Key of(Candidate order) {
            OrderRequest asked = order.asked();
            return new Key(order.strategy(), asked.instrument(), asked.side(), asked.limit(), asked.size());
        }
    }
}
