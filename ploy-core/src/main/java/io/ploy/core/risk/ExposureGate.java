package io.ploy.core.risk;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.core.portfolio.Exposures;
import io.ploy.core.portfolio.HeadRoom;

/** A scope may lose only so much in the worst case. One gate for each scope, from narrow to wide. */
final class ExposureGate implements Gate {
    /** Reads what a scope may lose with the order in it. */
    @FunctionalInterface
    private interface Measure {
        Cash of(Exposures exposures, Candidate order);
    }

    /** Finds how much of the order fits. */
    @FunctionalInterface
    private interface Room {
        Quantity in(HeadRoom room, ClientOrderId order, Cash limit);
    }

    private final String name;
    private final Limit limit;
    private final RiskReason reason;
    private final Measure measure;
    private final Room room;

    private ExposureGate(String name, Limit limit, RiskReason reason, Measure measure, Room room) {
        this.name = name;
        this.limit = limit;
        this.reason = reason;
        this.measure = measure;
        this.room = room;
    }

    static ExposureGate market() {
        return new ExposureGate(
                "market-exposure",
                Limit.MAX_MARKET_EXPOSURE,
                RiskReason.MARKET_EXPOSURE,
                (exposures, order) -> exposures.market(order.market().id()),
                HeadRoom::inMarket);
    }

    static ExposureGate event() {
        return new ExposureGate(
                "event-exposure",
                Limit.MAX_EVENT_EXPOSURE,
                RiskReason.EVENT_EXPOSURE,
                (exposures, order) -> exposures.event(order.market().id()),
                HeadRoom::inEvent);
    }

    static ExposureGate group() {
        return new ExposureGate(
                "group-exposure",
                Limit.MAX_GROUP_EXPOSURE,
                RiskReason.GROUP_EXPOSURE,
                (exposures, order) -> exposures.groupOf(order.market().id()),
                HeadRoom::inGroup);
    }

    static ExposureGate strategy() {
        return new ExposureGate(
                "strategy-exposure",
                Limit.MAX_STRATEGY_EXPOSURE,
                RiskReason.STRATEGY_EXPOSURE,
                (exposures, order) -> exposures.strategy(order.strategy()),
                HeadRoom::inStrategy);
    }

    static ExposureGate domain() {
        return new ExposureGate(
                "domain-exposure",
                Limit.MAX_DOMAIN_EXPOSURE,
                RiskReason.DOMAIN_EXPOSURE,
                (exposures, order) -> exposures.domainOf(order.market().id()),
                HeadRoom::inDomain);
    }

    static ExposureGate account() {
        return new ExposureGate(
                "account-exposure",
                Limit.MAX_ACCOUNT_EXPOSURE,
                RiskReason.ACCOUNT_EXPOSURE,
                (exposures, order) -> exposures.account(),
                HeadRoom::inAccount);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (order.isReducing()) {
            return RiskDecision.ALLOW;
        }
        Cash max = (limit == Limit.MAX_STRATEGY_EXPOSURE ? order.limits() : order.accountLimits()).usd(limit);
        Cash exposure = measure.of(order.portfolio().exposures(), order);
        if (exposure.compareTo(max) <= 0) {
            return RiskDecision.ALLOW;
        }
        return Gate.shrink(
                room.in(order.portfolio().headRoom(), order.id(), max),
                reason,
                "could lose " + exposure + " USD, allowed are " + max);
    }
}
