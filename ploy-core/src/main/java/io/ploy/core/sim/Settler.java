package io.ploy.core.sim;

import io.ploy.api.order.SettlementStatus;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Carries what was matched to its end, bucket by bucket, as the terms or a script have it. */
final class Settler {
    private final Timeline timeline;
    private final DrawnSettlement drawn;
    private final Observers observers;
    private @Nullable SettlementScript script;

    Settler(Timeline timeline, VenueTerms terms, Observers observers) {
        this.timeline = timeline;
        this.observers = observers;
        drawn = new DrawnSettlement(terms);
    }

    void follow(SettlementScript other) {
        script = other;
    }

    void start(Trade trade) {
        SettlementPlan usual = drawn.next();
        for (Bucket bucket : trade.buckets) {
            report(bucket);
            schedule(bucket, script == null ? usual : script.plan(bucket.view(), usual));
        }
    }

    private void schedule(Bucket bucket, SettlementPlan plan) {
        List<SettlementPlan.Step> steps = plan.steps();
        boolean heard = observers.any() || bucket.legs.stream().anyMatch(leg -> !leg.order.account.gateways.isEmpty());
        for (int i = 0; i < steps.size(); i++) {
            SettlementPlan.Step step = steps.get(i);
            boolean last = i == steps.size() - 1;
            if (last || heard) {
                timeline.schedule(timeline.now().plus(step.after()), () -> move(bucket, step.status(), last));
            }
        }
    }

    private void move(Bucket bucket, SettlementStatus status, boolean last) {
        bucket.status = status;
        bucket.updatedAt = timeline.now();
        if (last && status == SettlementStatus.CONFIRMED) {
            bucket.legs.forEach(leg -> leg.order.account.settle(leg));
            bucket.trade.floor.settled(bucket);
        } else if (last && status == SettlementStatus.FAILED) {
            bucket.legs.forEach(leg -> leg.order.account.release(leg));
        }
        report(bucket);
    }

    private void report(Bucket bucket) {
        bucket.legs.forEach(Settler::report);
        if (observers.any()) {
            observers.onTrade(bucket.view());
        }
    }

    /** Tells the leg's account how far it has come. */
    static void report(Leg leg) {
        SettlementStatus status = leg.bucket.status;
        Instant updatedAt = leg.bucket.updatedAt;
        for (SimulatedGateway gateway : leg.order.account.gateways) {
            gateway.later(listener -> listener.onFill(leg.report(status, updatedAt, gateway.now())));
        }
    }
}
