package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Allowances;
import io.ploy.api.portfolio.Credit;
import io.ploy.core.history.CashRow;
import io.ploy.core.history.HistoryProjection;
import io.ploy.core.history.HistoryRow;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.CashKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a person says came or went is booked once, whether a comparison with the venue saw it before or after. */
class CashDeskTest {
    private Cash atTheVenue = Cash.ofUsd(1_000);
    private final List<Credit> paid = new ArrayList<>();
    private SupervisedRoom room = room(new InMemoryJournal());

    private SupervisedRoom room(InMemoryJournal left) {
        return new SupervisedRoom(
                        left,
                        instruments -> CompletableFuture.completedFuture(new AccountSnapshot(
                                atTheVenue,
                                instruments.stream()
                                        .collect(Collectors.toMap(Function.identity(), each -> Quantity.ZERO)),
                                true,
                                SupervisedRoom.START,
                                Allowances.NOT_STATED,
                                paid)))
                .start();
    }

    private Cash settled() {
        return room.ploy.portfolio().balance().settled();
    }

    private Cash book(CashKind kind, String amount) {
        return room.ploy.operator().book(kind, Cash.parse(amount), "anna", "as the site shows");
    }

    private List<String> entries() {
        List<HistoryRow> rows = new ArrayList<>();
        room.journal.replay(new HistoryProjection(rows::add));
        return rows.stream()
                .filter(CashRow.class::isInstance)
                .map(CashRow.class::cast)
                .map(row -> row.kind() + " " + row.amount() + " " + row.balance())
                .toList();
    }

    @Test
    void theOpeningBalanceIsADeposit() {
        assertThat(entries()).containsExactly("DEPOSIT 1000 1000");
    }

    @Test
    void whatIsBookedBeforeTheVenueIsComparedIsNoDifferenceThen() {
        atTheVenue = Cash.ofUsd(1_050);

        assertThat(book(CashKind.DEPOSIT, "50")).isEqualTo(Cash.ZERO);
        room.advance(Duration.ofMinutes(15));

        assertThat(settled()).isEqualTo(Cash.ofUsd(1_050));
        assertThat(room.alertCodes()).doesNotContain("balance.mismatch", "reconcile.diverged");
        assertThat(entries()).containsExactly("DEPOSIT 1000 1000", "DEPOSIT 50 1050");
        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void whatAComparisonBookedAlreadyIsNamedAndNotBookedAgain() {
        atTheVenue = Cash.parse("1000.75");
        room.advance(Duration.ofMinutes(6));
        assertThat(room.alertCodes()).containsOnlyOnce("balance.mismatch");

        assertThat(book(CashKind.REWARD, "0.75")).isEqualTo(Cash.parse("0.75"));
        room.advance(Duration.ofMinutes(15));

        assertThat(settled()).isEqualTo(Cash.parse("1000.75"));
        assertThat(room.alertCodes()).containsOnlyOnce("balance.mismatch");
        assertThat(entries())
                .containsExactly(
                        "DEPOSIT 1000 1000", "ADJUSTMENT 0.75 1000.75", "ADJUSTMENT -0.75 1000", "REWARD 0.75 1000.75");
    }

    @Test
    void ofWhatIsExplainedOnlyTheRestMovesCash() {
        atTheVenue = Cash.parse("999.5");
        room.advance(Duration.ofMinutes(6));
        atTheVenue = Cash.parse("999.2");

        assertThat(book(CashKind.REWARD, "0.1"))
                .as("it went, so nothing that came")
                .isEqualTo(Cash.ZERO);
        assertThat(book(CashKind.GAS, "-0.9")).isEqualTo(Cash.parse("-0.5"));
        room.advance(Duration.ofMinutes(15));

        assertThat(settled()).isEqualTo(Cash.parse("999.2"));
        assertThat(room.alertCodes()).containsOnlyOnce("balance.mismatch");
    }

    @Test
    void whatWasBookedWronglyIsTakenBackWithTheOtherSign() {
        atTheVenue = Cash.parse("1000.25");
        book(CashKind.REWARD, "0.5");
        room.advance(Duration.ofMinutes(15));
        assertThat(settled()).as("the venue's word counts").isEqualTo(Cash.parse("1000.25"));

        assertThat(book(CashKind.REWARD, "-0.25")).isEqualTo(Cash.parse("-0.25"));
        room.advance(Duration.ofMinutes(15));

        assertThat(settled()).isEqualTo(Cash.parse("1000.25"));
        assertThat(entries()).endsWith("ADJUSTMENT 0.25 1000.5", "REWARD -0.25 1000.25");
    }

    @Test
    void aLargeDifferenceThatIsNamedNeedsNoAcceptance() {
        atTheVenue = Cash.ofUsd(700);
        room.advance(Duration.ofMinutes(6));
        assertThat(room.bid().isOpen()).as("halted").isFalse();

        book(CashKind.WITHDRAWAL, "-300");
        room.ploy.operator().clearHalt("balance-mismatch", "anna", "it was me");
        room.goOn();
        room.advance(Duration.ofMinutes(15));

        assertThat(settled()).isEqualTo(Cash.ofUsd(700));
        assertThat(room.bid().isOpen()).isTrue();
    }

    @Test
    void anotherProcessReadsTheSameBooks() {
        atTheVenue = Cash.parse("1000.75");
        room.advance(Duration.ofMinutes(6));
        book(CashKind.REWARD, "0.5");
        InMemoryJournal journal = room.journal;

        room = room(journal);

        assertThat(settled()).isEqualTo(Cash.parse("1000.75"));
        assertThat(book(CashKind.REBATE, "0.75")).as("0.25 was left").isEqualTo(Cash.parse("0.25"));
    }

    /** The venue pays, and lists it. */
    private void pays(Credit.Kind kind, String amount, String name) {
        atTheVenue = atTheVenue.plus(Cash.parse(amount));
        lists(kind, amount, name);
    }

    private void lists(Credit.Kind kind, String amount, String name) {
        paid.add(new Credit(kind, Cash.parse(amount), room.timeline.now(), name));
    }

    @Test
    void whatTheVenueListsAsPaidIsBookedAsThatHoweverMuch() {
        room.advance(Duration.ofMinutes(6));
        pays(Credit.Kind.REWARD, "40", "0x05");
        pays(Credit.Kind.REBATE, "1.5", "0x06");
        atTheVenue = atTheVenue.plus(Cash.parse("0.000049"));
        room.advance(Duration.ofMinutes(15));

        assertThat(settled()).isEqualTo(Cash.parse("1041.500049"));
        assertThat(room.alertCodes()).doesNotContain("reconcile.diverged");
        assertThat(entries())
                .containsExactly(
                        "DEPOSIT 1000 1000", "REWARD 40 1040", "REBATE 1.5 1041.5", "ADJUSTMENT 0.000049 1041.500049");

        pays(Credit.Kind.REWARD, "40", "0x07");
        room.advance(Duration.ofMinutes(15));

        assertThat(entries()).as("each once").hasSize(5).endsWith("REWARD 40 1081.500049");
    }

    @Test
    void whatIsListedButDoesNotMakeUpTheDifferenceExplainsNothing() {
        room.advance(Duration.ofMinutes(6));
        lists(Credit.Kind.REWARD, "3", "0x05");
        atTheVenue = Cash.parse("1000.5");
        room.advance(Duration.ofMinutes(15));

        assertThat(entries()).containsExactly("DEPOSIT 1000 1000", "ADJUSTMENT 0.5 1000.5");
        assertThat(room.alertCodes()).containsOnlyOnce("balance.mismatch");
    }

    @Test
    void whatWasPaidLongBeforeCashAgreedIsNotPaidAgain() {
        lists(Credit.Kind.REWARD, "40", "0x05");
        room.advance(Duration.ofMinutes(30));
        atTheVenue = Cash.ofUsd(1_040);
        room.advance(Duration.ofMinutes(15));

        assertThat(entries()).containsExactly("DEPOSIT 1000 1000");
        assertThat(room.alertCodes()).contains("reconcile.diverged");
    }

    @Test
    void whatWasPaidWhileNothingRanIsFoundAtTheNextStart() {
        room.bid();
        room.advance(Duration.ofMinutes(6));
        pays(Credit.Kind.REWARD, "40", "0x05");

        room = room(room.journal);
        room.advance(Duration.ofMinutes(6));

        assertThat(entries()).containsExactly("DEPOSIT 1000 1000", "REWARD 40 1040");
        assertThat(room.alertCodes()).doesNotContain("reconcile.diverged");
    }

    @Test
    void whoBookedWhatAndWhyIsOnRecord() {
        book(CashKind.REWARD, "0.5");

        List<String> decided = new ArrayList<>();
        room.journal.replay((sequence, at, record) -> {
            if (record instanceof JournalRecord.OperatorDecided decision) {
                decided.add(decision.decision() + " by " + decision.who() + ": " + decision.why());
            } else if (record instanceof JournalRecord.CashMoved moved && moved.kind() == CashKind.REWARD) {
                decided.add(moved.why());
            }
        });
        assertThat(decided).containsExactly("book reward 0.5 by anna: as the site shows", "anna: as the site shows");
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> book(CashKind.WITHDRAWAL, "-1000.01"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000 USD");
        assertThatThrownBy(() -> book(CashKind.FLOW, "1")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> book(CashKind.GAS, "0")).isInstanceOf(IllegalArgumentException.class);
        assertThat(entries()).containsExactly("DEPOSIT 1000 1000");
    }
}
