package io.ploy.core.sim;

import io.ploy.api.order.SettlementStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;

/**
 * Carries trades from the match to the end: mined and confirmed, perhaps after a retry, or failed and taken back. Which
 * of it happens is drawn when the trade is made, two numbers a trade, so that one rate does not shift the other's draws.
 */
final class Settler {
    private final Timeline timeline;
    private final VenueTerms terms;
    private final SplittableRandom random;

    Settler(Timeline timeline, VenueTerms terms) {
        this.timeline = timeline;
        this.terms = terms;
        random = new SplittableRandom(terms.seed());
    }

    void start(Trade trade) {
        boolean fails = random.nextDouble() < terms.settlementFailureRate();
        boolean retried = random.nextDouble() < terms.retryRate();
        report(trade);
        Duration retry = terms.retryAfter();
        boolean heard = trade.legs.stream().anyMatch(leg -> !leg.order.account.gateways.isEmpty());
        if (fails) {
            step(trade, terms.minedAfter(), SettlementStatus.RETRYING, heard);
            step(trade, terms.minedAfter().plus(retry), SettlementStatus.FAILED, true);
        } else if (retried) {
            step(trade, terms.minedAfter(), SettlementStatus.RETRYING, heard);
            step(trade, terms.minedAfter().plus(retry), SettlementStatus.MINED, heard);
            step(trade, terms.confirmedAfter().plus(retry), SettlementStatus.CONFIRMED, true);
        } else {
            step(trade, terms.minedAfter(), SettlementStatus.MINED, heard);
            step(trade, terms.confirmedAfter(), SettlementStatus.CONFIRMED, true);
        }
    }

    private void step(Trade trade, Duration after, SettlementStatus status, boolean wanted) {
        if (wanted) {
            timeline.schedule(timeline.now().plus(after), () -> move(trade, status));
        }
    }

    private void move(Trade trade, SettlementStatus status) {
        trade.status = status;
        trade.updatedAt = timeline.now();
        if (status == SettlementStatus.CONFIRMED) {
            trade.legs.forEach(leg -> leg.order.account.settle(leg));
            trade.floor.settled(trade);
        } else if (status == SettlementStatus.FAILED) {
            trade.legs.forEach(leg -> leg.order.account.release(leg));
        }
        report(trade);
    }

    private static void report(Trade trade) {
        trade.legs.forEach(Settler::report);
    }

    /** Tells the leg's account how far it has come. */
    static void report(Leg leg) {
        SettlementStatus status = leg.trade.status;
        Instant updatedAt = leg.trade.updatedAt;
        for (SimulatedGateway gateway : leg.order.account.gateways) {
            gateway.later(listener -> listener.onFill(leg.report(status, updatedAt, gateway.now())));
        }
    }
}
