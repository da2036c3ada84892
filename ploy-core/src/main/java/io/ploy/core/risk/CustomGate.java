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
 * A rule of a guest. One that throws, answers nothing, makes an order larger or is slow three times in a row has shown that
 * it cannot be relied on: it refuses that order, and every further one until a person switches it on again. One slow answer
 * refuses the order alone.
 */
final class CustomGate implements Gate {
    private static final Logger LOG = LoggerFactory.getLogger(CustomGate.class);

    private static final long SLOW_NANOS = 1_000_000;
    /** One slow answer may be the machine's fault. */
    private static final int SLOW_IN_A_ROW = 3;

    private final RiskRule rule;
    private final RiskWorld world;
    private final String name;
    private @Nullable String fault;
    private int slow;

    CustomGate(RiskRule rule, RiskWorld world) {
        this.rule = rule;
        this.world = world;
        name = rule.name();
    }

    @Override
    public String name() {
        return name;
    }

    /** Why it refuses every order; null while it is on. */
    @Nullable
    String fault() {
        return fault;
    }

    void switchOn() {
        fault = null;
        slow = 0;
    }

    @Override
    public RiskDecision check(Candidate order) {
        if (fault != null) {
            return RiskDecision.deny(RiskReason.RULE_FAULT, "switched off: " + fault);
        }
        long began = world.ticks();
        RiskDecision decision;
        try {
            decision = rule.evaluate(order.request(), order);
        } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
            LOG.error("Risk rule {} failed on order {} and is switched off", name, order.id(), e);
            return refuse("it threw " + e);
        }
        long took = world.ticks() - began;
        return took > SLOW_NANOS ? tooSlow(took) : inTime(decision, order.quantity());
    }

    private RiskDecision inTime(@Nullable RiskDecision decision, Quantity asked) {
        slow = 0;
        return judge(decision, asked);
    }

    private RiskDecision tooSlow(long nanos) {
        String problem = "it took " + nanos / 1_000 + " us, allowed are " + SLOW_NANOS / 1_000;
        LOG.warn("Risk rule {} refuses an order: {}", name, problem);
        return ++slow < SLOW_IN_A_ROW ? RiskDecision.deny(RiskReason.RULE_FAULT, problem) : logged(problem);
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
        world.ruleFailed(name, problem);
        return RiskDecision.deny(RiskReason.RULE_FAULT, problem);
    }
}
