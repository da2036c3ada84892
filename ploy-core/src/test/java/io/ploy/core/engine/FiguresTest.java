package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.order.Order;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.performance.DayFigures;
import io.ploy.core.performance.FillQuality;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.performance.StrategyQuality;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Bid 0.38, ask 0.42; ten shares are bought at 0.40. */
class FiguresTest {
    private final SupervisedRoom room = new SupervisedRoom();
    private final Figures figures = room.ploy.operator().figures();

    private void buy(String trade, SettlementStatus status) {
        Order bid = room.bid();
        room.venue.fill(room.name(bid), SupervisedRoom.UP, trade, 10, status);
        room.advance(Duration.ofMillis(1));
    }

    @Test
    void thereIsNothingBeforeTheStart() {
        assertThat(figures.day()).isEmpty();
        assertThat(figures.attribution()).isEmpty();
        assertThat(figures.curve(PerformanceScope.ACCOUNT)).isEmpty();
        assertThat(figures.fillQuality()).isEmpty();
    }

    @Test
    void theDayOfEveryScopeAndWhoMadeItAreShown() {
        room.start();
        buy("bought", SettlementStatus.CONFIRMED);

        List<DayFigures> day = figures.day();

        assertThat(day.get(0).scope()).isEqualTo(PerformanceScope.ACCOUNT);
        assertThat(day.get(0).economic()).isEqualTo(Cash.parse("-0.2"));
        assertThat(day)
                .extracting(DayFigures::scope)
                .contains(PerformanceScope.strategy(room.bid().strategy()));
        assertThat(figures.attribution().orElseThrow().net()).isEqualTo(Cash.parse("-0.2"));
        assertThat(figures.curve(PerformanceScope.ACCOUNT)).isNotEmpty();
    }

    @Test
    void fillsAreMeasuredByTheBookAtTheDecisionAndAfterIt() {
        room.start();
        buy("bought", SettlementStatus.CONFIRMED);
        room.book("0.43", "0.47");
        room.advance(Duration.ofSeconds(2));

        StrategyQuality quality = figures.fillQuality().get(0);

        assertThat(quality.slippage().total()).isEqualTo(Cash.ZERO);
        assertThat(quality.shortfall().total()).isEqualTo(Cash.parse("-0.2"));
        assertThat(quality.markOuts().get(0).total()).isEqualTo(Cash.parse("0.5"));
        assertThat(quality.markOuts().get(1).fills()).isZero();
        assertThat(figures.fills()).extracting(FillQuality::strategy).containsExactly(quality.strategy());
    }

    @Test
    void whatIsReversedIsNoFill() {
        room.start();
        Order bid = room.bid();
        room.venue.fill(room.name(bid), SupervisedRoom.UP, "bought", 10, SettlementStatus.MATCHED);
        room.advance(Duration.ofMillis(1));
        assertThat(figures.fills()).hasSize(1);

        room.venue.fill(room.name(bid), SupervisedRoom.UP, "bought", 10, SettlementStatus.FAILED);
        room.advance(Duration.ofMillis(1));

        assertThat(figures.fills()).isEmpty();
        assertThat(figures.fillQuality().get(0).shortfall().fills()).isZero();
    }
}
