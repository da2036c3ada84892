package io.ploy.core.risk;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.RiskReason;
import io.ploy.api.risk.RiskDecision;
import io.ploy.api.risk.RiskDecision.Deny;
import io.ploy.api.risk.RiskDecision.Shrink;
import io.ploy.api.risk.RiskRule;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A rule of a guest. One that throws, answers nothing or makes an order larger has shown that it cannot be relied on: it
 * refuses that order, and every further one until a person switches it on again.
 */
final class CustomGate implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(CustomGate.class);

    private final RiskRule rule;
    private final String name;
    private @Nullable String fault;

    CustomGate(RiskRule rule) {
        this.rule = rule;
        name = rule.name();
    }

    @Override
    public String name() {
        return name;
    }

    boolean isSwitchedOff() {
        return fault != null;
    }

    void switchOn() {
        fault = null;
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (fault != null) {
            return RiskDecision.deny(RiskReason.RULE_FAULT, "switched off: " + fault);
        }
        RiskDecision decision;
        try {
            decision = rule.evaluate(order.request(), order);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("Risk rule {} failed on order {} and is switched off", name, order.id(), e);
            return refuse("it threw " + e);
        }
        return judge(decision, order.quantity());
    }

    private RiskDecision judge(@Nullable RiskDecision decision, Quantity asked) {
        if (decision instanceof Shrink shrink) {
            if (asked.isBelow(shrink.quantity())) {
                return logged("it made " + asked + " shares into " + shrink.quantity());
            }
            return shrink.quantity().equals(asked)
                    ? RiskDecision.ALLOW
                    : Gate.shrink(shrink.quantity(), shrink.reason(), shrink.detail());
        }
        if (decision instanceof Deny) {
            return decision;
        }
        return decision == null ? logged("it answered nothing") : RiskDecision.ALLOW;
    }

    private RiskDecision logged(String problem) {
        LOG.error("Risk rule {} is switched off: {}", name, problem);
        return refuse(problem);
    }

    private RiskDecision refuse(String problem) {
        fault = problem;
        return RiskDecision.deny(RiskReason.RULE_FAULT, problem);
    }
}
