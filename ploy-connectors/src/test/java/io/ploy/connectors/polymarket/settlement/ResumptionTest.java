package io.ploy.connectors.polymarket.settlement;

import static io.ploy.api.portfolio.Operation.Status.CONFIRMED;
import static io.ploy.api.portfolio.Operation.Status.FAILED;
import static io.ploy.api.portfolio.Operation.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.settlement.RelayingVenue.Submit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Operations of a process that died. */
class ResumptionTest extends SettlementScene {
    private static final Duration LONG = Duration.ofHours(3);

    /** An operation is submitted, and seconds later the process is gone and another one asks for it. */
    private void die(AccountKind kind, Kind operation, Submit end) {
        venue.submits(end);
        time.after(Duration.ofSeconds(3), () -> settlement.close());
        execute(operation);
        assertThat(statuses()).as("the operation was under way").endsWith(UNKNOWN);
        assertThat(venue.submissions()).hasSize(1);
        restart(kind);
    }

    private void resume(Kind operation) {
        settlement.resume(operation(operation, 1), NOW);
    }

    private void indexerKeepsUp() {
        for (int minute = 1; minute < 240; minute++) {
            String at = NOW.plus(Duration.ofMinutes(minute)).toString();
            time.after(Duration.ofMinutes(minute), () -> venue.indexerIsAt(at, 10));
        }
    }

    @Test
    void aTransactionThatTheRelayerConfirmsIsConfirmedOnceTheIndexerShowsIt() {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_NEW");
        die(AccountKind.SAFE, Kind.MERGE, Submit.TAKEN);
        venue.states("STATE_CONFIRMED");

        resume(Kind.MERGE);
        time.advance(LONG);
        assertThat(statuses()).containsExactly(UNKNOWN);
        venue.indexes("MERGE", "10", RelayingVenue.HASH, NOW.getEpochSecond() + 2);
        time.advance(Duration.ofMinutes(1));

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(lastDetail()).contains("STATE_CONFIRMED").contains("indexer");
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void aTransactionThatFailedFailed() {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_NEW");
        die(AccountKind.SAFE, Kind.MERGE, Submit.TAKEN_IN_SILENCE);
        venue.states("STATE_FAILED");

        resume(Kind.MERGE);
        time.advance(Duration.ofSeconds(10));

        assertThat(statuses()).endsWith(FAILED);
        assertThat(lastDetail()).contains("STATE_FAILED");
    }

    @Test
    void aTransactionOfAnEarlierInstallationIsAnothers() {
        openToMerge(AccountKind.SAFE);

        resume(Kind.MERGE);
        time.advance(LONG);

        assertThat(statuses()).as("its namesake failed").containsExactly(UNKNOWN);
    }

    @Test
    void whatTheIndexerShowsHappenedThoughTheRelayerKnowsNothing() {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_NEW");
        die(AccountKind.SAFE, Kind.MERGE, Submit.TAKEN_IN_SILENCE);
        venue.hidesTransactions();
        venue.indexes("MERGE", "10", "0x98", NOW.getEpochSecond() - 1);
        venue.indexes("MERGE", "9", "0x97", NOW.getEpochSecond() + 1);
        venue.indexes("SPLIT", "10", "0x96", NOW.getEpochSecond() + 1);
        resume(Kind.MERGE);
        time.advance(Duration.ofMinutes(1));
        assertThat(statuses()).containsExactly(UNKNOWN);

        venue.indexes("MERGE", "10", "0x99", NOW.getEpochSecond() + 1);
        time.advance(Duration.ofMinutes(1));

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
        assertThat(lastDetail()).contains("0x99");
    }

    @Test
    void oneTransactionIsNotTwoOperations() {
        openToMerge(AccountKind.SAFE);
        venue.indexes("MERGE", "10", "0x99", NOW.getEpochSecond() + 1);

        settlement.resume(operation(Kind.MERGE, 2), NOW);
        settlement.resume(operation(Kind.MERGE, 3), NOW);
        time.advance(Duration.ofMinutes(1));

        assertThat(statuses()).containsExactly(CONFIRMED, UNKNOWN);
    }

    @Test
    void aTransactionThatTheRelayerCallsAnothersIsAnothers() {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_NEW");
        die(AccountKind.SAFE, Kind.MERGE, Submit.TAKEN);
        venue.indexes("MERGE", "10", RelayingVenue.HASH, NOW.getEpochSecond() + 1);

        settlement.resume(operation(Kind.MERGE, 2), NOW);
        time.advance(LONG);

        assertThat(statuses()).containsExactly(UNKNOWN);
    }

    @ParameterizedTest
    @EnumSource(
            value = Submit.class,
            names = {"LOST", "TAKEN"})
    void whatWasNotCarriedOutBeforeItsDeadlineFailedOnceTheIndexerIsPastThat(Submit end) {
        openToMerge(AccountKind.DEPOSIT_WALLET);
        venue.states("STATE_NEW");
        die(AccountKind.DEPOSIT_WALLET, Kind.MERGE, end);
        resume(Kind.MERGE);
        time.advance(LONG);
        assertThat(statuses()).as("the indexer stands still").containsExactly(UNKNOWN);

        venue.indexerIsAt(NOW.plus(Duration.ofHours(4)).toString(), 10);
        time.advance(Duration.ofMinutes(1));

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
        assertThat(lastDetail()).contains("cannot happen any more");
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void aDeadlineRunsFromTheRestartAtTheEarliest() {
        openToMerge(AccountKind.DEPOSIT_WALLET);
        indexerKeepsUp();
        die(AccountKind.DEPOSIT_WALLET, Kind.MERGE, Submit.LOST);
        resume(Kind.MERGE);

        time.advance(Duration.ofSeconds(240 + 200));
        assertThat(statuses()).containsExactly(UNKNOWN);
        time.advance(Duration.ofMinutes(3));

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountKind.class,
            names = {"SAFE", "PROXY"})
    void withoutADeadlineItFailedOnceTheWalletsNumberWasUsed(AccountKind kind) {
        openToMerge(kind);
        indexerKeepsUp();
        die(kind, Kind.MERGE, Submit.LOST);
        venue.hasNoEffect();
        resume(Kind.MERGE);
        time.advance(Duration.ofHours(2));
        assertThat(statuses()).containsExactly(UNKNOWN);

        venue.isUsedAfter(1);
        time.advance(Duration.ofMinutes(10));

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
    }

    @Test
    void aRedemptionIsDoneWhenNothingIsHeldForAWhile() {
        open(AccountKind.SAFE);
        venue.holds(0, TEN, 0);
        die(AccountKind.SAFE, Kind.REDEEM, Submit.LOST);
        resume(Kind.REDEEM);
        time.advance(Duration.ofMinutes(1));
        assertThat(statuses()).containsExactly(UNKNOWN);

        venue.trade(TEN, -TEN, 0);
        time.advance(Duration.ofSeconds(29));
        assertThat(statuses()).containsExactly(UNKNOWN);
        time.advance(Duration.ofSeconds(5));

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
    }

    @Test
    void aRedemptionWhoseTimeRanOutFailedIfSharesAreStillHeld() {
        open(AccountKind.DEPOSIT_WALLET);
        venue.holds(0, TEN, 0);
        die(AccountKind.DEPOSIT_WALLET, Kind.REDEEM, Submit.LOST);
        resume(Kind.REDEEM);

        time.advance(Duration.ofMinutes(10));

        assertThat(statuses()).containsExactly(UNKNOWN, FAILED);
        assertThat(lastDetail()).contains("still has 10 and 0 shares");
    }

    @Test
    void whatCannotBeReadDecidesNothing() {
        open(AccountKind.SAFE);
        venue.holds(0, 0, 0);
        venue.balancesFail(true);
        resume(Kind.REDEEM);
        time.advance(Duration.ofMinutes(10));
        assertThat(statuses()).containsExactly(UNKNOWN);

        venue.balancesFail(false);
        time.advance(Duration.ofMinutes(3));

        assertThat(statuses()).containsExactly(UNKNOWN, CONFIRMED);
    }

    @Test
    void anOperationIsResumedOnceAndNotCarriedOutByItsName() {
        openToMerge(AccountKind.SAFE);
        resume(Kind.MERGE);
        resume(Kind.MERGE);
        execute(Kind.MERGE);
        time.advance(Duration.ofMinutes(1));

        assertThat(statuses()).containsExactly(UNKNOWN, UNKNOWN, UNKNOWN);
        assertThat(venue.submissions()).isEmpty();
    }

    @Test
    void aClosedAccountLooksNoMore() {
        openToMerge(AccountKind.SAFE);
        resume(Kind.MERGE);
        settlement.close();
        int asked = venue.requests().size();

        time.advance(LONG);

        assertThat(venue.requests()).hasSize(asked);
    }
}
