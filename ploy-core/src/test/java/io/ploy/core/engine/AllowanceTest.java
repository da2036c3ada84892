package io.ploy.core.engine;

import static io.ploy.core.engine.SupervisedRoom.UP;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Allowance;
import io.ploy.core.persistence.InMemoryJournal;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What the venue may take is known from each reading of the account, from the first on. */
class AllowanceTest {
    private static final Allowance NOTHING = new Allowance(Cash.ZERO, false, "0xabc");

    private final Wallet wallet = new Wallet();
    private final SupervisedRoom room = new SupervisedRoom(new InMemoryJournal(), wallet).start();

    @Test
    void everyReadingReplacesWhatWasKnown() {
        assertThat(room.bid().isOpen()).isTrue();

        wallet.allowance = NOTHING;
        room.advance(Supervision.DEFAULT.balancesEvery().plus(Duration.ofMinutes(2)));

        Order denied = room.bid();
        assertThat(denied.lifecycle()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(denied.detail()).contains("0xabc may take 0 USD, the order needs 4");

        wallet.complete = false;
        wallet.allowance = Allowance.NOT_STATED;
        room.advance(Supervision.DEFAULT.balancesEvery().plus(Duration.ofMinutes(2)));
        assertThat(room.bid().lifecycle()).isEqualTo(OrderLifecycle.DENIED);

        wallet.complete = true;
        room.advance(Supervision.DEFAULT.balancesEvery().plus(Duration.ofMinutes(2)));
        assertThat(room.bid().isOpen()).isTrue();
    }

    /** A wallet that somebody approves things of. */
    private static final class Wallet implements AccountReader {
        private Allowance allowance = new Allowance(Cash.ofUsd(4), true, "0xabc");
        private boolean complete = true;

        @Override
        public CompletionStage<AccountSnapshot> read(Set<InstrumentId> instruments) {
            Map<InstrumentId, Quantity> holdings = new HashMap<>();
            instruments.forEach(instrument -> holdings.put(instrument, Quantity.ZERO));
            Allowance stated = allowance;
            return CompletableFuture.completedFuture(new AccountSnapshot(
                    Cash.ofUsd(1_000),
                    holdings,
                    complete,
                    SupervisedRoom.START,
                    instrument -> instrument.equals(UP) ? stated : Allowance.NOT_STATED,
                    List.of()));
        }
    }
}
