package io.ploy.core.ledger;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What an order's amounts must be, worked out the slow way from all reports so far and the specification's own settlement
 * table.
 */
final class LedgerModel {
    private final Map<VenueOrderId, Long> reported = new HashMap<>();
    private final Map<FillId, Leg> legs = new LinkedHashMap<>();

    void report(VenueOrderId order, Quantity matched) {
        reported.merge(order, matched.micros(), Math::max);
    }

    void fill(FillReport report) {
        Leg leg = legs.get(report.id());
        if (leg == null) {
            legs.put(report.id(), new Leg(report));
        } else {
            leg.take(report);
        }
    }

    long matched(VenueOrderId order) {
        return Math.max(reported.getOrDefault(order, 0L), legs(order));
    }

    long legs(VenueOrderId order) {
        return sum(order, leg -> true, leg -> leg.first.quantity().micros());
    }

    long economic(VenueOrderId order) {
        return sum(order, Leg::counts, leg -> leg.first.quantity().micros());
    }

    long confirmed(VenueOrderId order) {
        return sum(
                order,
                leg -> leg.status == SettlementStatus.CONFIRMED,
                leg -> leg.first.quantity().micros());
    }

    long notional(VenueOrderId order) {
        return sum(
                order,
                Leg::counts,
                leg -> Cash.notional(leg.first.price(), leg.first.quantity(), RoundingMode.CEILING)
                        .micros());
    }

    long fees(VenueOrderId order) {
        return sum(order, Leg::counts, leg -> leg.fee.micros());
    }

    @Nullable
    SettlementStatus status(FillId leg) {
        return legs.containsKey(leg) ? legs.get(leg).status : null;
    }

    private long sum(VenueOrderId order, Predicate<Leg> which, ToLongFunction<Leg> amount) {
        return legs.values().stream()
                .filter(leg -> leg.first.id().order().equals(order))
                .filter(which)
                .mapToLong(amount)
                .sum();
    }

    private static final class Leg {
        private final FillReport first;
        private SettlementStatus status;
        private Instant time;
        private Cash fee;
        private @Nullable Cash heard;

        Leg(FillReport report) {
            first = report;
            status = report.status();
            time = report.updatedAt();
            fee = report.fee().orElse(LedgerRun.ESTIMATED);
        }

        boolean counts() {
            return status != SettlementStatus.FAILED;
        }

        void take(FillReport report) {
            if (!report.quantity().equals(first.quantity()) || !report.price().equals(first.price())) {
                return;
            }
            String cell = SpecTables.settlement(
                    SettlementTable.Row.valueOf(status.name()), report.status().name());
            boolean newer = report.updatedAt().isAfter(time);
            boolean older = report.updatedAt().isBefore(time);
            if (cell.equals("=")) {
                if (newer) {
                    time = report.updatedAt();
                    heard = report.feeOrNull() == null ? heard : report.feeOrNull();
                }
                return;
            }
            boolean taken = cell.endsWith(" newer") ? newer : !report.status().isProvisional() || !older;
            if (!cell.startsWith(report.status().name()) || !taken) {
                return;
            }
            status = report.status();
            time = older ? time : report.updatedAt();
            heard = report.feeOrNull() == null ? heard : report.feeOrNull();
            if (status == SettlementStatus.CONFIRMED && heard != null) {
                fee = heard;
            }
        }
    }
}
