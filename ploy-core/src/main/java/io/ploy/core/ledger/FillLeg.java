package io.ploy.core.ledger;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.SettlementStatus;
import java.math.RoundingMode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One leg of a trade that hit an order: its fixed amounts and how far it has settled. */
final class FillLeg {
    private final FillId id;
    private final Price price;
    private final Quantity quantity;
    private final Cash notional;
    private final boolean late;
    private Cash fee;
    private @Nullable Cash feeHeard;
    private SettlementStatus status;
    private Instant updatedAt;
    private @Nullable IllegalMove contradiction;
    private Instant contradictedAt = Instant.MIN;

    FillLeg(FillReport report, Side side, Cash fee, boolean late) {
        id = report.id();
        price = report.price();
        quantity = report.quantity();
        notional = Cash.notional(price, quantity, side == Side.BUY ? RoundingMode.CEILING : RoundingMode.FLOOR);
        this.fee = fee;
        this.late = late;
        status = report.status();
        updatedAt = report.updatedAt();
    }

    long micros() {
        return quantity.micros();
    }

    long notionalMicros() {
        return notional.micros();
    }

    long feeMicros() {
        return fee.micros();
    }

    SettlementStatus status() {
        return status;
    }

    boolean hasAmountsOf(FillReport report) {
        return quantity.equals(report.quantity()) && price.equals(report.price());
    }

    boolean isOlderThan(FillReport report) {
        return updatedAt.isBefore(report.updatedAt());
    }

    boolean isNewerThan(FillReport report) {
        return updatedAt.isAfter(report.updatedAt());
    }

    /** Takes a status and its time, which never runs backwards. */
    void settle(FillReport report) {
        status = report.status();
        if (isOlderThan(report)) {
            updatedAt = report.updatedAt();
        }
    }

    /** Keeps a fee that is named after the leg was booked: it is posted when the leg is final. */
    void hearFee(FillReport report) {
        if (report.feeOrNull() != null) {
            feeHeard = report.feeOrNull();
        }
    }

    /** Whether a report names a fee that is not known yet. */
    boolean wouldLearnFee(FillReport report) {
        Cash named = report.feeOrNull();
        return named != null && !named.equals(feeHeard) && !(feeHeard == null && named.equals(fee));
    }

    /** The fee as measured replaces the estimate, if one was named at all. */
    void measureFee() {
        if (feeHeard != null) {
            fee = feeHeard;
        }
    }

    /** Whether this contradiction is news: the venue repeats what it says. */
    boolean contradicts(IllegalMove code, FillReport report) {
        if (code == contradiction && !report.updatedAt().isAfter(contradictedAt)) {
            return false;
        }
        contradiction = code;
        contradictedAt = report.updatedAt();
        return true;
    }

    @Override
    public String toString() {
        return status + " " + quantity + " @ " + price;
    }

    Fill toFill(ClientOrderId order, InstrumentId instrument, Side side, Instant now) {
        return new Fill(id, order, instrument, side, price, quantity, fee, id.role(), status, late, now);
    }
}
