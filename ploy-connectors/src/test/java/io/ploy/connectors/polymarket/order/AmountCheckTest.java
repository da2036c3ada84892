package io.ploy.connectors.polymarket.order;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.connectors.polymarket.amount.OrderAmounts;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AmountCheckTest {
    private static final OrderRequest SPEND = OrderRequest.spend(Examples.YES, Cash.ofUsd(10), Price.parse("0.57"));

    static List<TickSize> ticks() {
        return List.of(
                TickSize.TENTH,
                TickSize.CENT,
                TickSize.HALF_CENT,
                TickSize.QUARTER_CENT,
                TickSize.TENTH_CENT,
                TickSize.HUNDREDTH_CENT);
    }

    @ParameterizedTest
    @MethodSource("ticks")
    void whatIsComputedPassesAndEveryMicroOffIsRefused(TickSize tick) {
        SplittableRandom random = new SplittableRandom(17);
        OrderAmounts amounts = new OrderAmounts();
        for (int i = 0; i < 2_000; i++) {
            OrderRequest request = request(tick, random);
            amounts.set(request, tick);
            long maker = amounts.makerMicros();
            long taker = amounts.takerMicros();

            assertThatCode(() -> AmountCheck.check(request, tick, maker, taker))
                    .as("%s", request)
                    .doesNotThrowAnyException();
            long off = random.nextInt(8) == 0 ? 1 + random.nextLong(maker) : 1;
            refused(request, tick, maker + off, taker, "makerAmount");
            refused(request, tick, maker - off, taker, "makerAmount");
            refused(request, tick, maker, taker + off, "takerAmount");
            refused(request, tick, maker, taker - off, "takerAmount");
        }
    }

    private static OrderRequest request(TickSize tick, SplittableRandom random) {
        Price limit = tick.price(1 + random.nextInt(tick.count() - 1));
        long size = (1 + random.nextLong(random.nextBoolean() ? 1_000 : 1_000_000_000)) * 10_000;
        return switch (random.nextInt(3)) {
            case 0 -> OrderRequest.buy(Examples.YES, Quantity.ofMicros(size), limit);
            case 1 -> OrderRequest.sell(Examples.YES, Quantity.ofMicros(size), limit);
            default -> OrderRequest.spend(Examples.YES, Cash.ofMicros(size + 10_000_000), limit);
        };
    }

    @Test
    void theLargestNumbersAreRefusedAndDoNotOverflow() {
        for (long maker : new long[] {1, 10_000_000, Long.MAX_VALUE}) {
            refused(SPEND, TickSize.CENT, maker, Long.MAX_VALUE, "Amount");
            refused(SPEND, TickSize.CENT, Long.MAX_VALUE, maker, "Amount");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "10000000, 17543900, takerAmount", // rounded up, as was done until September 2026
        "10000000, 17543860, takerAmount", // finer than the tick allows
        "9999999, 17543800, makerAmount",
        "0, 17543800, makerAmount",
        "10000000, -1, takerAmount",
    })
    void anAmountToSpendIsSpentAtTheLimitAndRoundedDown(long maker, long taker, String field) {
        assertThatCode(() -> AmountCheck.check(SPEND, TickSize.CENT, 10_000_000, 17_543_800))
                .doesNotThrowAnyException();

        refused(SPEND, TickSize.CENT, maker, taker, field);
    }

    @Test
    void sharesThatCostMoreThanTheLimitByATickAreRefused() {
        OrderRequest dust = OrderRequest.spend(Examples.YES, Cash.parse("0.01"), Price.parse("0.9"));

        refused(dust, TickSize.TENTH, 10_000, 11_000, "takerAmount");
    }

    @ParameterizedTest
    @CsvSource({"BUY, 0.535", "SELL, 0.005", "BUY, 0.9999"})
    void aLimitBetweenTicksIsRefused(Side side, String price) {
        OrderRequest request = side == Side.BUY
                ? OrderRequest.buy(Examples.YES, Quantity.ofShares(10), Price.parse(price))
                : OrderRequest.sell(Examples.YES, Quantity.ofShares(10), Price.parse(price));

        refused(request, TickSize.CENT, 1, 1, "limit");
    }

    private static void refused(OrderRequest request, TickSize tick, long maker, long taker, String field) {
        assertThatThrownBy(() -> AmountCheck.check(request, tick, maker, taker))
                .as("%s: maker %d, taker %d", request, maker, taker)
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining(field + ":");
    }
}
