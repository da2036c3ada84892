package io.ploy.api.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderRequestTest {
    private static final InstrumentId UP = new InstrumentId("venue", "up");
    private static final OrderRequest BUY = OrderRequest.buy(UP, Quantity.ofShares(20), Price.parse("0.53"));
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

    @Test
    void everyChangeIsACopy() {
        FillId fill = new FillId("trade", 0, new VenueOrderId("0xabc"), LiquidityRole.TAKER);

        OrderRequest changed = BUY.restUntil(NOON)
                .postOnly()
                .reduceOnly()
                .sendWithin(Duration.ofSeconds(1))
                .becauseOf(fill)
                .reason("because")
                .withQuantity(Quantity.ofShares(7));

        assertThat(BUY.timeInForce()).isEqualTo(TimeInForce.GTC);
        assertThat(BUY.isPostOnly()).isFalse();
        assertThat(changed.timeInForce()).isEqualTo(TimeInForce.GTD);
        assertThat(changed.expiresAt()).contains(NOON);
        assertThat(changed.isPostOnly() && changed.isReduceOnly()).isTrue();
        assertThat(changed.sendWithin()).contains(Duration.ofSeconds(1));
        assertThat(changed.becauseOf()).contains(fill);
        assertThat(changed.reason()).isEqualTo("because");
        assertThat(changed.sharesAtLimit()).isEqualTo(Quantity.ofShares(7));
        assertThat(changed).isNotEqualTo(BUY);
        assertThat(BUY.fillAndKill()).isEqualTo(BUY.fillAndKill()).hasSameHashCodeAs(BUY.fillAndKill());
        assertThat(BUY.fillOrKill().toString()).contains("BUY").contains("0.53").contains("FOK");
    }

    @Test
    void takingForgetsWhatOnlyARestingOrderHas() {
        OrderRequest taking = BUY.restUntil(NOON).postOnly().fillAndKill();

        assertThat(taking.isPostOnly()).isFalse();
        assertThat(taking.expiresAt()).isEmpty();
    }

    @Test
    void anAmountToSpendBuysThatManySharesAtItsLimitAndCannotRest() {
        OrderRequest spend = OrderRequest.spend(UP, Cash.ofUsd(10), Price.parse("0.40"));

        assertThat(spend.sharesAtLimit()).isEqualTo(Quantity.ofShares(25));
        assertThat(spend.timeInForce()).isEqualTo(TimeInForce.FAK);
        assertThatThrownBy(() -> spend.restUntil(NOON)).hasMessageContaining("cannot rest");
    }

    @Test
    void whatCannotBeMeantIsRefused() {
        assertThatThrownBy(() -> OrderRequest.buy(UP, Quantity.ZERO, Price.parse("0.5")))
                .hasMessageContaining("zero shares");
        assertThatThrownBy(() -> OrderRequest.spend(UP, Cash.ZERO, Price.parse("0.5")))
                .hasMessageContaining("0 USD");
        assertThatThrownBy(() -> OrderRequest.sell(UP, Quantity.LOT, Price.ONE)).hasMessageContaining("(0, 1)");
        assertThatThrownBy(() -> OrderRequest.buy(UP, Quantity.LOT, Price.ZERO)).hasMessageContaining("(0, 1)");
        assertThatThrownBy(() -> BUY.fillAndKill().postOnly()).hasMessageContaining("must rest");
        assertThatThrownBy(() -> BUY.sendWithin(Duration.ZERO)).hasMessageContaining("above zero");
        assertThatThrownBy(() -> BUY.reason("a\nb")).hasMessageContaining("control characters");
        assertThatThrownBy(() -> BUY.reason("x".repeat(501))).hasMessageContaining("500");
    }

    @Test
    void aSideRestsWhereItsOppositeTakes() {
        assertThat(Side.BUY.restsOn()).isEqualTo(BookSide.BIDS);
        assertThat(Side.BUY.takesFrom()).isEqualTo(Side.SELL.restsOn());
        assertThat(Side.SELL.opposite()).isEqualTo(Side.BUY);
    }

    @ParameterizedTest
    @EnumSource(OrderLifecycle.class)
    void theStatusPeopleSpeakOfIsTheLifecycleWithTwoProjections(OrderLifecycle lifecycle) {
        assertThat(OrderStatus.of(lifecycle, false, false).name()).isEqualTo(lifecycle.name());
        assertThat(OrderStatus.of(lifecycle, true, true))
                .isEqualTo(lifecycle.isOpen() ? OrderStatus.PENDING_CANCEL : OrderStatus.valueOf(lifecycle.name()));
        assertThat(OrderStatus.of(lifecycle, false, true))
                .isEqualTo(lifecycle.isOpen() ? OrderStatus.PARTIALLY_FILLED : OrderStatus.valueOf(lifecycle.name()));
    }

    @Test
    void preparedBytesCannotBeChangedFromOutside() {
        byte[] body = {1, 2, 3};
        ClientOrderId id = new ClientOrderId(new AccountId("main"), 1, 7);
        PreparedOrder order = new PreparedOrder(id, new VenueOrderId("0xabc"), NOON, body);

        body[0] = 9;
        order.body()[1] = 9;

        assertThat(order.body()).containsExactly(1, 2, 3);
        assertThat(order).hasToString("main-1-7 as 0xabc, 3 bytes");
        assertThat(order.id()).isEqualTo(id);
        assertThat(order.venueOrderId()).isEqualTo(new VenueOrderId("0xabc"));
        assertThat(order.doNotSendAfter()).isEqualTo(NOON);
    }

    @Test
    void namesOfOrdersAreChecked() {
        AccountId main = new AccountId("main");

        assertThat(new ClientOrderId(main, 1, 2).compareTo(new ClientOrderId(main, 1, 10)))
                .isNegative();
        assertThat(new ClientOrderId(main, 2, 1).compareTo(new ClientOrderId(main, 1, 10)))
                .isPositive();
        assertThatThrownBy(() -> new ClientOrderId(main, 0, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new AccountId("two words")).hasMessageContaining("two words");
        assertThatThrownBy(() -> new VenueOrderId(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFillIsRoundedAgainstUs() {
        assertThat(fill(Side.BUY).notional()).isEqualTo(Cash.ofMicros(3_334));
        assertThat(fill(Side.SELL).notional()).isEqualTo(Cash.ofMicros(3_333));
        assertThat(SettlementStatus.RETRYING.isProvisional()).isTrue();
        assertThat(SettlementStatus.FAILED.isProvisional()).isFalse();
    }

    private static Fill fill(Side side) {
        return new Fill(
                new FillId("trade", 0, new VenueOrderId("0xabc"), LiquidityRole.MAKER),
                new ClientOrderId(new AccountId("main"), 1, 1),
                UP,
                side,
                Price.ofMicros(333_333),
                Quantity.ofMicros(10_001),
                Cash.ZERO,
                LiquidityRole.MAKER,
                SettlementStatus.MATCHED,
                false,
                NOON);
    }

    @Test
    void anAmountToSpendNeverBuysMoreThanItPaysFor() {
        SplittableRandom random = new SplittableRandom(29);
        for (int i = 0; i < 5_000; i++) {
            Cash cash = Cash.ofMicros(random.nextLong(1, 1_000_000_000_000L));
            Price limit = Price.ofMicros(random.nextLong(1, 1_000_000));

            Quantity shares = OrderRequest.spend(UP, cash, limit).sharesAtLimit();

            assertThat(Cash.notional(limit, shares, RoundingMode.CEILING)).isLessThanOrEqualTo(cash);
            assertThat(Cash.notional(limit, shares.plus(Quantity.ofMicros(1)), RoundingMode.CEILING))
                    .isGreaterThanOrEqualTo(cash);
        }
    }

    @Test
    void theLimitsOfWhatCanBeMeantAreAccepted() {
        assertThat(OrderRequest.buy(UP, Quantity.LOT, Price.ofMicros(1)).limit())
                .isEqualTo(Price.ofMicros(1));
        assertThat(OrderRequest.sell(UP, Quantity.LOT, Price.ofMicros(999_999)).side())
                .isEqualTo(Side.SELL);
        assertThat(BUY.reason("x".repeat(500)).reason()).hasSize(500);
        assertThat(BUY.sendWithin(Duration.ofNanos(1)).sendWithin()).contains(Duration.ofNanos(1));
        assertThat(BUY.restUntil(NOON).postOnly().isPostOnly()).isTrue();
    }

    @Test
    void whatCannotBeMeantIsRefusedInWhateverOrderItIsSaid() {
        OrderRequest spend = OrderRequest.spend(UP, Cash.ofUsd(10), Price.parse("0.40"));

        assertThatThrownBy(() -> spend.postOnly()).hasMessageContaining("must rest");
        assertThatThrownBy(() -> BUY.fillOrKill().postOnly()).hasMessageContaining("FOK");
        assertThatThrownBy(() -> BUY.sendWithin(Duration.ofMillis(-1))).hasMessageContaining("above zero");
        assertThatThrownBy(() -> BUY.reason("\u0085")).hasMessageContaining("control characters");
        assertThatThrownBy(() -> BUY.withQuantity(Quantity.ZERO)).hasMessageContaining("zero shares");
        assertThatThrownBy(() -> OrderRequest.spend(UP, Cash.ofUsd(-1), Price.parse("0.5")))
                .hasMessageContaining("-1 USD");
        assertThatThrownBy(() -> OrderRequest.spend(UP, Cash.ofUsd(1), Price.ONE))
                .hasMessageContaining("(0, 1)");
    }

    @Test
    void aQuantityInPlaceOfAnAmountMayRest() {
        OrderRequest shares = OrderRequest.spend(UP, Cash.ofUsd(10), Price.parse("0.40"))
                .withQuantity(Quantity.ofShares(5))
                .restUntil(NOON);

        assertThat(shares.size()).isEqualTo(new OrderSize.Shares(Quantity.ofShares(5)));
        assertThat(shares.timeInForce()).isEqualTo(TimeInForce.GTD);
    }

    @Test
    void aRequestReadsAsASentence() {
        assertThat(BUY.restUntil(NOON).postOnly().reduceOnly())
                .hasToString("BUY 20 shares venue:up @ 0.53 GTD until 2026-01-01T12:00:00Z post-only reduce-only");
        assertThat(OrderRequest.spend(UP, Cash.ofUsd(10), Price.parse("0.40")))
                .hasToString("BUY 10 USD venue:up @ 0.4 FAK");
    }

    @Test
    void everyPartOfARequestCountsForEquality() {
        FillId fill = new FillId("trade", 0, new VenueOrderId("0xabc"), LiquidityRole.TAKER);

        assertThat(List.of(
                        OrderRequest.sell(UP, Quantity.ofShares(20), Price.parse("0.53")),
                        OrderRequest.buy(UP, Quantity.ofShares(20), Price.parse("0.54")),
                        BUY.withQuantity(Quantity.ofShares(21)),
                        BUY.fillOrKill(),
                        BUY.restUntil(NOON),
                        BUY.postOnly(),
                        BUY.reduceOnly(),
                        BUY.sendWithin(Duration.ofSeconds(1)),
                        BUY.becauseOf(fill),
                        BUY.reason("because"),
                        BUY.believing(Belief.of(0.6)),
                        BUY.believing(Belief.of(0.7))))
                .doesNotHaveDuplicates()
                .doesNotContain(BUY);
        assertThat(BUY.reason("because")).isEqualTo(BUY.reason("because"));
    }

    @Test
    void anOpenSizeIsClosedByAQuantityAndByNothingElse() {
        OrderRequest open = OrderRequest.buySized(UP, Price.parse("0.53"));

        OrderRequest changed = open.believing(Belief.of(0.6))
                .postOnly()
                .restUntil(NOON)
                .sendWithin(Duration.ofSeconds(1))
                .reason("because");

        assertThat(open.side()).isEqualTo(Side.BUY);
        assertThat(open.sharesAtLimit()).isEqualTo(Quantity.ofShares(100_000_000));
        assertThat(changed.isSizeOpen() && changed.fillAndKill().isSizeOpen()).isTrue();
        assertThat(BUY.isSizeOpen()).isFalse();
        assertThat(changed.withQuantity(Quantity.ofShares(20)).isSizeOpen()).isFalse();
        assertThat(open.withQuantity(Quantity.ofShares(20))).isEqualTo(BUY);
        assertThat(open).isNotEqualTo(open.withQuantity(open.sharesAtLimit()));
        assertThat(open.believing(Belief.of(Price.parse("0.6")).withConfidence(0.5)))
                .hasToString("BUY open size venue:up @ 0.53 GTC believing 0.6 with confidence 0.5");
    }

    @Test
    void aBeliefStaysWithTheOrderWhateverElseChanges() {
        Belief belief = Belief.of(0.6).withOther(new InstrumentId("venue", "down"), Price.parse("0.3"));

        OrderRequest changed = BUY.believing(belief)
                .withQuantity(Quantity.ofShares(7))
                .fillOrKill()
                .reason("because");

        assertThat(changed.belief()).contains(belief);
        assertThat(BUY.belief()).isEmpty();
        assertThatThrownBy(() -> BUY.believing(Belief.of(0.6).withOther(UP, Price.parse("0.3"))))
                .hasMessageContaining("not another outcome");
    }

    @Test
    void accountsSortBeforeEpochsAndEpochsBeforeNumbers() {
        ClientOrderId first = new ClientOrderId(new AccountId("a"), 9, 9);
        ClientOrderId second = new ClientOrderId(new AccountId("b"), 1, 9);
        ClientOrderId third = new ClientOrderId(new AccountId("b"), 2, 1);

        assertThat(List.of(third, second, first).stream().sorted()).containsExactly(first, second, third);
        assertThatThrownBy(() -> new ClientOrderId(new AccountId("a"), 1, 0)).hasMessageContaining("1, 0");
        assertThatThrownBy(() -> new AccountId("x".repeat(65))).isInstanceOf(IllegalArgumentException.class);
        assertThat(new FillId("t1", 2, new VenueOrderId("0xabc"), LiquidityRole.MAKER))
                .hasToString("t1/2/0xabc/MAKER");
    }

    @Test
    void onlyGoodTilOrdersRest() {
        assertThat(TimeInForce.values())
                .filteredOn(TimeInForce::rests)
                .containsExactly(TimeInForce.GTC, TimeInForce.GTD);
    }
}
