package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.core.lease.Lease;
import io.ploy.core.persistence.JournalRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A process that may no longer write for the account sends nothing and cancels nothing but its own. */
class FenceTest {
    private final Loan lease = new Loan();
    private final SupervisedRoom room = new SupervisedRoom(nothing -> {}, null, lease).start();

    @Test
    void theTakingIsWrittenDown() {
        List<JournalRecord> taken = new ArrayList<>();
        room.journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.LeaseTaken) {
                taken.add(record);
            }
        });
        assertThat(taken)
                .singleElement()
                .isInstanceOfSatisfying(
                        JournalRecord.LeaseTaken.class,
                        taking -> assertThat(taking.token()).isEqualTo(7));
    }

    @Test
    void nothingLeavesShortlyBeforeTheLeaseRunsOut() {
        lease.remaining = Duration.ofSeconds(5);

        Order order = room.bid();

        assertThat(room.venue.sent).isEmpty();
        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(room.venue.maySend()).isFalse();
        assertThat(room.venue.isFit()).isFalse();
    }

    @Test
    void aLostLeaseKeepsEverythingBackAndIsTold() {
        Order open = room.bid();
        lease.lose();

        assertThat(room.bid().lifecycle()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(room.alertCodes()).contains("lease.lost");
        assertThat(room.venue.cancels).isEmpty();

        room.ploy.killSwitch().engage("anna", "planted");
        room.advance(Duration.ofSeconds(20));

        assertThat(room.venue.cancelAlls).isEmpty();
        assertThat(room.order(open).isOpen()).isTrue();
    }

    /** A lease whose fate a test decides. */
    private static final class Loan implements Lease {
        private Duration remaining = Duration.ofSeconds(15);
        private boolean held = true;
        private Runnable lost = () -> {};

        void lose() {
            held = false;
            remaining = Duration.ZERO;
            lost.run();
        }

        @Override
        public long token() {
            return 7;
        }

        @Override
        public Duration remaining() {
            return remaining;
        }

        @Override
        public boolean isHeld() {
            return held;
        }

        @Override
        public void onLost(Runnable action) {
            lost = action;
        }

        @Override
        public void close() {}
    }
}
