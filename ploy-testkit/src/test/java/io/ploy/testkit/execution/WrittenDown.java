package io.ploy.testkit.execution;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
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

/** What a journal says happened, read without the engine. */
final class WrittenDown {
    private final Map<ClientOrderId, OrderRequest> intents = new LinkedHashMap<>();
    private final Map<String, ClientOrderId> hashes = new LinkedHashMap<>();
    private final Map<ClientOrderId, OrderLifecycle> lifecycles = new HashMap<>();
    private final Map<FillId, FillReport> legs = new LinkedHashMap<>();
    private final Map<String, Integer> alerts = new LinkedHashMap<>();
    private final List<String> odd = new ArrayList<>();
    private int corrections;
    private final Map<OperationId, Operation.Status> underWay = new LinkedHashMap<>();
    private long operations;

    static WrittenDown in(JournalStore journal) {
        WrittenDown written = new WrittenDown();
        journal.replay((sequence, at, record) -> written.take(record));
        return written;
    }

    private void take(JournalRecord record) {
        if (record instanceof JournalRecord.IntentAccepted accepted) {
            intents.put(accepted.order(), accepted.request());
        } else if (record instanceof JournalRecord.OrderPrepared prepared) {
            ClientOrderId intent = prepared.order().id();
            if (hashes.put(prepared.order().venueOrderId().value(), intent) != null) {
                odd.add("I1: prepared twice: " + prepared.order().venueOrderId());
            }
        } else if (record instanceof JournalRecord.OrderMoved moved) {
            lifecycles.put(moved.order(), moved.to());
        } else if (record instanceof JournalRecord.FillObserved fill) {
            legs.put(fill.report().id(), fill.report());
        } else if (record instanceof JournalRecord.AlertRaised raised) {
            Alert alert = raised.alert();
            alerts.merge(alert.code(), 1, Integer::sum);
        } else if (record instanceof JournalRecord.OperationRequested requested) {
            underWay.put(requested.operation().id(), Operation.Status.REQUESTED);
            if (requested.operation().kind() != Operation.Kind.SPLIT) {
                operations += requested.operation().quantity().micros();
            }
        } else if (record instanceof JournalRecord.OperationMoved moved) {
            Operation.Status status = moved.event().status();
            if (status == Operation.Status.CONFIRMED || status == Operation.Status.FAILED) {
                underWay.remove(moved.event().operation().id());
            } else {
                underWay.put(moved.event().operation().id(), status);
            }
        } else if (record instanceof JournalRecord.DeadLettered dead) {
            odd.add("I10: could not be processed: " + dead);
        } else if (record instanceof JournalRecord.CashMoved cash && cash.why().startsWith("correction")) {
            corrections++;
        } else if (record instanceof JournalRecord.SharesMoved shares
                && shares.why().startsWith("correction")) {
            corrections++;
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
        return legs.values().stream()
                .filter(leg -> leg.status() != SettlementStatus.CONFIRMED && leg.status() != SettlementStatus.FAILED)
                .count();
    }

    /** By how much sales, reversals and operations may have made a holding less, in micros. */
    long mayLessen(InstrumentId instrument) {
        long traded = legs.values().stream()
                .filter(leg -> leg.instrument().equals(instrument)
                        && (leg.side() == Side.SELL || leg.status() == SettlementStatus.FAILED))
                .mapToLong(leg -> leg.quantity().micros())
                .sum();
        return traded + operations;
    }

    /** Operations that are not final. */
    Map<OperationId, Operation.Status> underWay() {
        return underWay;
    }

    /** How often each alert was raised. */
    Map<String, Integer> alerts() {
        return alerts;
    }

    /** How often books were corrected after the venue's. */
    int corrections() {
        return corrections;
    }

    /** What must not be in any journal. */
    List<String> odd() {
        return odd;
    }
}
