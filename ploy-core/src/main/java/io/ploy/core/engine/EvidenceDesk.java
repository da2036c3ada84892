package io.ploy.core.engine;

import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.ledger.OrderLedger;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.risk.TradingGate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What comes back from the venue: written down, then applied, also when it cannot be written, since what is known of money is
 * always booked. Engine thread only.
 */
final class EvidenceDesk {
    private static final Logger LOG = LoggerFactory.getLogger(EvidenceDesk.class);

    private final Clock clock;
    private final OrderLedger ledger;
    private final Scribe journal;
    private final TradingGate gate;
    private final OrderMoney money;
    private final @Nullable CancelProofs proofs;
    private final Consumer<ClientOrderId> touched;
    private final ForeignOrders foreign = new ForeignOrders();

    /**
     * A desk that has heard nothing.
     *
     * @param proofs told of what closes orders, or null where nobody must prove anything
     * @param touched told of an order that something was heard of
     */
    EvidenceDesk(
            Clock clock,
            OrderLedger ledger,
            Scribe journal,
            TradingGate gate,
            OrderMoney money,
            @Nullable CancelProofs proofs,
            Consumer<ClientOrderId> touched) {
        this.clock = clock;
        this.ledger = ledger;
        this.journal = journal;
        this.gate = gate;
        this.money = money;
        this.proofs = proofs;
        this.touched = touched;
    }

    void onEvidence(OrderEvidence evidence) {
        if (!ledger.isNews(evidence) || isToldForeign(evidence.order())) {
            return;
        }
        Instant now = clock.instant();
        long sequence = journal.note(new JournalRecord.EvidenceReceived(evidence), now);
        process(sequence, () -> ledger.apply(evidence, now));
        if (proofs != null) {
            proofs.heard(evidence);
        }
    }

    /** Answers whether it was news. */
    boolean onFill(FillReport report) {
        if (!ledger.isNews(report) || isToldForeign(report.id().order())) {
            return false;
        }
        Instant now = clock.instant();
        long sequence = journal.note(new JournalRecord.FillObserved(report), now);
        process(sequence, () -> ledger.apply(report, now));
        ledger.order(report.id().order()).ifPresent(order -> {
            money.afterFill(order);
            touched.accept(order.id());
        });
        return true;
    }

    void onCancelAnswer(CancelAnswer answer) {
        Instant now = clock.instant();
        long sequence = journal.note(new JournalRecord.CancelAnswered(answer), now);
        if (proofs != null && answer.outcome() == CancelAnswer.Outcome.ACCEPTED) {
            ledger.order(answer.order()).filter(Order::isOpen).ifPresent(proofs::accepted);
        }
        process(sequence, () -> ledger.apply(answer, now));
        ledger.order(answer.order()).ifPresent(order -> touched.accept(order.id()));
    }

    private boolean isToldForeign(VenueOrderId order) {
        return ledger.order(order).isEmpty() && !foreign.isNew(order);
    }

    /** The venue's own complete list shows an order open. */
    void shownOpen(VenueOrderId order, Instant listedAt, Duration quiet) {
        ledger.order(order)
                .filter(known -> !known.isOpen() && known.updatedAt().isBefore(listedAt.minus(quiet)))
                .ifPresent(known -> onEvidence(OrderEvidence.of(
                        order,
                        OrderEvidence.Kind.OPEN_PROVEN,
                        "the venue's complete list shows it open",
                        clock.instant())));
    }

    /** Neither the venue's own complete list shows an order nor a look-up. */
    void missing(VenueOrderId order, String text) {
        onEvidence(OrderEvidence.of(order, OrderEvidence.Kind.DOUBT, text, clock.instant()));
    }

    /** What cannot be processed is set aside, not lost; the books may be wrong by then, so trading halts. */
    private void process(long sequence, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException e) {
            LOG.error("record {} of the journal could not be processed", sequence, e);
            setAside(sequence, String.valueOf(e));
        }
    }

    private void setAside(long sequence, String error) {
        journal.note(new JournalRecord.DeadLettered(sequence, error));
        gate.halt("dead-letter", "engine", "record " + sequence + " of the journal could not be processed: " + error);
    }

    /** Sets aside what recovery could not process, unless an earlier run did. */
    void setAside(Map<Long, Recovery.DeadLetter> letters) {
        letters.forEach((sequence, letter) -> {
            if (!letter.written()) {
                setAside(sequence, letter.error());
            }
        });
    }
}
