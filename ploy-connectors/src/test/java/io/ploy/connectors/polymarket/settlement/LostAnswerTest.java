package io.ploy.connectors.polymarket.settlement;

import static io.ploy.api.portfolio.Operation.Status.CONFIRMED;
import static io.ploy.api.portfolio.Operation.Status.FAILED;
import static io.ploy.api.portfolio.Operation.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.settlement.RelayingVenue.Submit;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LostAnswerTest extends SettlementScene {
    @Test
    void lostAnswerIsInDoubtAndFoundAtTheRelayerByItsNote() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.states("STATE_NEW");
        venue.states(Collections.nCopies(30, "STATE_MINED").toArray(String[]::new));
        venue.states("STATE_CONFIRMED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(events.get(1).at()).isAfter(NOW.plusSeconds(60));
        assertThat(events.get(0).detail()).contains("answer was lost");
        assertThat(lastDetail()).contains("STATE_CONFIRMED");
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void failureOfATransactionWhoseAnswerWasLostIsFound() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.states("STATE_NEW", "STATE_FAILED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
    }

    @ParameterizedTest
    @EnumSource(value = AccountKind.class, names = "EOA", mode = EnumSource.Mode.EXCLUDE)
    void lostAnswerIsFoundByNumberAndBalancesWhereTheRelayerShowsNothing(AccountKind kind) {
        openToMerge(kind);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        venue.isUsedAfter(4);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(lastDetail()).contains("balances moved");
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(30));
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void balancesThatTradesMovedDoNotStandForASubmissionWhoseNumberIsNotUsed() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.LOST);
        venue.isUsedAfter(50);
        venue.hasNoEffect();
        time.after(Duration.ofSeconds(5), () -> venue.trade(TEN, -TEN, -TEN));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(100));
    }

    @Test
    void lostSubmissionWhoseNumberAnotherTransactionUsedFailed() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.LOST);
        venue.isUsedAfter(3);
        venue.hasNoEffect();

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
        assertThat(lastDetail()).contains("number was used, but not by it");
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(200));
    }

    @Test
    void lostSubmissionAmongTradesIsFoundByTheIndexer() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        venue.isUsedAfter(2);
        time.after(Duration.ofSeconds(1), () -> venue.trade(0, 5, 0));
        venue.indexes("MERGE", "10", "0x98", NOW.getEpochSecond() - 1);
        time.after(Duration.ofSeconds(400), () -> venue.indexes("MERGE", "10", "0x99", NOW.getEpochSecond() + 3));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(400));
    }

    @Test
    void lostSubmissionOfADepositWalletFailsWhenItsTimeHasRunOut() {
        openToMerge(AccountKind.DEPOSIT_WALLET);
        venue.submits(Submit.LOST);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
        assertThat(lastDetail()).contains("before its time ran out");
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void redemptionWhoseAnswerWasLostIsFineIfTheVenueRedeemsMeanwhile() {
        open(AccountKind.SAFE);
        venue.holds(0, TEN, 0);
        venue.submits(Submit.LOST);
        time.after(Duration.ofMinutes(10), () -> venue.trade(TEN, -TEN, 0));

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
    }
}
