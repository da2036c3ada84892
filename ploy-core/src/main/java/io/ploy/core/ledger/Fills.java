package io.ploy.core.ledger;

import io.ploy.api.money.Cash;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import java.time.Instant;

/** Books fill legs, each once, and settles them by {@link SettlementTable}. */
final class Fills {
    private final FeeEstimator estimator;
    private final LifecycleMoves moves;
    private final Outbox outbox;

    Fills(FeeEstimator estimator, LifecycleMoves moves, Outbox outbox) {
        this.estimator = estimator;
        this.moves = moves;
        this.outbox = outbox;
    }

    void apply(OrderRecord order, FillReport report, Instant now) {
        FillLeg leg = order.leg(report.id());
        if (leg == null) {
            book(order, report, now);
        } else if (!leg.hasAmountsOf(report)) {
            contradict(order, leg, IllegalMove.AMOUNT_CHANGED, report, now);
        } else {
            settle(order, leg, report, now);
        }
    }

    private void book(OrderRecord order, FillReport report, Instant now) {
        boolean booked = report.status() != SettlementStatus.FAILED;
        // A fill the venue had announced before it closed the order is awaited, not late.
        boolean announced = order.tally().unattributed() >= report.quantity().micros();
        boolean late = !order.isOpen() && !announced;
        FillLeg leg = new FillLeg(report, order.request().side(), fee(order.request(), report), late);
        order.addLeg(report.id(), leg);
        order.tally().add(leg, booked);
        boolean confirmed = report.status() == SettlementStatus.CONFIRMED;
        if (confirmed) {
            order.tally().confirm(leg, leg.feeMicros());
        }
        order.touch(now);

        LifecycleEvent event = order.tally().isFull(order.lifecycle()) ? LifecycleEvent.FULL : LifecycleEvent.PARTIAL;
        LifecycleMoves.Move move = moves.change(order, event, "", now);
        if (booked) {
            outbox.event(new OrderEvent.Filled(order.snapshot(), order.fill(leg, now), now));
        }
        if (confirmed) {
            outbox.event(new OrderEvent.FillConfirmed(order.snapshot(), order.fill(leg, now), now));
        }
        moves.tell(order, event, move, "trade " + report.id().trade(), now);
        if (!isOf(order.request(), report)) {
            outbox.lookUp(order, "a fill names another side or instrument than its order");
        }
    }

    private void settle(OrderRecord order, FillLeg leg, FillReport report, Instant now) {
        SettlementCell cell = SettlementTable.cell(SettlementTable.Row.of(leg.status()), report.status());
        boolean newer = leg.isOlderThan(report);
        switch (cell.effect()) {
            case STALE -> outbox.stale();
            case STAY -> {
                if (newer) {
                    leg.hearFee(report);
                    leg.settle(report);
                } else {
                    outbox.stale();
                }
            }
            case REFUSE -> {
                if (cell.illegal() == null || (cell.onlyIfNewer() && !newer)) {
                    outbox.stale();
                } else {
                    contradict(order, leg, cell.illegal(), report, now);
                }
            }
            case MOVE -> {
                // What is final is taken whatever its time: the venue's clocks differ, and it cannot come back.
                boolean overtaken = report.status().isProvisional() && leg.isNewerThan(report);
                if (overtaken || (cell.onlyIfNewer() && !newer)) {
                    outbox.stale();
                } else {
                    move(order, leg, report, now);
                }
            }
        }
    }

    private void move(OrderRecord order, FillLeg leg, FillReport report, Instant now) {
        leg.settle(report);
        leg.hearFee(report);
        switch (report.status()) {
            case CONFIRMED -> {
                long estimated = leg.feeMicros();
                leg.measureFee();
                order.tally().confirm(leg, estimated);
                order.touch(now);
                outbox.event(new OrderEvent.FillConfirmed(order.snapshot(), order.fill(leg, now), now));
            }
            case FAILED -> {
                order.tally().reverse(leg);
                order.touch(now);
                outbox.event(new OrderEvent.FillReversed(order.snapshot(), order.fill(leg, now), now));
            }
            default -> {}
        }
    }

    private void contradict(OrderRecord order, FillLeg leg, IllegalMove code, FillReport report, Instant now) {
        if (!leg.contradicts(code, report)) {
            outbox.stale();
            return;
        }
        outbox.illegal(
                code,
                order,
                "leg " + report.id() + " is " + leg + ", reported " + report.status() + " " + report.quantity() + " @ "
                        + report.price(),
                now);
    }

    private Cash fee(OrderRequest request, FillReport report) {
        if (report.feeOrNull() != null) {
            return report.feeOrNull();
        }
        return report.status() == SettlementStatus.FAILED
                ? Cash.ZERO
                : estimator.estimate(
                        request.instrument(),
                        request.side(),
                        report.price(),
                        report.quantity(),
                        report.id().role());
    }

    /** The hash is the identity, so side and instrument are those of the order; a report that differs was misread. */
    private static boolean isOf(OrderRequest request, FillReport report) {
        return request.side() == report.side() && request.instrument().equals(report.instrument());
    }
}
