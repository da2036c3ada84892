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
            throw new RequestException(Failure.NO_ANSWER, 0, "gone", "", null, null);
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

        assertThat(reads).hasSize(before);
        assertThat(follower.open()).isZero();
    }
}
