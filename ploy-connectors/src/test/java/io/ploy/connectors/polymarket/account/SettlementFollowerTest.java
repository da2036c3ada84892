package io.ploy.connectors.polymarket.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.notify.Alert;
import io.ploy.api.order.SettlementStatus;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.http.RequestException.Failure;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.time.ManualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SettlementFollowerTest {
    private final ManualTime time = new ManualTime(Facts.NOW);
    private final List<Long> reads = new ArrayList<>();
    private final List<Trade> told = new ArrayList<>();
    private final List<Alert> alerts = new ArrayList<>();
    private List<Trade> atVenue = List.of();
    private boolean unreachable;
    private final SettlementFollower follower =
            new SettlementFollower(this::read, time, Runnable::run, told::add, new AccountAlerts(time, alerts::add));

    private Listing<Trade> read(String id) {
        reads.add(time.nanos() / 1_000_000);
        if (unreachable) {
            RequestException gone = new RequestException(Failure.NO_ANSWER, 0, "gone", "", null, null);
            return new Listing<>(List.of(), Listing.End.FAILED, "gone", gone);
        }
        return new Listing<>(atVenue, Listing.End.COMPLETE, "", null);
    }

    private static Trade trade(int bucket, SettlementStatus status) {
        return Facts.trade("t1", bucket, status, Facts.KEY, List.of());
    }

    @Test
    void aTradeAnAnswerNamesIsReadEveryQuarterSecondUntilItIsThere() {
        follower.named("t1");
        time.advance(Duration.ofMillis(600));
        atVenue = List.of(trade(0, SettlementStatus.MATCHED));
        time.advance(Duration.ofMillis(150));

        assertThat(reads).containsExactly(0L, 250L, 500L, 750L);
        assertThat(told).containsExactly(trade(0, SettlementStatus.MATCHED));
    }

    @Test
    void aTradeThatAppearsIsReadAgainOnlyAfterTenSecondsInAll() {
        atVenue = List.of(trade(0, SettlementStatus.MATCHED));
        follower.named("t1");

        time.advance(Duration.ofSeconds(14));

        assertThat(reads).containsExactly(0L, 10_000L, 11_000L, 13_000L);
    }

    @Test
    void aTradeTheChannelShowsFirstIsNotReadBecauseAnAnswerNamesIt() {
        follower.saw(trade(0, SettlementStatus.MATCHED));
        follower.named("t1");
        time.advance(Duration.ofMillis(9_999));

        assertThat(reads).isEmpty();
    }

    @Test
    void aTradeTheChannelShowsBeforeItIsReadWaitsForItsTime() {
        follower.named("t1");
        follower.saw(trade(0, SettlementStatus.MATCHED));
        time.advance(Duration.ofSeconds(5));
        follower.saw(trade(0, SettlementStatus.MINED));

        time.advance(Duration.ofSeconds(5));

        assertThat(reads).containsExactly(10_000L);
    }

    @Test
    void aTradeThatIsFinalWhenFirstSeenIsNotFollowed() {
        follower.saw(trade(0, SettlementStatus.CONFIRMED));

        assertThat(follower.open()).isZero();
        assertThat(time.pending()).isZero();
    }

    @Test
    void otherTradesInTheAnswerAreNotThisOnes() {
        atVenue = List.of(Facts.trade("t2", 0, SettlementStatus.CONFIRMED, Facts.KEY, List.of()));
        follower.named("t1");

        time.advance(Duration.ofMillis(250));

        assertThat(told).isEmpty();
        assertThat(follower.open()).isEqualTo(1);
    }

    @Test
    void aPartThatWasFinalStaysSoWhateverComesLate() {
        follower.saw(trade(0, SettlementStatus.MATCHED));
        follower.saw(trade(1, SettlementStatus.MATCHED));
        follower.saw(trade(0, SettlementStatus.CONFIRMED));
        follower.saw(trade(0, SettlementStatus.MINED));

        follower.saw(trade(1, SettlementStatus.CONFIRMED));

        assertThat(follower.open()).isZero();
    }

    @Test
    void aListenerThatFailsDoesNotEndTheFollowing() {
        List<Trade> heard = new ArrayList<>();
        SettlementFollower failing = new SettlementFollower(
                this::read,
                time,
                Runnable::run,
                trade -> {
                    heard.add(trade);
                    throw new UnsupportedOperationException("thrown on purpose");
                },
                new AccountAlerts(time, alerts::add));
        atVenue = List.of(trade(0, SettlementStatus.MATCHED));
        failing.named("t1");

        time.advance(Duration.ofMillis(250));

        assertThat(heard).hasSize(2);
        assertThat(failing.open()).isEqualTo(1);
    }

    @Test
    void aTradeThatDoesNotAppearIsReadLessOftenAfterHalfAMinute() {
        follower.named("t1");

        time.advance(Duration.ofSeconds(34));

        assertThat(reads).filteredOn(at -> at <= 30_000).hasSize(121);
        assertThat(reads).filteredOn(at -> at > 30_000).containsExactly(31_000L, 33_000L);
    }

    @Test
    void aTradeTheChannelShowsIsReadOnlyIfItIsNotFinalAfterTenSeconds() {
        follower.saw(trade(0, SettlementStatus.MATCHED));
        time.advance(Duration.ofMillis(9_999));
        int before = reads.size();
        atVenue = List.of(trade(0, SettlementStatus.CONFIRMED));

        time.advance(Duration.ofMinutes(5));

        assertThat(before).isZero();
        assertThat(reads).containsExactly(10_000L);
        assertThat(told).containsExactly(trade(0, SettlementStatus.CONFIRMED));
        assertThat(follower.open()).isZero();
        assertThat(time.pending()).isZero();
    }

    @Test
    void theChannelsFinalWordEndsIt() {
        follower.saw(trade(0, SettlementStatus.MATCHED));
        follower.saw(trade(0, SettlementStatus.FAILED));

        time.advance(Duration.ofMinutes(1));

        assertThat(reads).isEmpty();
        assertThat(follower.open()).isZero();
    }

    @Test
    void everyPartOfATradeMustBeFinal() {
        follower.saw(trade(0, SettlementStatus.MATCHED));
        follower.saw(trade(1, SettlementStatus.MATCHED));
        follower.saw(trade(0, SettlementStatus.CONFIRMED));
        int open = follower.open();

        follower.saw(trade(1, SettlementStatus.CONFIRMED));

        assertThat(open).isEqualTo(1);
        assertThat(follower.open()).isZero();
    }

    @Test
    void aTradeThatStaysProvisionalIsReadForEverAndPeopleAreTold() {
        atVenue = List.of(trade(0, SettlementStatus.RETRYING));
        follower.saw(trade(0, SettlementStatus.MATCHED));

        time.advance(Duration.ofMinutes(30));

        assertThat(alerts).extracting(Alert::code).containsExactly("settlement.slow", "settlement.overdue");
        assertThat(alerts.get(0).message()).contains("t1");
        assertThat(follower.open()).isEqualTo(1);
        List<Long> last = reads.subList(reads.size() - 2, reads.size());
        assertThat(last.get(1) - last.get(0)).isEqualTo(30_000);
    }

    @Test
    void aFailedReadIsNoAnswer() {
        unreachable = true;
        follower.named("t1");
        time.advance(Duration.ofSeconds(1));
        unreachable = false;
        atVenue = List.of(trade(0, SettlementStatus.CONFIRMED));

        time.advance(Duration.ofMillis(250));

        assertThat(told).hasSize(1);
        assertThat(follower.open()).isZero();
    }

    @Test
    void nothingIsReadOnceItIsClosed() {
        follower.named("t1");
        follower.close();
        int before = reads.size();

        time.advance(Duration.ofMinutes(1));
        follower.named("t2");

        follower.saw(trade(0, SettlementStatus.MATCHED));

        assertThat(reads).hasSize(before);
        assertThat(follower.open()).isZero();
        assertThat(time.pending()).isZero();
    }

    @Test
    void whatWasAboutToBeReadWhenItIsClosedIsNot() {
        List<Runnable> waiting = new ArrayList<>();
        SettlementFollower closing =
                new SettlementFollower(this::read, time, waiting::add, told::add, new AccountAlerts(time, alerts::add));
        closing.named("t1");
        time.advance(Duration.ofMillis(1));
        closing.close();

        waiting.forEach(Runnable::run);

        assertThat(waiting).hasSize(1);
        assertThat(reads).isEmpty();
    }
}
