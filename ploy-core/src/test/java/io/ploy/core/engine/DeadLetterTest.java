package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.risk.TradingHalt;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What cannot be processed is set aside and halts trading, also after a restart, and is not lost. */
class DeadLetterTest {
    private final SupervisedRoom room = new SupervisedRoom().start();
    private Order order;

    @BeforeEach
    void theVenueReportsMoreThanCanBeCounted() {
        order = room.bid();
        room.venue.evidence(room.name(order), OrderEvidence.Kind.LIVE);
        room.venue.fill(room.name(order), SupervisedRoom.UP, "one", Quantity.ofMicros(Long.MAX_VALUE - 1));
        room.venue.fill(room.name(order), SupervisedRoom.UP, "two", Quantity.ofMicros(Long.MAX_VALUE - 1));
    }

    @Test
    void itIsSetAsideAndHaltsTrading() {
        assertThat(records(room, JournalRecord.DeadLettered.class)).isNotEmpty();
        assertThat(room.ploy.operator().halts()).extracting(TradingHalt::cause).containsExactly("dead-letter");
        assertThat(room.bid().lifecycle()).isEqualTo(OrderLifecycle.DENIED);
    }

    @Test
    void aRestartSetsTheSameAsideAndAddsNothing() {
        List<JournalRecord.DeadLettered> before = records(room, JournalRecord.DeadLettered.class);

        SupervisedRoom next = new SupervisedRoom(room.journal, null).start();

        assertThat(records(next, JournalRecord.DeadLettered.class)).isEqualTo(before);
        assertThat(next.ploy.operator().halts()).extracting(TradingHalt::cause).containsExactly("dead-letter");
    }

    @Test
    void aCrashBeforeItWasSetAsideSetsItAsideAtTheNextStart() {
        SupervisedRoom cut = new SupervisedRoom(
                visitor -> room.journal.replay((sequence, at, record) -> {
                    if (!(record instanceof JournalRecord.DeadLettered)
                            && !(record instanceof JournalRecord.GateChanged)) {
                        visitor.visit(sequence, at, record);
                    }
                }),
                null);
        cut.start();

        assertThat(records(cut, JournalRecord.DeadLettered.class)).isNotEmpty();
        assertThat(cut.ploy.operator().halts()).extracting(TradingHalt::cause).containsExactly("dead-letter");
    }

    private static <R extends JournalRecord> List<R> records(SupervisedRoom room, Class<R> kind) {
        List<R> found = new ArrayList<>();
        room.journal.replay((sequence, at, record) -> {
            if (kind.isInstance(record)) {
                found.add(kind.cast(record));
            }
        });
        return found;
    }
}
