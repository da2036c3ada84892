package io.ploy.core.track;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.persistence.JournalRecord;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which fills of a strategy cost nobody knows what: the venue does not say, and the market has no schedule. */
final class FeesKnown {
    private final String strategy;
    private final Function<InstrumentId, @Nullable Market> markets;
    private final Set<ClientOrderId> orders = new HashSet<>();
    private final Set<VenueOrderId> names = new HashSet<>();
    private final Set<FillId> unknown = new HashSet<>();

    FeesKnown(String strategy, Function<InstrumentId, @Nullable Market> markets) {
        this.strategy = strategy;
        this.markets = markets;
    }

    void visit(JournalRecord record, boolean counts) {
        if (record instanceof JournalRecord.IntentAccepted accepted
                && accepted.strategy().equals(strategy)) {
            orders.add(accepted.order());
        } else if (record instanceof JournalRecord.OrderPrepared prepared
                && orders.contains(prepared.order().id())) {
            names.add(prepared.order().venueOrderId());
        } else if (record instanceof JournalRecord.FillObserved fill
                && counts
                && names.contains(fill.report().id().order())) {
            seen(fill.report());
        }
    }

    private void seen(FillReport report) {
        Market market = markets.apply(report.instrument());
        boolean isKnown = report.feeOrNull() != null
                || report.status() == SettlementStatus.FAILED
                || (market != null && market.rules().fees().isPresent());
        if (isKnown) {
            unknown.remove(report.id());
        } else {
            unknown.add(report.id());
        }
    }

    int unknown() {
        return unknown.size();
    }
}
