package io.ploy.core.risk;

import io.ploy.core.deployment.CanaryTerms;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.core.deployment.Stage;
import io.ploy.core.deployment.Standing;
import io.ploy.core.deployment.Standings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives strategies that trade as canaries a tenth of what they may lose, and small orders. */
final class CanaryLimits {
    private final Standings standings;
    private @Nullable RiskLimits seenLimits;
    private @Nullable RegisterSnapshot seenRegister;
    private RiskLimits inForce = RiskLimits.conservative();

    CanaryLimits(Standings standings) {
        this.standings = standings;
    }

    /** The limits by what the register said when it was last looked at: the same instance until one of both changes. */
    @SuppressWarnings("ReferenceEquality") // both are immutable, and comparing all of them costs more
    RiskLimits on(RiskLimits limits) {
        if (limits != seenLimits || standings.snapshot() != seenRegister) {
            RiskLimits.Builder builder = limits.toBuilder();
            for (Map.Entry<String, Standing> each : standings.all().entrySet()) {
                if (each.getValue().stage() == Stage.CANARY) {
                    builder.strategy(each.getKey(), canary(limits.of(each.getKey())));
                }
            }
            inForce = builder.build();
            seenLimits = limits;
            seenRegister = standings.snapshot();
        }
        return inForce;
    }

    private static RiskLimits canary(RiskLimits limits) {
        RiskLimits.Builder builder = limits.toBuilder();
        for (Limit limit : Limit.values()) {
            if (limit.isMoneyAtRisk() && limits.raw(limit) != limit.none()) {
                builder.set(limit, CanaryTerms.limit(Stage.CANARY, limits.usd(limit)));
            }
        }
        return builder.set(
                        Limit.MAX_ORDER_NOTIONAL,
                        CanaryTerms.orderCap(Stage.CANARY, limits.usd(Limit.MAX_ORDER_NOTIONAL)))
                .build();
    }
}
