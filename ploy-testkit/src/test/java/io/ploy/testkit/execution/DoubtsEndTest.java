package io.ploy.testkit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An order that leaves doubt by time alone is found. */
class DoubtsEndTest {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final ClientOrderId ORDER = new ClientOrderId(new AccountId("main"), 1, 1);
    private static final VenueOrderId NAME = new VenueOrderId("0xabc");

    private final ScheduledExecutorService disk = Executors.newSingleThreadScheduledExecutor();
    private final InMemoryJournal journal = new InMemoryJournal();
    private Instant now = START;

    @AfterEach
    void close() {
        disk.shutdownNow();
    }

    @Test
    void evidenceEndsADoubt() {
        doubted();
        write(evidence(OrderEvidence.Kind.CANCELLED));
        closed();

        assertThat(wrong()).isEmpty();
    }

    @Test
    void timeAloneDoesNot() {
        doubted();
        closed();

        assertThat(wrong()).singleElement().asString().contains("nothing was heard");
    }

    @Test
    void norDoesASecondDoubt() {
        doubted();
        write(evidence(OrderEvidence.Kind.DOUBT));
        closed();

        assertThat(wrong()).singleElement().asString().contains("nothing was heard");
    }

    @Test
    void whatWasNeverCancelledIsNotAbsent() {
        doubted();
        write(evidence(OrderEvidence.Kind.ABSENT));
        closed();

        assertThat(wrong()).singleElement().asString().contains("was not cancelled");
    }

    @Test
    void whatWasNotLookedUpIsNotAbsent() {
        doubted();
        write(new JournalRecord.CancelAsked(ORDER));
        now = now.plusSeconds(60);
        write(evidence(OrderEvidence.Kind.ABSENT));
        closed();

        assertThat(wrong()).singleElement().asString().contains("after 0 look-ups");
    }

    private void doubted() {
        write(new JournalRecord.OrderPrepared(new PreparedOrder(ORDER, NAME, START.plusSeconds(2), new byte[0]), 1));
        write(new JournalRecord.OrderMoved(ORDER, OrderLifecycle.SUBMITTED, OrderLifecycle.UNKNOWN, null, ""));
    }

    private void closed() {
        write(new JournalRecord.OrderMoved(
                ORDER, OrderLifecycle.UNKNOWN, OrderLifecycle.CANCELLED, CloseReason.NOT_FOUND, ""));
    }

    private JournalRecord evidence(OrderEvidence.Kind kind) {
        return new JournalRecord.EvidenceReceived(OrderEvidence.of(NAME, kind, "", now));
    }

    private void write(JournalRecord record) {
        now = now.plusSeconds(1);
        journal.append(record, now);
    }

    private List<String> wrong() {
        WireWatch wire = new WireWatch(new WatchedJournal(disk, Duration.ZERO));
        return DoubtsEnd.in(journal, wire, Duration.ofSeconds(2)).wrong();
    }
}
