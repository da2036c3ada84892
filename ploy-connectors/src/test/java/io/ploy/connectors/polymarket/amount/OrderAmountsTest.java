package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class OrderAmountsTest {
    private static final InstrumentId YES = new InstrumentId("polymarket", "1234");

    private final OrderAmounts amounts = new OrderAmounts();

    @ParameterizedTest
    @CsvSource({
        "BUY,  0.01,   0.57,   100.55, 57313500,   100550000",
        "SELL, 0.001,  0.123,  10.01,  10010000,   1231230",
        "BUY,  0.0025, 0.4975, 3,      1492500,    3000000",
        "BUY,  0.1,    0.5,    0.01,   5000,       10000",
        "SELL, 0.0001, 0.9999, 0.01,   10000,      9999",
        "BUY,  0.005,  0.995,  99999999999.99, 99499999999990050, 99999999999990000"
    })
    void restingOrderGivesAndWantsTheProductOfPriceAndShares(
            Side side, String tick, String price, String shares, long maker, long taker) {
        amounts.set(side, shares(shares), Price.parse(price), TimeInForce.GTC, TickSize.parse(tick));

        assertThat(amounts.makerMicros()).isEqualTo(maker);
        assertThat(amounts.takerMicros()).isEqualTo(taker);
        assertThat(amounts).hasToString("maker " + maker + " micros, taker " + taker + " micros");
    }

    @ParameterizedTest
    @CsvSource({
        "0.01,   0.57, 10,     10000000, 17543800",
        "0.01,   0.57, 9.83,   9830000,  17245600",
        "0.1,    0.9,  2884.26, 2884260000, 3204733000",
        "0.0001, 0.3083, 6239.88, 6239880000, 20239636717"
    })
    void spendingGivesTheCashAndWantsWhatItBuysRoundedDown(
            String tick, String price, String cash, long maker, long taker) {
        amounts.set(
                OrderRequest.spend(YES, Cash.parse(cash), Price.parse(price)).fillOrKill(), TickSize.parse(tick));

        assertThat(amounts.makerMicros()).isEqualTo(maker);
        assertThat(amounts.takerMicros()).isEqualTo(taker);
    }

    @ParameterizedTest
    @EnumSource(
            value = TimeInForce.class,
            names = {"FOK", "FAK"})
    void sellingAtOnceNeedsNothingButLots(TimeInForce timeInForce) {
        amounts.set(Side.SELL, shares("17.54"), Price.parse("0.56"), timeInForce, TickSize.CENT);

        assertThat(amounts.makerMicros()).isEqualTo(17_540_000);
        assertThat(amounts.takerMicros()).isEqualTo(9_822_400);
    }

    @Test
    void sharesBoughtAtOnceMustCostWholeCents() {
        OrderRequest whole = OrderRequest.buy(YES, Quantity.ofShares(18), Price.parse("0.57"));
        OrderRequest part = OrderRequest.buy(YES, Quantity.parse("17.54"), Price.parse("0.57"));

        amounts.set(whole.fillAndKill(), TickSize.CENT);
        ThrowableAssertAlternative<OrderRefusedException> refusal =
                refused(() -> new OrderAmounts().set(part.fillOrKill(), TickSize.CENT));

        assertThat(amounts.makerMicros()).isEqualTo(10_260_000);
        assertThat(amounts.takerMicros()).isEqualTo(18_000_000);
        refusal.withMessage(
                "17.54 shares bought at once at 0.57 cost no whole number of cents, as the venue wants of FOK and FAK;"
                        + " the nearest legal values are 17 and 18");
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.5, 0.02",
        "0.01, 0.64, 0.25",
        "0.01, 0.57, 1",
        "0.001, 0.555, 2",
        "0.0001, 0.3083, 100",
        "0.1, 0.3, 0.1"
    })
    void stepOfSharesBoughtAtOnceFollowsFromThePrice(String tick, String price, String step) {
        amounts.set(Side.BUY, shares(step), Price.parse(price), TimeInForce.FAK, TickSize.parse(tick));

        assertThat(amounts.makerMicros() % 10_000).isZero();
        assertThat(Steps.ofShares(Side.BUY, Price.parse(price), TimeInForce.FAK))
                .isEqualTo(Quantity.parse(step).micros());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.01   | 0.575  | price 0.575 is no multiple of tick size 0.01 from 0.01 to 0.99; the nearest legal values are 0.57 and 0.58",
                "0.0025 | 0.4985 | price 0.4985 is no multiple of tick size 0.0025 from 0.0025 to 0.9975; the nearest legal values are 0.4975 and 0.5",
                "0.01   | 0.001  | price 0.001 is no multiple of tick size 0.01 from 0.01 to 0.99; the nearest legal value is 0.01",
                "0.1    | 0.95   | price 0.95 is no multiple of tick size 0.1 from 0.1 to 0.9; the nearest legal value is 0.9",
                "0.1    | 1      | price 1 is no multiple of tick size 0.1 from 0.1 to 0.9; the nearest legal value is 0.9",
                "0.1    | 0      | price 0 is no multiple of tick size 0.1 from 0.1 to 0.9; the nearest legal value is 0.1"
            })
    void priceOffTheGridIsRefused(String tick, String price, String message) {
        refused(() -> amounts.set(Side.BUY, shares("10"), Price.parse(price), TimeInForce.GTC, TickSize.parse(tick)))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SELL | GTC | 10.005    | 10.005 shares is no multiple of 0.01; the nearest legal values are 10 and 10.01",
                "BUY  | GTD | 0.009999  | 0.009999 shares is no multiple of 0.01; the nearest legal value is 0.01",
                "SELL | FAK | 0.019     | 0.019 shares is no multiple of 0.01; the nearest legal values are 0.01 and 0.02",
                "SELL | FOK | 9223372036854.775807 | 9223372036854.775807 shares is no multiple of 0.01; the nearest legal value is 9223372036854.77"
            })
    void sharesOutsideLotsAreRefused(Side side, TimeInForce timeInForce, String shares, String message) {
        refused(() -> amounts.set(side, shares(shares), Price.parse("0.5"), timeInForce, TickSize.CENT))
                .withMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.01 | 0.57 | 10.005 | 10.005 pUSD to spend is no whole number of cents; the nearest legal values are 10 and 10.01",
                "0.1  | 0.7  | 1      | 1 pUSD to spend at 0.7 is too little: the shares it must bring, rounded down, imply a price of the limit plus 0.0001 or more; the nearest legal values are 0.98 and 1.02",
                "0.1  | 0.9  | 0.01   | 0.01 pUSD to spend at 0.9 is too little: the shares it must bring, rounded down, imply a price of the limit plus 0.0001 or more; the nearest legal value is 0.09",
                "0.01 | 0.57 | 999999999.99 | 999999999.99 pUSD to spend is more than the 461168601.84 one order can carry"
            })
    void cashThatCannotBeSpentExactlyIsRefused(String tick, String price, String cash, String message) {
        refused(() -> amounts.set(OrderRequest.spend(YES, Cash.parse(cash), Price.parse(price)), TickSize.parse(tick)))
                .withMessage(message);
    }

    @Test
    void mostThatCanBeSpentStaysExact() {
        amounts.set(
                Side.BUY,
                new OrderSize.Spend(Cash.ofMicros(Steps.LARGEST_SPEND)),
                Price.parse("0.0001"),
                TimeInForce.FAK,
                TickSize.HUNDREDTH_CENT);

        assertThat(amounts.takerMicros()).isEqualTo(Math.multiplyExact(Steps.LARGEST_SPEND, 10_000L));
    }

    @ParameterizedTest
    @MethodSource("spendsThatAreNone")
    void spendingIsForBuyersWhoDoNotRest(Side side, TimeInForce timeInForce) {
        refused(() -> amounts.set(
                        side, new OrderSize.Spend(Cash.ofUsd(10)), Price.parse("0.5"), timeInForce, TickSize.CENT))
                .withMessage("an amount to spend is for a BUY with FOK or FAK, not for a " + side + " with "
                        + timeInForce + "; say a number of shares");
    }

    static Stream<Arguments> spendsThatAreNone() {
        return Stream.of(Arguments.of(Side.SELL, TimeInForce.FAK), Arguments.of(Side.BUY, TimeInForce.GTC));
    }

    @Test
    void tickTheVenueDoesNotHaveIsRefused() {
        refused(() -> amounts.set(Side.BUY, shares("10"), Price.parse("0.5"), TimeInForce.GTC, TickSize.parse("0.02")))
                .withMessageStartingWith("tick size 0.02 is none of the venue's");
    }

    @Test
    void refusedOrderLeavesTheAmountsOfTheOneBefore() {
        amounts.set(Side.BUY, shares("10"), Price.parse("0.5"), TimeInForce.GTC, TickSize.CENT);

        refused(() -> amounts.set(Side.BUY, shares("10"), Price.parse("0.505"), TimeInForce.GTC, TickSize.CENT));

        assertThat(amounts.makerMicros()).isEqualTo(5_000_000);
        assertThat(amounts.takerMicros()).isEqualTo(10_000_000);
    }

    private static ThrowableAssertAlternative<OrderRefusedException> refused(ThrowingCallable order) {
        return assertThatExceptionOfType(OrderRefusedException.class).isThrownBy(order);
    }

    private static OrderSize shares(String text) {
        return new OrderSize.Shares(Quantity.parse(text));
    }
}
