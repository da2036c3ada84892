package io.ploy.testkit.polymarket.trading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.VenueFixture;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.order.PostedOrder;
import io.ploy.testkit.polymarket.order.SignedOrder;
import io.ploy.testkit.polymarket.record.Origin;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SignedTermsTest {
    private static final Address MAKER = new Address("0x" + "a1".repeat(20));

    private final VenueFixture venue = new VenueFixture();

    @AfterEach
    void close() {
        venue.close();
    }

    /** What the official client's package makes of prices and sizes. */
    @ParameterizedTest
    @CsvSource(textBlock = """
                    limit, BUY, 0.0001, 0.9078, 57729462138, 63592710000
                    limit, BUY, 0.001, 0.39, 1913562300, 4906570000
                    limit, BUY, 0.0025, 0.585, 21896550, 37430000
                    limit, BUY, 0.005, 0.99, 8776023300, 8864670000
                    limit, BUY, 0.01, 0.02, 1644915400, 82245770000
                    limit, BUY, 0.1, 0.5, 30716965000, 61433930000
                    limit, SELL, 0.0001, 0.2149, 81860000, 17591714
                    limit, SELL, 0.001, 0.895, 152323750000, 136329756250
                    limit, SELL, 0.0025, 0.285, 4054440000, 1155515400
                    limit, SELL, 0.005, 0.185, 87330000, 16156050
                    limit, SELL, 0.01, 0.83, 4324820000, 3589600600
                    limit, SELL, 0.1, 0.2, 1498420000, 299684000
                    market, BUY, 0.0001, 0.3083, 6239880000, 20239636717
                    market, BUY, 0.0001, 0.7381, 75440000, 102208372
                    market, BUY, 0.001, 0.037, 469094950000, 12678241891890
                    market, BUY, 0.001, 0.706, 110125200000, 155984702540
                    market, BUY, 0.0025, 0.615, 69970000, 113772357
                    market, BUY, 0.0025, 0.595, 493124390000, 828780487394
                    market, BUY, 0.005, 0.11, 1700000, 15454540
                    market, BUY, 0.005, 0.27, 1500000, 5555550
                    market, BUY, 0.01, 0.46, 580000, 1260800
                    market, BUY, 0.01, 0.21, 6436210000, 30648619000
                    market, BUY, 0.1, 0.9, 2884260000, 3204733000
                    market, BUY, 0.1, 0.2, 7572140000, 37860700000
                    market, SELL, 0.0001, 0.2599, 800000, 207920
                    market, SELL, 0.0001, 0.7876, 1880000, 1480688
                    market, SELL, 0.001, 0.148, 145356990000, 21512834520
                    market, SELL, 0.001, 0.646, 9683160000, 6255321360
                    market, SELL, 0.0025, 0.2125, 1180000, 250750
                    market, SELL, 0.0025, 0.78, 700000, 546000
                    market, SELL, 0.005, 0.88, 308169950000, 271189556000
                    market, SELL, 0.005, 0.555, 1340000, 743700
                    market, SELL, 0.01, 0.99, 6183590000, 6121754100
                    market, SELL, 0.01, 0.51, 406383810000, 207255743100
                    market, SELL, 0.1, 0.7, 60704870000, 42493409000
                    market, SELL, 0.1, 0.4, 83460000, 33384000
                    """)
    void amountsOfTheOfficialClientGiveBackItsPriceAndSize(
            String kind, Side side, String tick, String price, long maker, long taker) {
        boolean market = kind.equals("market");

        OrderRequest request = request(market ? TimeInForce.FAK : TimeInForce.GTC, side, tick, maker, taker);

        assertThat(request.limit()).isEqualTo(Price.parse(price));
        assertThat(request.side()).isEqualTo(side);
        assertThat(request.size()).isEqualTo(size(market, side, maker, taker));
    }

    private static OrderSize size(boolean market, Side side, long maker, long taker) {
        if (side == Side.SELL) {
            return new OrderSize.Shares(Quantity.ofMicros(maker));
        }
        return market ? new OrderSize.Spend(Cash.ofMicros(maker)) : new OrderSize.Shares(Quantity.ofMicros(taker));
    }

    @Test
    void everyLimitOrderOnTheGridIsReadExactly() {
        SplittableRandom random = new SplittableRandom(11);
        for (String tick : new String[] {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001"}) {
            TickSize step = tick(tick);
            for (int i = 0; i < 300; i++) {
                Price price = step.price(random.nextInt(1, step.count()));
                long shares = random.nextLong(1, 1_000_000_000) * 10_000;
                long money = FixedPoint.mulDiv(shares, price.micros(), FixedPoint.ONE, RoundingMode.UNNECESSARY);

                OrderRequest buy = request(TimeInForce.GTC, Side.BUY, tick, money, shares);
                OrderRequest sell = request(TimeInForce.GTC, Side.SELL, tick, shares, money);

                assertThat(buy).isEqualTo(OrderRequest.buy(buy.instrument(), Quantity.ofMicros(shares), price));
                assertThat(sell).isEqualTo(OrderRequest.sell(buy.instrument(), Quantity.ofMicros(shares), price));
            }
        }
    }

    @Test
    void everyMarketOrderForADollarOrMoreIsReadAtItsPriceWhicheverWayItWasRounded() {
        SplittableRandom random = new SplittableRandom(12);
        for (String tick : new String[] {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001"}) {
            TickSize step = tick(tick);
            int decimals = 2 + new BigDecimal(tick).scale();
            for (int i = 0; i < 300; i++) {
                Price price = step.price(random.nextInt(1, step.count()));
                BigDecimal cash = BigDecimal.valueOf(random.nextLong(100, 1_000_000), 2);
                RoundingMode rounding = random.nextBoolean() ? RoundingMode.DOWN : RoundingMode.UP;
                BigDecimal shares = cash.divide(new BigDecimal(price.toString()), decimals, rounding);

                OrderRequest request = request(TimeInForce.FOK, Side.BUY, tick, micros(cash), micros(shares));

                assertThat(request.limit()).as(cash + " at " + price).isEqualTo(price);
            }
        }
    }

    @Test
    void aMarketOrderBetweenTwoTicksIsRefused() {
        assertThatThrownBy(() -> request(TimeInForce.FAK, Side.BUY, "0.01", 10_000_000, 17_391_300))
                .isInstanceOf(RefusedException.class)
                .hasMessage("order 0x00 is invalid. Price (0.575) breaks minimum tick size rule: 0.01");
        assertThatThrownBy(() -> request(TimeInForce.FAK, Side.SELL, "0.01", 10_000_000, 9_995_000))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("Price (0.9995)");
        assertThatThrownBy(() -> request(TimeInForce.FAK, Side.SELL, "0.01", 10_000_000, 0))
                .isInstanceOf(RefusedException.class)
                .hasMessage("Invalid order payload");
    }

    private static long micros(BigDecimal amount) {
        return amount.movePointRight(6).longValueExact();
    }

    private static TickSize tick(String text) {
        return new TickSize(micros(new BigDecimal(text)));
    }

    private OrderRequest request(TimeInForce timeInForce, Side side, String tick, long maker, long taker) {
        Market before = venue.market.market();
        ListedMarket market = venue.market.with(before.toBuilder()
                .rules(before.rules().toBuilder().tickSize(tick(tick)).build())
                .build());
        SignedOrder order = new SignedOrder(
                BigInteger.ONE,
                MAKER,
                MAKER,
                VenueFixture.YES,
                maker,
                taker,
                side,
                0,
                VenueFixture.START.toEpochMilli(),
                0,
                Origin.NO_BUILDER,
                Origin.NO_BUILDER,
                "0x");
        return SignedTerms.request("0x00", new PostedOrder(order, "", timeInForce, false, false), market);
    }
}
