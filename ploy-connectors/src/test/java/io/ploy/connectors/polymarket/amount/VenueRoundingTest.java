package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class VenueRoundingTest {
    private final OrderAmounts amounts = new OrderAmounts();

    @Test
    void restingPriceGoesToTheNearestDecimalAndATakersPriceDown() {
        VenueRounding.limit(Side.BUY, Quantity.ofShares(3), Price.parse("0.4975"), TickSize.CENT, amounts);
        long resting = amounts.makerMicros();
        VenueRounding.marketSell(Quantity.ofShares(3), Price.parse("0.4975"), TickSize.CENT, amounts);
        long taking = amounts.takerMicros();

        assertThat(resting).isEqualTo(1_500_000);
        assertThat(taking).isEqualTo(1_470_000);
    }

    @Test
    void whatBecomesNothingIsRefused() {
        Price half = Price.parse("0.5");
        Price tiny = Price.parse("0.004");

        refused(
                "size 0.009 becomes nothing",
                () -> VenueRounding.limit(Side.SELL, Quantity.parse("0.009"), half, TickSize.CENT, amounts));
        refused(
                "price 0.004 becomes nothing",
                () -> VenueRounding.limit(Side.SELL, Quantity.ofShares(1), tiny, TickSize.CENT, amounts));
        refused(
                "amount to spend 0.009 becomes nothing",
                () -> VenueRounding.marketBuy(Cash.parse("0.009"), half, TickSize.CENT, amounts));
        refused(
                "price 0.004 becomes nothing",
                () -> VenueRounding.marketBuy(Cash.ofUsd(1), tiny, TickSize.CENT, amounts));
        refused(
                "size 0.009 becomes nothing",
                () -> VenueRounding.marketSell(Quantity.parse("0.009"), half, TickSize.CENT, amounts));
    }

    @Test
    void moreCashThanFitsIsRefused() {
        refused(
                "500000000 pUSD to spend is more than the 461168601.84 one order can carry",
                () -> VenueRounding.marketBuy(Cash.ofUsd(500_000_000), Price.parse("0.5"), TickSize.CENT, amounts));
    }

    private static void refused(String start, ThrowingCallable rounding) {
        assertThatExceptionOfType(OrderRefusedException.class)
                .isThrownBy(rounding)
                .withMessageStartingWith(start);
    }
}
