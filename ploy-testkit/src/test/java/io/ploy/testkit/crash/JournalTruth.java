package io.ploy.testkit.crash;

import io.ploy.api.notify.Alert;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.SegmentJournal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a journal says of every order, read without the engine. */
final class JournalTruth {
    private final Map<ClientOrderId, OrderRequest> intents = new LinkedHashMap<>();
    private final Map<String, ClientOrderId> hashes = new LinkedHashMap<>();
    private final Set<String> bodies = new HashSet<>();
    private final Map<ClientOrderId, OrderLifecycle> lifecycles = new HashMap<>();
    private final Map<FillId, FillReport> legs = new LinkedHashMap<>();
    private final List<Alert> alerts = new ArrayList<>();
    private final List<String> odd = new ArrayList<>();

    static JournalTruth read(Path folder) {
        JournalTruth truth = new JournalTruth();
        SegmentJournal.read(folder, (sequence, at, record) -> truth.take(record));
        return truth;
    }

    private void take(JournalRecord record) {
        if (record instanceof JournalRecord.IntentAccepted accepted) {
            if (intents.put(accepted.order(), accepted.request()) != null) {
                odd.add("two intents are called " + accepted.order());
            }
        } else if (record instanceof JournalRecord.OrderPrepared prepared) {
            prepared(prepared.order());
        } else if (record instanceof JournalRecord.OrderMoved moved) {
            lifecycles.put(moved.order(), moved.to());
        } else if (record instanceof JournalRecord.FillObserved fill) {
            // A report of before may be told again after the final one; the engine drops it.
            legs.merge(fill.report().id(), fill.report(), (before, now) -> isFinal(before) ? before : now);
        } else if (record instanceof JournalRecord.AlertRaised raised) {
            alerts.add(raised.alert());
        } else if (record instanceof JournalRecord.IllegalEvidence illegal) {
            odd.add("illegal evidence " + illegal);
        } else if (record instanceof JournalRecord.DeadLettered dead) {
            odd.add("a record was set aside: " + dead);
        } else if (record instanceof JournalRecord.GateChanged gate) {
            odd.add("trading was halted: " + gate);
        } else if (record instanceof JournalRecord.CashMoved cash && cash.why().startsWith("correction")) {
            odd.add("corrected: " + cash);
        } else if (record instanceof JournalRecord.SharesMoved shares
                && shares.why().startsWith("correction")) {
            odd.add("corrected: " + shares);
        }
    }

    private void prepared(PreparedOrder order) {
        ClientOrderId before = hashes.put(order.venueOrderId().value(), order.id());
        if (before != null) {
            odd.add("order " + order.venueOrderId() + " was prepared twice, for " + before + " and " + order.id());
        }
        bodies.add(new String(order.body(), StandardCharsets.UTF_8));
    }

    /** Which intent an order at the venue is of; null if none. */
    ClientOrderId intentOf(String hash) {
        return hashes.get(hash);
    }

    Set<String> hashes() {
        return hashes.keySet();
    }

    boolean hasBody(String body) {
        return bodies.contains(body);
    }

    Set<ClientOrderId> intents() {
        return intents.keySet();
    }

    /** Where the last record of it says it is. */
    OrderLifecycle lifecycle(ClientOrderId id) {
        return lifecycles.getOrDefault(id, OrderLifecycle.PENDING_NEW);
    }

    /** The shares of all legs of an order, failed ones too, in micros. */
    long matched(String hash) {
        return legs.values().stream()
                .filter(leg -> leg.id().order().value().equals(hash))
                .mapToLong(leg -> leg.quantity().micros())
                .sum();
    }

    /** Legs that are not final. */
    long provisional() {
        return legs.values().stream()
                .filter(leg -> leg.status() != SettlementStatus.CONFIRMED && leg.status() != SettlementStatus.FAILED)
                .count();
    }

    private static boolean isFinal(FillReport leg) {
        return leg.status() == SettlementStatus.CONFIRMED || leg.status() == SettlementStatus.FAILED;
    }

    List<Alert> alerts() {
        return alerts;
    }

    /** What must not be in the journal of an honest venue's client. */
    List<String> odd() {
        return odd;
    }
}
