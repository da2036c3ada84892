package io.ploy.core.performance;

import static io.ploy.core.performance.Desk.usd;
import static io.ploy.core.performance.Desk.yes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Fill;
import io.ploy.api.order.SettlementStatus;
import java.time.Duration;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ExecutionQualityTest {
    private final Desk desk = new Desk();
    private final Market rain = desk.market("rain");
    private final ExecutionQuality quality = new ExecutionQuality(3, desk.books::get);

    private void quote(String bid, String ask) {
        desk.quote(yes(rain), bid, "1000", ask);
        quality.bookChanged(yes(rain), desk.now);
    }

    private Fill fill(Side side, String shares, String price) {
        return desk.fill(yes(rain), side, shares, price, SettlementStatus.MATCHED);
    }

    private FillQuality last() {
        var fills = quality.fills(desk.now);
        return fills.get(fills.size() - 1);
    }

    @Test
    void aPurchaseAboveMidSlippedAndOneAboveTheAskFellShort() {
        quality.filled("ann", fill(Side.BUY, "100", "0.53"), 510_000, 520_000);
        assertThat(last().slippage()).hasValue(20_000);
        assertThat(last().shortfall()).hasValue(10_000);

        quality.filled("ann", fill(Side.SELL, "50", "0.49"), 510_000, 500_000);
        assertThat(last().slippage()).hasValue(20_000);
        assertThat(last().shortfall()).hasValue(10_000);

        StrategyQuality ann = quality.strategies(desk.now).get(0);
        assertThat(ann.strategy()).isEqualTo("ann");
        assertThat(ann.slippage()).isEqualTo(new QualitySum(2, Quantity.parse("150"), usd("3")));
        assertThat(ann.shortfall().total()).isEqualTo(usd("1.5"));
    }

    @Test
    void markOutsAreTakenAtTheMidInForceAtTheirMoment() {
        quote("0.50", "0.52");
        quality.filled("ann", fill(Side.BUY, "100", "0.52"), 510_000, 520_000);
        desk.pass(Duration.ofMillis(1_500));
        quote("0.54", "0.56");
        assertThat(last().markOuts())
                .containsExactly(OptionalLong.of(-10_000), OptionalLong.empty(), OptionalLong.empty());

        desk.pass(Duration.ofMillis(3_500));
        quote("0.56", "0.58");
        assertThat(last().markOuts().get(1)).hasValue(50_000);

        desk.pass(Duration.ofMinutes(2));
        assertThat(last().markOuts().get(2)).hasValue(50_000);
        assertThat(quality.strategies(desk.now).get(0).markOuts())
                .extracting(QualitySum::total)
                .containsExactly(usd("-1"), usd("5"), usd("5"));
    }

    @Test
    void aSaleIsMarkedOutTheOtherWay() {
        quote("0.50", "0.52");
        quality.filled("ann", fill(Side.SELL, "100", "0.50"), 510_000, 500_000);
        desk.pass(Duration.ofSeconds(1));

        assertThat(last().markOuts().get(0)).hasValue(-10_000);
    }

    @Test
    void whatWasNotKnownIsNotMeasured() {
        quality.filled("ann", fill(Side.BUY, "100", "0.52"), OrderBook.NONE, OrderBook.NONE);
        desk.pass(Duration.ofSeconds(2));
        quote("0.50", "0.52");
        desk.pass(Duration.ofSeconds(1));
        desk.books.get(yes(rain)).distrust(BookTrust.STALE);
        quality.bookChanged(yes(rain), desk.now);
        desk.pass(Duration.ofSeconds(5));
        quote("0.50", "0.52");
        desk.pass(Duration.ofMinutes(1));

        assertThat(last().slippage()).isEmpty();
        assertThat(last().shortfall()).isEmpty();
        assertThat(last().markOuts())
                .containsExactly(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.of(-10_000));
        assertThat(quality.strategies(desk.now).get(0).slippage().fills()).isZero();
        assertThat(quality.strategies(desk.now).get(0).markOuts().get(2).fills())
                .isEqualTo(1);
    }

    @Test
    void aFillCountsOnceAndAReversedOneNotAtAll() {
        quote("0.50", "0.52");
        Fill fill = fill(Side.BUY, "100", "0.53");
        quality.filled("ann", fill, 510_000, 520_000);
        quality.filled("ann", fill, 510_000, 520_000);
        desk.pass(Duration.ofSeconds(2));
        assertThat(quality.strategies(desk.now).get(0).slippage().fills()).isEqualTo(1);

        quality.reversed(fill.id());
        quality.reversed(fill.id());
        desk.pass(Duration.ofMinutes(1));

        assertThat(quality.fills(desk.now)).isEmpty();
        StrategyQuality ann = quality.strategies(desk.now).get(0);
        assertThat(ann.slippage()).isEqualTo(new QualitySum(0, Quantity.ZERO, usd("0")));
        assertThat(ann.markOuts()).containsOnly(new QualitySum(0, Quantity.ZERO, usd("0")));
    }

    @Test
    void onlyTheLatestFillsAreKeptOneByOne() {
        quote("0.50", "0.52");
        for (int i = 0; i < 5; i++) {
            quality.filled("ann", fill(Side.BUY, "10", "0.53"), 510_000, 520_000);
        }
        desk.pass(Duration.ofMinutes(1));

        assertThat(quality.fills(desk.now)).hasSize(3);
        StrategyQuality ann = quality.strategies(desk.now).get(0);
        assertThat(ann.slippage().fills()).isEqualTo(5);
        assertThat(ann.markOuts().get(0).fills()).isEqualTo(3);
        assertThatThrownBy(() -> new ExecutionQuality(0, desk.books::get)).isInstanceOf(IllegalArgumentException.class);
    }
}
