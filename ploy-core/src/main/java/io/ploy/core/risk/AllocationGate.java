package io.ploy.core.risk;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.allocation.AllocationPlan;
import io.ploy.core.allocation.CapitalPart;
import io.ploy.core.portfolio.CapitalParts;
import io.ploy.core.portfolio.Exposures;
import io.ploy.core.portfolio.HeadRoom;
import io.ploy.core.portfolio.MarketScopes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A domain uses no more capital than the plan gives it, and neither does a part of it, or a strategy that has a portion of
 * its own.
 */
final class AllocationGate implements Gate {
    private final AllocationPlan plan;
    private final MarketScopes scopes;
    private final RiskWorld world;

    AllocationGate(RiskSettings settings, RiskWorld world) {
        plan = settings.allocation();
        scopes = settings.scopes();
        this.world = world;
    }

    /** What the portfolio must count for this gate. */
    static CapitalParts parts(RiskSettings settings) {
        AllocationPlan plan = settings.allocation();
        MarketScopes scopes = settings.scopes();
        return market -> plan.partsOf(scopes.domain(market), market).stream()
                .map(CapitalPart::name)
                .toList();
    }

    @Override
    public String name() {
        return "allocation";
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.request().side() == Side.SELL || plan.dividesNothing()) {
            return RiskDecision.ALLOW;
        }
        String domain = scopes.domain(order.market());
        Cash equity = world.equity();
        Exposures exposures = order.portfolio().exposures();
        HeadRoom room = order.portfolio().headRoom();
        Tightest tightest = new Tightest(order.quantity());
        Cash ofDomain = plan.allocationOfDomain(domain, equity);
        Cash inDomain = exposures.capitalOfDomain(domain);
        if (inDomain.compareTo(ofDomain) > 0) {
            tightest.take(room.inDomainCapital(order.id(), ofDomain), domain, inDomain, ofDomain);
        }
        List<CapitalPart> parts = plan.partsOf(domain, order.market());
        for (int i = 0; i < parts.size(); i++) {
            CapitalPart part = parts.get(i);
            Cash ofPart = plan.allocationOfPart(domain, part, equity);
            Cash inPart = exposures.capitalOfPart(part.name());
            if (inPart.compareTo(ofPart) > 0) {
                tightest.take(room.inPartCapital(order.id(), part.name(), ofPart), part.name(), inPart, ofPart);
            }
        }
        if (plan.names(domain, order.strategy())) {
            Cash ofStrategy = plan.allocationOfStrategy(domain, order.strategy(), equity);
            Cash inStrategy = exposures.capitalOfStrategy(order.strategy());
            if (inStrategy.compareTo(ofStrategy) > 0) {
                Quantity fits = room.inStrategyCapital(order.id(), ofStrategy);
                tightest.take(fits, order.strategy() + " in " + domain, inStrategy, ofStrategy);
            }
        }
        return tightest.decision();
    }

    /** Of everything that is used up, what leaves the least. */
    private static final class Tightest {
        private Quantity fits;
        private @Nullable String detail;

        Tightest(Quantity asked) {
            fits = asked;
        }

        void take(Quantity room, String who, Cash used, Cash allocated) {
            if (detail == null || room.isBelow(fits)) {
                fits = fits.min(room);
                detail = who + " would use " + used + " USD, allocated are " + allocated;
            }
        }

        RiskDecision decision() {
            return detail == null ? RiskDecision.ALLOW : Gate.shrink(fits, RiskReason.ALLOCATION, detail);
        }
    }
}
