package io.ploy.core.sizing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AllInPriceTest {
    private static final InstrumentId YES = new InstrumentId("sim", "yes");

    private static Market market(@Nullable FeeSchedule fees) {
        return Market.builder(
                        new MarketId("sim", "m"),
                        new Outcome("Yes", YES),
                        new Outcome("No", new InstrumentId("sim", "no")),
                        TradingRules.builder(TickSize.CENT).fees(fees).build())
                .build();
    }

    private static OrderRequest buy(String limit) {
        return OrderRequest.buy(YES, Quantity.ofShares(5), Price.parse(limit));
    }

    @Test
    void theFeeOfATakerIsAdded() {
        assertThat(AllInPrice.of(buy("0.35"), market(FeeSchedule.takerRate("0.07"))))
                .isEqualTo(365_925);
        assertThat(AllInPrice.of(buy("0.5"), market(FeeSchedule.takerRate("0.07"))))
                .isEqualTo(517_500);
        assertThat(AllInPrice.taking(Price.parse("0.44"), market(FeeSchedule.takerRate("0.04"))))
                .isEqualTo(449_856);
        assertThat(AllInPrice.of(buy("0.5"), market(FeeSchedule.FREE))).isEqualTo(500_000);
    }

    @Test
    void whatOnlyRestsPaysNoTakersFee() {
        assertThat(AllInPrice.of(buy("0.5").postOnly(), market(FeeSchedule.takerRate("0.07"))))
                .isEqualTo(500_000);
        assertThat(AllInPrice.of(buy("0.5").postOnly(), market(new FeeSchedule(70_000, 1, false))))
                .isEqualTo(517_500);
    }

    @Test
    void aFeeThatIsNotKnownIsNotFree() {
        assertThat(AllInPrice.of(buy("0.5"), market(null))).isEqualTo(SizingInputs.ABSENT);
        assertThat(AllInPrice.taking(Price.parse("0.5"), market(null))).isEqualTo(SizingInputs.ABSENT);
    }

    @Test
    void sharesCostNoMoreThanTheirAllInPriceButForTheLastUnitOfTheFee() {
        SplittableRandom random = new SplittableRandom(83);
        for (int i = 0; i < 5_000; i++) {
            FeeSchedule fees = new FeeSchedule(random.nextLong(1_000_001), random.nextInt(5), true);
            Price price = Price.ofMicros(1 + random.nextLong(999_999));
            Quantity shares = Quantity.ofMicros(10_000 * (1 + random.nextLong(10_000_000)));

            long allIn = AllInPrice.taking(price, market(fees));

            Cash cost = Cash.notional(price, shares, RoundingMode.CEILING)
                    .plus(fees.takerFee(price, shares, RoundingMode.CEILING));
            long bound = FixedPoint.mulDiv(shares.micros(), allIn, FixedPoint.ONE, RoundingMode.CEILING);
            assertThat(cost.micros()).isLessThanOrEqualTo(bound + 10);
            // A micro a share is all that is added; the fee of the order may be short of a unit.
            assertThat(allIn)
                    .isLessThanOrEqualTo(1
                            + FixedPoint.mulDiv(cost.micros(), FixedPoint.ONE, shares.micros(), RoundingMode.CEILING)
                            + 1_000);
        }
    }
}
