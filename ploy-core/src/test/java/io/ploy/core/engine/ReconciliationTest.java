package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** Nothing new is sent before the books were compared with the venue, and nothing changes by an answer that is not whole. */
class ReconciliationTest {
    @Test
    void strategiesStartOnceTheVenueWasReadWhole() {
        SupervisedRoom room = new SupervisedRoom();
        room.venue.readable = false;
        room.ploy.start();

        room.advance(Duration.ofSeconds(50));

        assertThat(room.strategies).isEmpty();
        assertThat(room.alertCodes()).contains("reconcile.incomplete");

        room.venue.readable = true;
        room.advance(Duration.ofSeconds(31));

        assertThat(room.strategies).hasSize(1);
        assertThat(verdicts(room)).endsWith(JournalRecord.Reconciled.Verdict.CLEAN);
    }

    @Test
    void aGapOfTheStreamKeepsNewOrdersBackUntilWhatItMissedWasRead() {
        SupervisedRoom room = new SupervisedRoom().start();
        room.venue.stream(false);
        room.advance(Duration.ofSeconds(3));

        Order kept = room.bid();

        assertThat(kept.lifecycle()).isEqualTo(OrderLifecycle.DENIED);
        assertThat(kept.detail()).contains("stream-gap");

        room.venue.stream(true);
        assertThat(room.bid().lifecycle()).isEqualTo(OrderLifecycle.DENIED);
        room.advance(Duration.ofSeconds(1));

        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void listsThatWereBegunTooEarlyAreAskedForAgainAtOnce() {
        SupervisedRoom room = new SupervisedRoom().start();
        room.venue.stream(false);
        room.venue.behind = Duration.ofMillis(300);
        room.venue.stream(true);

        room.advance(Duration.ofSeconds(5));

        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void anOrderThatIsMissingFromTheListIsLookedUpBeforeItIsDoubted() {
        SupervisedRoom room = new SupervisedRoom().start();
        Order order = room.bid();
        VenueOrderId name = room.name(order);
        room.venue.evidence(name, OrderEvidence.Kind.LIVE);

        room.advance(Duration.ofSeconds(62));

        assertThat(room.venue.lookUps).contains(name);
        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);
    }

    @Test
    void anOrderThatIsInTheListRestsOn() {
        SupervisedRoom room = new SupervisedRoom().start();
        Order order = room.bid();
        room.venue.open.add(room.name(order));
        room.venue.evidence(room.name(order), OrderEvidence.Kind.LIVE);

        room.advance(Duration.ofMinutes(10));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.LIVE);
        assertThat(room.venue.lookUps).isEmpty();
        assertThat(room.venue.sweeps).hasSizeGreaterThan(9);
    }

    @Test
    void listsThatCannotBeReadCloseNothing() {
        SupervisedRoom room = new SupervisedRoom().start();
        Order order = room.bid();
        room.venue.evidence(room.name(order), OrderEvidence.Kind.LIVE);
        room.venue.readable = false;

        room.advance(Duration.ofHours(1));

        assertThat(room.order(order).lifecycle()).isEqualTo(OrderLifecycle.LIVE);
    }

    @Test
    void anOrderThatWasThoughtClosedAndIsInTheListIsRevivedAndCancelled() {
        SupervisedRoom room = new SupervisedRoom().start();
        Order order = room.bid();
        VenueOrderId name = room.name(order);
        room.venue.cancelled(name, Quantity.ZERO);
        room.venue.open.add(name);

        room.advance(Duration.ofSeconds(62));

        assertThat(room.order(order).isOpen()).isTrue();
        assertThat(room.venue.cancels).contains(name);
        assertThat(room.ploy.portfolio().balance().reserved()).isEqualTo(Cash.ofUsd(4));
        assertThat(room.alertCodes()).containsOnlyOnce("order.revived");
    }

    @Test
    void anOrderSomebodyElseMadeIsToldOfOnce() {
        SupervisedRoom room = new SupervisedRoom().start();
        room.venue.open.add(new VenueOrderId("stranger"));

        room.advance(Duration.ofMinutes(5));

        assertThat(room.alertCodes()).containsOnlyOnce("order.foreign");
        assertThat(records(room, JournalRecord.EvidenceReceived.class)).hasSize(1);
        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void aSmallDifferenceIsBookedOnceItWasThereTwice() {
        Bank bank = new Bank(Cash.ofUsd(1_000));
        SupervisedRoom room = new SupervisedRoom(new InMemoryJournal(), bank).start();
        bank.cash = Cash.parse("999.5");

        room.advance(Duration.ofMinutes(6));

        assertThat(room.ploy.portfolio().balance().settled()).isEqualTo(Cash.parse("999.5"));
        assertThat(room.alertCodes()).containsOnlyOnce("balance.mismatch");
        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void aLargeDifferenceHaltsTheAccountUntilAPersonAcceptsIt() {
        Bank bank = new Bank(Cash.ofUsd(1_000));
        SupervisedRoom room = new SupervisedRoom(new InMemoryJournal(), bank).start();
        bank.cash = Cash.ofUsd(700);

        room.advance(Duration.ofMinutes(6));

        assertThat(room.ploy.portfolio().balance().settled()).isEqualTo(Cash.ofUsd(1_000));
        assertThat(room.alertCodes()).contains("reconcile.diverged");
        assertThat(room.bid().lifecycle()).isEqualTo(OrderLifecycle.DENIED);

        room.ploy.operator().acceptVenueBalances("anna", "paid out on the site");
        room.advance(Duration.ofMinutes(6));
        room.ploy.operator().clearHalt("balance-mismatch", "anna", "paid out on the site");
        room.goOn();

        assertThat(room.ploy.portfolio().balance().settled()).isEqualTo(Cash.ofUsd(700));
        assertThat(room.bid().isOpen()).isTrue();
        assertThat(records(room, JournalRecord.OperatorDecided.class))
                .allSatisfy(decided -> assertThat(decided.who()).isEqualTo("anna"))
                .extracting(JournalRecord.OperatorDecided::why)
                .containsExactly("paid out on the site", "go on");
    }

    @Test
    void whatIsNotFinalIsNotCompared() {
        Bank bank = new Bank(Cash.ofUsd(1_000));
        SupervisedRoom room = new SupervisedRoom(new InMemoryJournal(), bank).start();
        Order order = room.bid();
        room.venue.fill(room.name(order), SupervisedRoom.UP, "trade", 10, SettlementStatus.MATCHED);

        room.advance(Duration.ofMinutes(10));

        assertThat(room.alertCodes()).doesNotContain("balance.mismatch", "reconcile.diverged");

        room.venue.fill(room.name(order), SupervisedRoom.UP, "trade", 10, SettlementStatus.CONFIRMED);
        bank.cash = Cash.ofUsd(996);
        bank.shares.put(SupervisedRoom.UP, Quantity.ofShares(10));
        room.advance(Duration.ofMinutes(10));

        assertThat(room.alertCodes()).doesNotContain("balance.mismatch", "reconcile.diverged");
        assertThat(bank.asked).contains(SupervisedRoom.UP);
    }

    @Test
    void sharesOfASaleThatIsNotFinalAreNotCompared() {
        Bank bank = new Bank(Cash.ofUsd(1_000));
        SupervisedRoom room = new SupervisedRoom(new InMemoryJournal(), bank).start();
        Order bought = room.bid();
        room.venue.fill(room.name(bought), SupervisedRoom.UP, "bought", 10, SettlementStatus.CONFIRMED);
        bank.cash = Cash.ofUsd(996);
        bank.shares.put(SupervisedRoom.UP, Quantity.ofShares(10));
        Order sale = room.submit(OrderRequest.sell(SupervisedRoom.UP, Quantity.ofShares(10), Price.parse("0.40")));
        room.venue.sold(room.name(sale), SupervisedRoom.UP, "sold", 10, SettlementStatus.MATCHED);

        room.advance(Duration.ofMinutes(10));

        assertThat(room.alertCodes()).doesNotContain("balance.mismatch", "reconcile.diverged");

        room.venue.sold(room.name(sale), SupervisedRoom.UP, "sold", 10, SettlementStatus.CONFIRMED);
        bank.cash = Cash.parse("999.80");
        bank.shares.put(SupervisedRoom.UP, Quantity.ZERO);
        room.advance(Duration.ofMinutes(10));

        assertThat(room.alertCodes()).doesNotContain("balance.mismatch", "reconcile.diverged");
        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void aStartDoesNotWaitForFillsToSettleButForADifferenceToBeSeenTwice() {
        Bank bank = new Bank(Cash.ofUsd(1_000));
        SupervisedRoom first = new SupervisedRoom(new InMemoryJournal(), bank).start();
        Order order = first.bid();
        first.venue.fill(first.name(order), SupervisedRoom.UP, "trade", 10, SettlementStatus.MATCHED);

        SupervisedRoom second = new SupervisedRoom(first.journal, bank);
        second.ploy.start();
        second.advance(Duration.ofSeconds(1));
        assertThat(second.strategies).hasSize(1);

        second.venue.fill(first.name(order), SupervisedRoom.UP, "trade", 10, SettlementStatus.CONFIRMED);
        bank.cash = Cash.parse("995.9");
        bank.shares.put(SupervisedRoom.UP, Quantity.ofShares(10));
        SupervisedRoom third = new SupervisedRoom(second.journal, bank);
        third.ploy.start();
        third.advance(Duration.ofSeconds(1));
        assertThat(third.strategies).isEmpty();
        third.advance(Duration.ofSeconds(6));
        assertThat(third.strategies).hasSize(1);
        assertThat(third.ploy.portfolio().balance().settled()).isEqualTo(Cash.parse("995.9"));
    }

    @Test
    void sharesTheVenueDoesNotHoldAreTakenFromWhoeverHoldsThem() {
        Bank bank = new Bank(Cash.ofUsd(1_000));
        SupervisedRoom room = new SupervisedRoom(new InMemoryJournal(), bank).start();
        Order order = room.bid();
        room.venue.fill(room.name(order), SupervisedRoom.UP, "trade", 10, SettlementStatus.CONFIRMED);
        bank.cash = Cash.ofUsd(996);
        bank.shares.put(SupervisedRoom.UP, Quantity.parse("9.5"));

        room.advance(Duration.ofMinutes(10));

        assertThat(room.hand().position(SupervisedRoom.UP).confirmed()).isEqualTo(Quantity.parse("9.5"));
        assertThat(records(room, JournalRecord.SharesMoved.class)).hasSize(1);
    }

    @Test
    void anInstrumentIsReopenedByAPersonAndStaysOpenAfterARestart() {
        SupervisedRoom room = new SupervisedRoom().start();
        Order order = room.bid();
        VenueOrderId name = room.name(order);
        room.venue.fill(name, SupervisedRoom.UP, "trade", 10, SettlementStatus.FAILED);
        room.venue.fill(name, SupervisedRoom.UP, "trade", 10, SettlementStatus.CONFIRMED);
        assertThat(room.bid().detail()).contains("ALIVE_AFTER_FAIL");

        SupervisedRoom closed = new SupervisedRoom(room.journal, null).start();
        assertThat(closed.bid().detail()).contains("ALIVE_AFTER_FAIL");

        room.ploy.operator().reopen(SupervisedRoom.UP, "anna", "the chain shows it failed");
        room.advance(Duration.ofSeconds(3));
        assertThat(room.bid().isOpen()).isTrue();
        SupervisedRoom reopened = new SupervisedRoom(room.journal, null).start();
        reopened.advance(Duration.ofMinutes(3));
        assertThat(reopened.bid().detail()).doesNotContain("ALIVE_AFTER_FAIL");
    }

    private static List<JournalRecord.Reconciled.Verdict> verdicts(SupervisedRoom room) {
        return records(room, JournalRecord.Reconciled.class).stream()
                .map(JournalRecord.Reconciled::verdict)
                .toList();
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

    /** What the venue says the account holds. */
    private static final class Bank implements AccountReader {
        private final Map<InstrumentId, Quantity> shares = new HashMap<>();
        private final List<InstrumentId> asked = new ArrayList<>();
        private Cash cash;

        Bank(Cash cash) {
            this.cash = cash;
        }

        @Override
        public CompletionStage<AccountSnapshot> read(Set<InstrumentId> instruments) {
            asked.addAll(instruments);
            Map<InstrumentId, Quantity> holdings = new HashMap<>(shares);
            instruments.forEach(instrument -> holdings.putIfAbsent(instrument, Quantity.ZERO));
            return CompletableFuture.completedFuture(new AccountSnapshot(cash, holdings, true, SupervisedRoom.START));
        }
    }
}
