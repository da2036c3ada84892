package io.ploy.core.sim;

import io.ploy.api.order.SettlementStatus;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What the terms say becomes of trades: mined and confirmed, perhaps after a retry, or failed. Two numbers are drawn for
 * every trade, so that one rate does not shift the other's draws; all its buckets go the same way.
 */
final class DrawnSettlement {
    private final VenueTerms terms;
    private final SplittableRandom random;

    DrawnSettlement(VenueTerms terms) {
        this.terms = terms;
        random = new SplittableRandom(terms.seed());
    }

    SettlementPlan next() {
        boolean fails = random.nextDouble() < terms.settlementFailureRate();
        boolean retried = random.nextDouble() < terms.retryRate();
        Duration mined = terms.minedAfter();
        Duration confirmed = terms.confirmedAfter();
        Duration retry = terms.retryAfter();
        if (fails) {
            return plan(step(mined, SettlementStatus.RETRYING), step(mined.plus(retry), SettlementStatus.FAILED));
        }
        if (retried) {
            return plan(
                    step(mined, SettlementStatus.RETRYING),
                    step(mined.plus(retry), SettlementStatus.MINED),
                    step(confirmed.plus(retry), SettlementStatus.CONFIRMED));
        }
        return plan(step(mined, SettlementStatus.MINED), step(confirmed, SettlementStatus.CONFIRMED));
    }

    private static SettlementPlan plan(SettlementPlan.Step... steps) {
        return new SettlementPlan(List.of(steps));
    }

    private static SettlementPlan.Step step(Duration after, SettlementStatus status) {
        return new SettlementPlan.Step(after, status);
    }
}
