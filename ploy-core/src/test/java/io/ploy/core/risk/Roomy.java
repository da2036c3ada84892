package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.breaker.BreakerSettings;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/** Where losses, pace and prices stop nothing, so that a test sees what it is about. */
public final class Roomy {
    private static final Set<Limit> KEPT = EnumSet.of(
            Limit.MAX_ORDER_QUANTITY,
            Limit.MAX_ORDER_NOTIONAL,
            Limit.MAX_ACCOUNT_ORDER_NOTIONAL,
            Limit.MAX_POSITION,
            Limit.MAX_MARKET_EXPOSURE,
            Limit.MAX_ACCOUNT_EXPOSURE,
            Limit.MAX_OPEN_ORDERS,
            Limit.MORE_ORDERS_TO_REDUCE,
            Limit.CASH_FLOOR,
            Limit.MAX_BOOK_AGE);

    private Roomy() {}

    /** A few limits on size, as the conservative profile has them, and no others. */
    public static RiskLimits limits() {
        RiskLimits.Builder limits = RiskLimits.builder();
        for (Limit limit : Limit.values()) {
            if (!KEPT.contains(limit)) {
                limits.without(limit);
            }
        }
        return limits.set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(100)).build();
    }

    /** These limits, capital that is not divided, and breakers that hardly ever trip. */
    public static RiskSettings settings() {
        BreakerSettings usual = BreakerSettings.DEFAULT;
        return RiskSettings.USUAL
                .withLimits(limits())
                .withAllocation(AllocationPlan.UNDIVIDED)
                .withBreakers(new BreakerSettings(
                        usual.feed(),
                        new BreakerSettings.Circuit(
                                1_000,
                                Duration.ofSeconds(30),
                                9_999,
                                1_000,
                                Duration.ofSeconds(5),
                                Duration.ofSeconds(300),
                                2_000,
                                3,
                                Cash.ofUsd(5)),
                        new BreakerSettings.UnknownOrder(1_000, Duration.ofHours(12)),
                        new BreakerSettings.Settlement(10_000, 9_999, 1_000, Duration.ofHours(1)),
                        new BreakerSettings.Reject(1_000, Duration.ofSeconds(60)),
                        usual.loss(),
                        usual.mark(),
                        new BreakerSettings.TradeRate(100_000, 1_000)));
    }
}
