package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.NO;
import static io.ploy.core.portfolio.Given.RAIN;
import static io.ploy.core.portfolio.Given.SNOW;
import static io.ploy.core.portfolio.Given.YES;
import static io.ploy.core.portfolio.Given.at;
import static io.ploy.core.portfolio.Given.fill;
import static io.ploy.core.portfolio.Given.ledger;
import static io.ploy.core.portfolio.Given.operation;
import static io.ploy.core.portfolio.Given.order;
import static io.ploy.core.portfolio.Given.price;
import static io.ploy.core.portfolio.Given.shares;
import static io.ploy.core.portfolio.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Operation.Kind;
import java.math.RoundingMode;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may still be done: sizes that fit, sales that reduce, shares that are free. */
class HeadRoomTest {
    private static final String S = "s";
    private static final long LOT = Quantity.LOT.micros();

    private final PortfolioLedger ledger = ledger();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void theLargestSizeThatFitsIsFoundAndOneLotMoreDoesNotFit(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 400; trial++) {
            PortfolioLedger books = somethingHeld(random);
            Market market = random.nextInt(3) == 0 ? SNOW : RAIN;
            OrderRequest request = anyOrder(random, market, lots(random, 100_000));
            books.reserve(order(9), S, request, market, request.limit());
            Cash marketLimit = Cash.ofMicros(random.nextLong(0, 200_000_000));
            Cash accountLimit = Cash.ofMicros(random.nextLong(0, 300_000_000));
            Cash floor = Cash.ofMicros(random.nextLong(0, 900_000_000));

            Quantity byMarket = books.headRoom().inMarket(order(9), marketLimit);
            Quantity byAccount = books.headRoom().inAccount(order(9), accountLimit);
            Quantity byCash = books.headRoom().inCash(order(9), floor);

            assertLargest(
                    books,
                    request,
                    market,
                    byMarket,
                    () -> books.exposures().market(market.id()).compareTo(marketLimit) <= 0);
            assertLargest(
                    books,
                    request,
                    market,
                    byAccount,
                    () -> books.exposures().account().compareTo(accountLimit) <= 0);
            if (request.side() == Side.BUY) {
                assertLargest(
                        books,
                        request,
                        market,
                        byCash,
                        () -> books.balance().available().compareTo(floor) >= 0);
            } else {
                assertThat(byCash).isEqualTo(request.sharesAtLimit());
            }
        }
    }

    private interface Fits {
        boolean now();
    }

    private static void assertLargest(
            PortfolioLedger books, OrderRequest request, Market market, Quantity found, Fits fits) {
        Quantity size = request.sharesAtLimit();
        assertThat(found).isLessThanOrEqualTo(size);
        if (!found.isZero()) {
            books.reserve(order(9), S, request.withQuantity(found), market);
            assertThat(fits.now()).as("%s of %s fits", found, request).isTrue();
        }
        if (found.isBelow(size)) {
            books.reserve(order(9), S, request.withQuantity(found.plus(Quantity.LOT)), market);
            assertThat(fits.now())
                    .as("a lot more than %s of %s", found, request)
                    .isFalse();
        }
        books.reserve(order(9), S, request, market);
    }

    @Test
    void anOrderThatSpendsFitsByWholeCents() {
        ledger.deposit(usd("100"));
        ledger.reserve(order(1), S, OrderRequest.spend(YES, usd("50"), price("0.30")), RAIN, price("0.30"));

        Quantity fits = ledger.headRoom().inMarket(order(1), usd("20"));

        // A USD spent at .30 costs 1 + .07 × .70; 19.06 cost 19.99394, 19.07 cost 20.00443.
        assertThat(fits).isEqualTo(shares("63.533333"));
        assertThat(ledger.headRoom().inCash(order(1), usd("80"))).isEqualTo(fits);
    }

    @Test
    void nothingFitsWhereTheLimitIsExceededAlreadyEvenInTheOtherState() {
        ledger.hold(S, YES, shares("100"), usd("60"));
        ledger.reserve(order(1), S, OrderRequest.buy(NO, shares("10"), price("0.30")), RAIN);

        assertThat(ledger.headRoom().inMarket(order(1), usd("59"))).isEqualTo(Quantity.ZERO);
        assertThat(ledger.headRoom().inMarket(order(1), usd("60"))).isEqualTo(shares("10"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void aSaleReducesExactlyIfNoPartOfItWouldRaiseTheWorstCase(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int reducing = 0;
        for (int trial = 0; trial < 500; trial++) {
            Quantity yes = lots(random, 3_000);
            Quantity no = random.nextInt(3) == 0 ? Quantity.ZERO : lots(random, 3_000);
            Cash yesCost = cost(random, yes);
            Cash noCost = cost(random, no);
            Quantity sold = Quantity.ofMicros(random.nextLong(1, yes.micros() / LOT + 1) * LOT);
            Price limit = Price.ofMicros(10_000L * random.nextInt(1, 100));
            PortfolioLedger books = held(yes, yesCost, no, noCost);
            Cash before = books.exposures().market(RAIN.id());
            boolean worse = false;
            for (int part = 1; part <= 20; part++) {
                PortfolioLedger after = held(yes, yesCost, no, noCost);
                after.book(
                        S,
                        fill(1, 1, YES, Side.SELL, sold.times(part, 20), limit, Cash.ZERO, SettlementStatus.CONFIRMED));
                worse |= after.exposures().market(RAIN.id()).compareTo(before) > 0;
            }

            books.reserve(order(1), S, OrderRequest.sell(YES, sold, limit), RAIN);

            assertThat(books.headRoom().classify(order(1)) == OrderClass.REDUCING)
                    .isEqualTo(!worse);
            reducing += worse ? 0 : 1;
        }
        assertThat(reducing).as("both kinds were tried").isBetween(50, 450);
    }

    @Test
    void sellingOneLegOfAPairDoesNotReduceAndSellingTheExcessDoes() {
        ledger.hold(S, YES, shares("150"), usd("60"));
        ledger.hold(S, NO, shares("100"), usd("55"));

        ledger.reserve(order(1), S, OrderRequest.sell(YES, shares("50"), price("0.30")), RAIN);
        assertThat(ledger.headRoom().classify(order(1))).isEqualTo(OrderClass.REDUCING);

        ledger.reserve(order(1), S, OrderRequest.sell(YES, shares("100"), price("0.30")), RAIN);
        assertThat(ledger.headRoom().classify(order(1))).isNotEqualTo(OrderClass.REDUCING);
    }

    @Test
    void aSaleOfMoreThanIsFreeDoesNotReduce() {
        ledger.hold(S, YES, shares("10"), usd("5"));
        ledger.reserve(order(1), S, OrderRequest.sell(YES, shares("6"), price("0.30")), RAIN);
        ledger.reserve(order(2), S, OrderRequest.sell(YES, shares("5"), price("0.30")), RAIN);

        assertThat(ledger.headRoom().classify(order(2))).isNotEqualTo(OrderClass.REDUCING);
        assertThat(ledger.headRoom().sellable(order(2))).isEqualTo(shares("4"));
        assertThat(ledger.headRoom().sellable(order(1))).isEqualTo(shares("5"));
    }

    @Test
    void aPurchaseNeverReduces() {
        ledger.hold(S, YES, shares("10"), usd("5"));
        ledger.reserve(order(1), S, OrderRequest.buy(NO, shares("10"), price("0.30")), RAIN);

        assertThat(ledger.headRoom().classify(order(1))).isNotEqualTo(OrderClass.REDUCING);
    }

    @Test
    void aReservationIsReplacedByAnotherOfTheSameOrder() {
        ledger.deposit(usd("100"));
        ledger.reserve(order(1), S, OrderRequest.buy(YES, shares("10"), price("0.50")), RAIN);
        ledger.reserve(
                order(1), S, OrderRequest.buy(YES, shares("4"), price("0.50")).postOnly(), RAIN);

        assertThat(ledger.balance().reserved()).isEqualTo(usd("2"));
        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(usd("2"));
        assertThat(ledger.isReserved(order(1))).isTrue();
        assertThat(ledger.exposures().potentialQuantity(YES)).isEqualTo(shares("4"));

        ledger.release(order(1));
        ledger.release(order(1));
        assertThat(ledger.isReserved(order(1))).isFalse();
        assertThat(ledger.exposures().account()).isEqualTo(Cash.ZERO);
        assertThatThrownBy(() -> ledger.headRoom().classify(order(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anInstrumentOfAnotherMarketIsABrokenPromise() {
        OrderRequest request = OrderRequest.buy(YES, shares("10"), price("0.50"));

        assertThatThrownBy(() -> ledger.reserve(order(1), S, request, SNOW))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnknownFeeIsReservedAsTheHighestThereCanBe() {
        Market unknown = Given.market("unknown", null);

        ledger.reserve(
                order(1), S, OrderRequest.buy(unknown.first().instrument(), shares("10"), price("0.50")), unknown);

        assertThat(ledger.balance().reserved()).isEqualTo(usd("7.5"));
    }

    @Test
    void operationsClaimWhatTheyNeedUntilTheyAreFinal() {
        ledger.deposit(usd("10"));
        ledger.hold(S, YES, shares("5"), usd("2"));
        ledger.hold(S, NO, shares("4"), usd("2"));
        Operation split = operation(1, Kind.SPLIT, RAIN, "8");
        Operation merge = operation(2, Kind.MERGE, RAIN, "3");

        assertThat(ledger.operations().reserve(S, split)).isTrue();
        assertThat(ledger.operations().reserve(S, operation(3, Kind.SPLIT, RAIN, "2.01")))
                .isFalse();
        assertThat(ledger.balance().available()).isEqualTo(usd("2"));
        assertThat(ledger.operations().reserve(S, merge)).isTrue();
        assertThat(ledger.operations().reserve(S, operation(4, Kind.MERGE, RAIN, "1.01")))
                .isFalse();
        assertThat(ledger.operations().reserve("other", operation(5, Kind.MERGE, RAIN, "1")))
                .isFalse();
        assertThat(ledger.sellable(S, NO)).isEqualTo(shares("1"));

        ledger.operations().fail(merge.id());
        ledger.operations().complete(split.id());
        ledger.operations().complete(split.id());
        assertThat(ledger.sellable(S, NO)).isEqualTo(shares("12"));
        assertThat(ledger.balance().settled()).isEqualTo(usd("2"));
        assertThat(ledger.balance().reserved()).isEqualTo(Cash.ZERO);
        assertThat(ledger.position(S, YES).cost()).isEqualTo(usd("6"));
    }

    @Test
    void anOperationInAMarketNeverSeenNeedsTheMarket() {
        ledger.deposit(usd("10"));
        Operation split = operation(1, Kind.SPLIT, SNOW, "8");

        assertThatThrownBy(() -> ledger.operations().reserve(S, split)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.operations().reserve(S, split, List.of(RAIN)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ledger.operations().reserve(S, split, List.of(SNOW))).isTrue();
    }

    @Test
    void aConfirmedPurchaseIsSellableAndAProvisionalOneIsNot() {
        ledger.book(S, fill(1, 1, YES, Side.BUY, "10", "0.50", "0"));
        assertThat(ledger.sellable(S, YES)).isEqualTo(Quantity.ZERO);

        ledger.confirm(at(fill(1, 1, YES, Side.BUY, "10", "0.50", "0"), SettlementStatus.CONFIRMED));
        assertThat(ledger.sellable(S, YES)).isEqualTo(shares("10"));
    }

    /** Why the limit is the worst price of an order for a number of shares, and the lowest that of an order that spends. */
    @Test
    void priceWithFeeRisesWithThePriceUnderEverySchedule() {
        for (int exponent = 0; exponent <= 4; exponent++) {
            for (long rate = 0; rate <= FixedPoint.ONE; rate += 50_000) {
                FeeSchedule fees = new FeeSchedule(rate, exponent, true);
                Quantity many = Quantity.ofShares(1_000);
                long before = 0;
                for (long micros = 1_000; micros < FixedPoint.ONE; micros += 1_000) {
                    Price p = Price.ofMicros(micros);
                    long fee = fees.takerFee(p, many, RoundingMode.CEILING).micros();
                    long all = Cash.notional(p, many, RoundingMode.CEILING).micros() + fee;
                    assertThat(all).isGreaterThanOrEqualTo(before);
                    before = all;
                    if (exponent > 0) {
                        // The fee of what 1,000 USD buy here is at most 1,000 × rate × (1 − price), and a unit.
                        assertThat(fee / 1_000 * FixedPoint.ONE / micros)
                                .isLessThanOrEqualTo(rate * (FixedPoint.ONE - micros) / FixedPoint.ONE + 10_000);
                    }
                }
            }
        }
    }

    private static PortfolioLedger somethingHeld(SplittableRandom random) {
        PortfolioLedger books = ledger();
        books.deposit(usd("1000"));
        long id = 0;
        for (Market market : new Market[] {RAIN, SNOW}) {
            for (InstrumentId instrument : new InstrumentId[] {
                market.first().instrument(), market.second().instrument()
            }) {
                if (random.nextBoolean()) {
                    Quantity held = lots(random, 20_000);
                    books.hold(S, instrument, held, cost(random, held));
                }
                if (random.nextInt(3) == 0) {
                    books.reserve(order(++id), S, anyOrder(random, market, lots(random, 5_000)), market);
                }
            }
        }
        return books;
    }

    private static OrderRequest anyOrder(SplittableRandom random, Market market, Quantity quantity) {
        InstrumentId instrument = random.nextBoolean()
                ? market.first().instrument()
                : market.second().instrument();
        Price limit = Price.ofMicros(1_000L * random.nextInt(1, 1_000));
        OrderRequest request = random.nextBoolean()
                ? OrderRequest.buy(instrument, quantity, limit)
                : OrderRequest.sell(instrument, quantity, limit);
        return random.nextInt(4) == 0 ? request.postOnly() : request;
    }

    private static PortfolioLedger held(Quantity yes, Cash yesCost, Quantity no, Cash noCost) {
        PortfolioLedger books = ledger();
        books.hold(S, YES, yes, yesCost);
        books.hold(S, NO, no, noCost);
        return books;
    }

    private static Cash cost(SplittableRandom random, Quantity quantity) {
        return Cash.ofMicros(quantity.times(random.nextLong(0, 100), 100).micros());
    }

    private static Quantity lots(SplittableRandom random, int most) {
        return Quantity.ofMicros(LOT * random.nextLong(1, most));
    }
}
