package io.ploy.connectors.polymarket.settlement;

import static io.ploy.api.portfolio.Operation.Status.CONFIRMED;
import static io.ploy.api.portfolio.Operation.Status.FAILED;
import static io.ploy.api.portfolio.Operation.Status.SUBMITTED;
import static io.ploy.api.portfolio.Operation.Status.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.settlement.RelayingVenue.Submit;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PursuitTest extends SettlementScene {
    @ParameterizedTest
    @CsvSource({"OUT_OF_QUOTA, quota exceeded", "INVALID, call blocked"})
    void refusalIsAFailureInTheRelayersWords(Submit end, String words) {
        openToMerge(AccountKind.SAFE);
        venue.submits(end);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains(words);
        assertThat(venue.submissions()).hasSize(1);
    }

    @Test
    void numberThatIsStaleTwiceIsAFailure() {
        openToMerge(AccountKind.SAFE);
        venue.submits(Submit.STALE, Submit.STALE);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(FAILED);
        assertThat(lastDetail()).contains("nonce");
        assertThat(venue.submissions()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({"STATE_FAILED", "STATE_INVALID"})
    void failureOnTheWayIsAFailure(String state) {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_NEW", "STATE_EXECUTED", state);

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).contains(state);
    }

    @ParameterizedTest
    @EnumSource(value = Kind.class, names = "CONVERT", mode = EnumSource.Mode.EXCLUDE)
    void successWithoutEffectIsAFailure(Kind kind) {
        open(AccountKind.SAFE);
        venue.holds(TEN, TEN, TEN);
        venue.hasNoEffect();

        execute(kind);

        assertThat(statuses()).containsExactly(SUBMITTED, FAILED);
        assertThat(lastDetail()).contains("no effect").contains("10 and 10 shares and 10 USD");
        assertThat(events.get(1).at()).isAfterOrEqualTo(NOW.plusSeconds(60));
    }

    @Test
    void balancesMayLagBehindAConfirmedTransaction() {
        openToMerge(AccountKind.SAFE);
        venue.hasNoEffect();
        time.after(Duration.ofSeconds(40), () -> venue.trade(TEN, -TEN, -TEN));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
    }

    @Test
    void balancesThatCannotBeReadDecideNothing() {
        openToMerge(AccountKind.SAFE);
        venue.onLook(() -> venue.balancesFail(true));
        time.after(Duration.ofSeconds(90), () -> {
            venue.onLook(() -> {});
            venue.balancesFail(false);
        });

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(events.get(1).at()).isAfter(NOW.plusSeconds(80));
    }

    @Test
    void transactionThatFailedThoughBalancesMovedIsConfirmed() {
        open(AccountKind.SAFE);
        venue.holds(0, TEN, 0);
        venue.states("STATE_FAILED");
        time.after(Duration.ofSeconds(1), () -> venue.trade(TEN, -TEN, 0));

        execute(Kind.REDEEM);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(lastDetail()).contains("although the relayer says STATE_FAILED");
    }

    @Test
    void tradesMeanwhileHideTheEffectUntilTheIndexerShowsTheTransaction() {
        openToMerge(AccountKind.SAFE);
        time.after(Duration.ofSeconds(1), () -> venue.trade(-1, 1, 0));
        venue.indexes("MERGE", "10", "0x99", NOW.getEpochSecond() + 1);
        time.after(
                Duration.ofSeconds(100),
                () -> venue.indexes("MERGE", "10", RelayingVenue.HASH, NOW.getEpochSecond() + 1));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, CONFIRMED);
        assertThat(events.get(1).detail()).contains("other things moved balances");
        assertThat(lastDetail()).contains("seen by the indexer");
    }

    @Test
    void unknownStateIsNoEnd() {
        openToMerge(AccountKind.SAFE);
        venue.states("STATE_QUEUED", "STATE_QUEUED", "STATE_CONFIRMED");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, CONFIRMED);
        assertThat(events.get(1).at()).isEqualTo(NOW.plusSeconds(6));
    }

    @Test
    void transactionThatIsNeverBroadcastIsInDoubtUntilItsDeadlineHasPassedForGood() {
        openToMerge(AccountKind.DEPOSIT_WALLET);
        venue.states("STATE_NEW");

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, FAILED);
        assertThat(events.get(1).at()).isEqualTo(NOW.plusSeconds(200));
        assertThat(lastDetail()).contains("before its time ran out");
        assertThat(events.get(2).at()).isAfterOrEqualTo(NOW.plusSeconds(300));
        assertThat(venue.submissions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = AccountKind.class,
            names = {"SAFE", "PROXY"})
    void transactionOfAWalletWithoutDeadlinesIsInDoubtForAsLongAsItCanHappen(AccountKind kind) {
        openToMerge(kind);
        venue.states("STATE_NEW");
        time.after(Duration.ofHours(3), () -> venue.states("STATE_CONFIRMED"));

        execute(Kind.MERGE);

        assertThat(statuses()).containsExactly(SUBMITTED, UNKNOWN, CONFIRMED);
        assertThat(events.get(2).at()).isAfter(NOW.plus(Duration.ofHours(3)));
    }
}
