package io.ploy.connectors.polymarket.amount;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.TimeInForce;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every order, with the corners named and the rest from a fixed seed. */
class AmountLawsTest {
    private static final int CASES = 2_000;
    private static final long LOT = 10_000;
    private static final BigInteger CENT_OF_PRODUCT = BigInteger.valueOf(10_000_000_000L);
    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);
    private static final Pattern LEGAL =
            Pattern.compile("nearest legal values? (?:is|are) ([0-9.]+)(?: and ([0-9.]+))?$");

    private final SplittableRandom random = new SplittableRandom(20261125);
    private final OrderAmounts amounts = new OrderAmounts();

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001"})
    void amountsOfSharesAreTheExactProduct(String tickText) {
        TickSize tick = TickSize.parse(tickText);
        for (int i = 0; i < CASES; i++) {
            Price price = tick.price(1 + random.nextInt(tick.count() - 1));
            long shares =
                    (1 + random.nextLong(1L << random.nextInt(1, 50))) * 10_000 % 900_000_000_000_000_000L + 10_000;
            Side side = random.nextBoolean() ? Side.BUY : Side.SELL;

            amounts.set(side, shares(shares), price, TimeInForce.GTC, tick);

            long cash = side == Side.BUY ? amounts.makerMicros() : amounts.takerMicros();
            assertThat(side == Side.BUY ? amounts.takerMicros() : amounts.makerMicros())
                    .isEqualTo(shares);
            assertThat(BigInteger.valueOf(cash).multiply(MILLION)).isEqualTo(times(shares, price.micros()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001"})
    void spendingImpliesThePriceOrLessThanTheFinestTickAboveIt(String tickText) {
        TickSize tick = TickSize.parse(tickText);
        for (int i = 0; i < CASES; i++) {
            Price price = tick.price(1 + random.nextInt(tick.count() - 1));
            long cash = (1 + random.nextLong(1L << random.nextInt(1, 36))) % 40_000_000_000L * 10_000 + 10_000;

            OrderRefusedException refusal =
                    refusal(() -> amounts.set(Side.BUY, spend(cash), price, TimeInForce.FAK, tick));

            long shares = sharesFor(cash, price, tick);
            boolean dear = isDear(cash, shares, price);
            assertThat(refusal != null).isEqualTo(dear);
            if (!dear) {
                assertThat(amounts.makerMicros()).isEqualTo(cash);
                assertThat(amounts.takerMicros()).isEqualTo(shares);
                // Shares at the limit cost no more than the cash, so a level at the limit is crossed.
                assertThat(times(shares, price.micros())).isLessThanOrEqualTo(times(cash, 1_000_000));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001"})
    void sharesBoughtAtOnceAreTakenExactlyWhenTheyCostWholeCents(String tickText) {
        TickSize tick = TickSize.parse(tickText);
        for (int i = 0; i < CASES; i++) {
            Price price = tick.price(1 + random.nextInt(tick.count() - 1));
            long shares = (1 + random.nextLong(1_000)) * (random.nextBoolean() ? 10_000 : 1_000_000);

            OrderRefusedException refusal =
                    refusal(() -> amounts.set(Side.BUY, shares(shares), price, TimeInForce.FOK, tick));

            assertThat(refusal == null).isEqualTo(isLegal(shares, false, price, TimeInForce.FOK, tick));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001"})
    void nearestValuesAreLegalAndNoneLiesBetween(String tickText) {
        TickSize tick = TickSize.parse(tickText);
        for (int i = 0; i < CASES / 4; i++) {
            Price price = tick.price(1 + random.nextInt(tick.count() - 1));
            TimeInForce timeInForce = random.nextBoolean() ? TimeInForce.FAK : TimeInForce.GTC;
            long value = random.nextLong(1, 1L << random.nextInt(4, 26));
            boolean spends = timeInForce == TimeInForce.FAK && random.nextBoolean();

            OrderRefusedException refusal = refusal(() -> set(value, spends, price, timeInForce, tick));

            if (refusal != null) {
                List<Long> legal = nearest(refusal);
                assertThat(legal).isNotEmpty().doesNotContain(value).isSorted();
                legal.forEach(each -> assertThat(refusal(() -> set(each, spends, price, timeInForce, tick)))
                        .as("%s instead of %s", each, value)
                        .isNull());
                long from = legal.get(0) < value ? legal.get(0) : 0;
                long to = legal.get(legal.size() - 1);
                assertThat(LongStream.iterate(from / LOT * LOT + LOT, each -> each < to, each -> each + LOT)
                                .filter(each -> isLegal(each, spends, price, timeInForce, tick)))
                        .as("legal between %s", legal)
                        .isEmpty();
            }
        }
    }

    /** What the rules say of a multiple of 0.01, computed without bounds. */
    private static boolean isLegal(long value, boolean spends, Price price, TimeInForce timeInForce, TickSize tick) {
        return spends
                ? !isDear(value, sharesFor(value, price, tick), price)
                : timeInForce == TimeInForce.GTC
                        || times(value, price.micros()).mod(CENT_OF_PRODUCT).signum() == 0;
    }

    private static long sharesFor(long cash, Price price, TickSize tick) {
        long unit = TickPrecision.of(tick).amountUnitMicros();
        long exact = BigInteger.valueOf(cash)
                .multiply(MILLION)
                .divide(BigInteger.valueOf(price.micros()))
                .longValueExact();
        return exact - exact % unit;
    }

    private static boolean isDear(long cash, long shares, Price price) {
        return times(cash, 1_000_000).compareTo(times(shares, price.micros() + 100)) >= 0;
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.1", "0.01", "0.005", "0.0025", "0.001", "0.0001"})
    void nearestPricesAreLegalAndATickApart(String tickText) {
        TickSize tick = TickSize.parse(tickText);
        for (int i = 0; i < CASES / 4; i++) {
            Price price = Price.ofMicros(random.nextLong(1_000_001));

            OrderRefusedException refusal =
                    refusal(() -> amounts.set(Side.BUY, shares(1_000_000), price, TimeInForce.GTC, tick));

            if (refusal == null) {
                assertThat(tick.admits(price)).isTrue();
            } else {
                List<Long> legal = nearest(refusal);
                assertThat(legal).isNotEmpty().allMatch(each -> tick.admits(Price.ofMicros(each)));
                assertThat(legal).allMatch(each -> Math.abs(each - price.micros()) <= tick.micros());
                boolean inside = price.micros() > tick.lowest().micros()
                        && price.micros() < tick.highest().micros();
                assertThat(legal).hasSize(inside ? 2 : 1);
            }
        }
    }

    private void set(long value, boolean spends, Price price, TimeInForce timeInForce, TickSize tick) {
        amounts.set(Side.BUY, spends ? spend(value) : shares(value), price, timeInForce, tick);
    }

    private static @Nullable OrderRefusedException refusal(ThrowingCallable order) {
        return catchThrowableOfType(OrderRefusedException.class, order);
    }

    private static List<Long> nearest(OrderRefusedException refusal) {
        Matcher matcher = LEGAL.matcher(String.valueOf(refusal.getMessage()));
        assertThat(matcher.find()).as(refusal.getMessage()).isTrue();
        List<Long> values = new ArrayList<>();
        values.add(Quantity.parse(matcher.group(1)).micros());
        if (matcher.group(2) != null) {
            values.add(Quantity.parse(matcher.group(2)).micros());
        }
        return values;
    }

    private static OrderSize shares(long micros) {
        return new OrderSize.Shares(Quantity.ofMicros(micros));
    }

    private static OrderSize spend(long micros) {
        return new OrderSize.Spend(Cash.ofMicros(micros));
    }

    private static BigInteger times(long a, long b) {
        return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
    }
}
