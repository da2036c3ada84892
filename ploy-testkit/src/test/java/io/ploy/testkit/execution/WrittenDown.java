package io.ploy.testkit.execution;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a journal says happened, read without the engine. */
final class WrittenDown {
    private final Map<ClientOrderId, OrderRequest> intents = new LinkedHashMap<>();
    private final Map<String, ClientOrderId> hashes = new LinkedHashMap<>();
    private final Map<String, PreparedOrder> prepared = new LinkedHashMap<>();
    private final Map<ClientOrderId, OrderLifecycle> lifecycles = new HashMap<>();
    private final Map<InstrumentId, Market> markets = new HashMap<>();
    private final Map<ClientOrderId, FeeSchedule> fees = new HashMap<>();
    private final Map<String, Map<InstrumentId, List<Long>>> corrections = new TreeMap<>();
    private final Map<FillId, FillReport> legs = new LinkedHashMap<>();
    private final Map<String, Integer> alerts = new LinkedHashMap<>();
    private final List<String> odd = new ArrayList<>();
    private final Map<OperationId, Operation.Status> underWay = new LinkedHashMap<>();

    static WrittenDown in(JournalStore journal) {
        WrittenDown written = new WrittenDown();
        journal.replay((sequence, at, record) -> written.take(record));
        return written;
    }

    private void take(JournalRecord record) {
        if (record instanceof JournalRecord.IntentAccepted accepted) {
            intents.put(accepted.order(), accepted.request());
            Market market = markets.get(accepted.request().instrument());
            if (market != null) {
                market.rules().fees().ifPresent(schedule -> fees.put(accepted.order(), schedule));
            }
        } else if (record instanceof JournalRecord.MarketObserved observed) {
            observed.market().outcomes().forEach(outcome -> markets.put(outcome.instrument(), observed.market()));
        } else if (record instanceof JournalRecord.OrderPrepared prepared) {
            ClientOrderId intent = prepared.order().id();
            this.prepared.put(prepared.order().venueOrderId().value(), prepared.order());
            if (hashes.put(prepared.order().venueOrderId().value(), intent) != null) {
                odd.add("I1: prepared twice: " + prepared.order().venueOrderId());
            }
        } else if (record instanceof JournalRecord.OrderMoved moved) {
            lifecycles.put(moved.order(), moved.to());
        } else if (record instanceof JournalRecord.FillObserved fill) {
            // A report of before may be told again after the final one; the engine drops it.
            legs.merge(fill.report().id(), fill.report(), (before, now) -> isFinal(before) ? before : now);
        } else if (record instanceof JournalRecord.AlertRaised raised) {
            Alert alert = raised.alert();
            alerts.merge(alert.code(), 1, Integer::sum);
        } else if (record instanceof JournalRecord.OperationRequested requested) {
            underWay.put(requested.operation().id(), Operation.Status.REQUESTED);
        } else if (record instanceof JournalRecord.OperationMoved event) {
            Operation.Status status = event.event().status();
            if (status == Operation.Status.CONFIRMED || status == Operation.Status.FAILED) {
                underWay.remove(event.event().operation().id());
            } else {
                underWay.put(event.event().operation().id(), status);
            }
        } else if (record instanceof JournalRecord.DeadLettered dead) {
            odd.add("I10: could not be processed: " + dead);
        } else if (record instanceof JournalRecord.SharesMoved shares) {
            corrections
                    .computeIfAbsent(shares.strategy(), unseen -> new TreeMap<>())
                    .computeIfAbsent(shares.instrument(), unseen -> new ArrayList<>())
                    .add(shares.micros());
        }
    }

    /** Intents by the hash of their order. */
    Map<String, ClientOrderId> hashes() {
        return hashes;
    }

    OrderRequest request(ClientOrderId id) {
        return intents.get(id);
    }

    /** Where an order is by the last record of it. */
    OrderLifecycle lifecycle(ClientOrderId id) {
        return lifecycles.getOrDefault(id, OrderLifecycle.PENDING_NEW);
    }

    /** The legs of an order, failed ones too. */
    List<FillReport> legs(String hash) {
        return legs.values().stream()
                .filter(leg -> leg.id().order().value().equals(hash))
                .toList();
    }

    /** Legs that are not final. */
    long provisional() {
        return legs.values().stream().filter(leg -> !isFinal(leg)).count();
    }

    private static boolean isFinal(FillReport leg) {
        return leg.status() == SettlementStatus.CONFIRMED || leg.status() == SettlementStatus.FAILED;
    }

    /** What was prepared, by hash. */
    Map<String, PreparedOrder> prepared() {
        return prepared;
    }

    /** The fees of an intent's market as they were known when it was accepted; null if they were not. */
    @Nullable
    FeeSchedule fees(ClientOrderId id) {
        return fees.get(id);
    }

    /** By how much corrections had moved a strategy's holding in all, after each of them, in micros; zero first. */
    Set<Long> corrected(String strategy, InstrumentId instrument) {
        Set<Long> sums = new TreeSet<>(Set.of(0L));
        long sum = 0;
        for (long micros : corrections.getOrDefault(strategy, Map.of()).getOrDefault(instrument, List.of())) {
            sum += micros;
            sums.add(sum);
        }
        return sums;
    }

    /** Operations that are not final. */
    Map<OperationId, Operation.Status> underWay() {
        return underWay;
    }

    /** How often each alert was raised. */
    Map<String, Integer> alerts() {
        return alerts;
    }

    /** What must not be in any journal. */
    List<String> odd() {
        return odd;
    }
}
