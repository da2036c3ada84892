package io.ploy.testkit.execution;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * I11, in the journal and on the wire: an order leaves doubt only by evidence about it that came since, and that it is
 * nowhere is concluded only after it was cancelled, some time passed, and it was looked up again and again.
 */
final class DoubtsEnd {
    private static final int NEGATIVES = 2;

    private final WireWatch wire;
    private final Duration absentAfter;
    private final Map<String, ClientOrderId> intents = new HashMap<>();
    private final Map<ClientOrderId, Doubt> doubts = new HashMap<>();
    private final Map<ClientOrderId, Instant> cancels = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private int ended;

    private static final class Doubt {
        private final Instant since;
        private boolean evidence;
        private @Nullable Instant absentAt;

        private Doubt(Instant since) {
            this.since = since;
        }
    }

    private DoubtsEnd(WireWatch wire, Duration absentAfter) {
        this.wire = wire;
        this.absentAfter = absentAfter;
    }

    /**
     * Reads a journal.
     *
     * @param absentAfter how long after its cancel an order may count as never placed
     */
    static DoubtsEnd in(JournalStore journal, WireWatch wire, Duration absentAfter) {
        DoubtsEnd read = new DoubtsEnd(wire, absentAfter);
        journal.replay((sequence, at, record) -> read.take(at, record));
        return read;
    }

    private void take(Instant at, JournalRecord record) {
        if (record instanceof JournalRecord.OrderPrepared prepared) {
            intents.put(
                    prepared.order().venueOrderId().value(), prepared.order().id());
        } else if (record instanceof JournalRecord.CancelAsked cancel) {
            cancels.putIfAbsent(cancel.order(), at);
        } else if (record instanceof JournalRecord.EvidenceReceived received) {
            heard(received.evidence(), at);
        } else if (record instanceof JournalRecord.FillObserved fill) {
            heard(fill.report().id().order());
        } else if (record instanceof JournalRecord.CancelAnswered cancelled) {
            heard(cancelled.answer().order());
        } else if (record instanceof JournalRecord.OrderMoved moved) {
            moved(moved, at);
        }
    }

    private void heard(OrderEvidence evidence, Instant at) {
        Doubt doubt = heard(evidence.order());
        if (doubt == null) {
            return;
        }
        if (evidence.kind() == OrderEvidence.Kind.ABSENT) {
            doubt.absentAt = at;
        }
        // That the venue did not answer tells nothing.
        doubt.evidence = evidence.kind() != OrderEvidence.Kind.DOUBT;
    }

    private @Nullable Doubt heard(VenueOrderId order) {
        ClientOrderId intent = intents.get(order.value());
        Doubt doubt = intent == null ? null : doubts.get(intent);
        if (doubt != null) {
            doubt.evidence = true;
        }
        return doubt;
    }

    private void moved(JournalRecord.OrderMoved moved, Instant at) {
        if (moved.to() == OrderLifecycle.UNKNOWN) {
            doubts.put(moved.order(), new Doubt(at));
            return;
        }
        Doubt doubt = doubts.remove(moved.order());
        if (doubt == null) {
            return;
        }
        ended++;
        if (!doubt.evidence) {
            wrong.add("I11: nothing was heard of " + moved.order() + " since it was in doubt at " + doubt.since
                    + ", and it is " + moved.to());
        } else if (doubt.absentAt != null) {
            provenAbsent(moved.order(), doubt.absentAt);
        }
    }

    private void provenAbsent(ClientOrderId order, Instant concluded) {
        String hash = intents.entrySet().stream()
                .filter(entry -> entry.getValue().equals(order))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("");
        Instant cancelled = cancels.get(order);
        if (cancelled == null) {
            wrong.add("I11: " + order + " counts as never placed and was not cancelled");
            return;
        }
        long looked = wire.lookUps(hash).stream()
                .filter(at -> at.isAfter(cancelled) && at.isBefore(concluded))
                .count();
        if (looked < NEGATIVES || concluded.isBefore(cancelled.plus(absentAfter))) {
            wrong.add("I11: " + order + " counts as never placed after " + looked + " look-ups and "
                    + Duration.between(cancelled, concluded).toMillis() + " ms since it was cancelled");
        }
    }

    /** Which doubts ended by nothing. */
    List<String> wrong() {
        return wrong;
    }

    /** How many doubts ended. */
    int ended() {
        return ended;
    }
}
