package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.ACCOUNT;
import static io.ploy.core.portfolio.Given.NOON;
import static io.ploy.core.portfolio.Given.at;
import static io.ploy.core.portfolio.Given.fill;
import static io.ploy.core.portfolio.Given.order;
import static io.ploy.core.portfolio.Given.shares;
import static io.ploy.core.portfolio.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.portfolio.Position;
import io.ploy.core.portfolio.CashBook.Account;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No of some markets of an event becomes Yes of the others and cash, with the cost it had. */
class ConversionTest {
    private static final String S = "s";

    private final Market[] markets = four(EventStructure.EXCLUSIVE_AND_EXHAUSTIVE);
    private PortfolioLedger ledger = ledger(markets);
    private long trades;

    private static PortfolioLedger ledger(Market... known) {
        PortfolioLedger made = new PortfolioLedger(ACCOUNT, Given.lookup(known));
        made.deposit(usd("1000"));
        return made;
    }

    private static Market[] four(EventStructure structure) {
        return Stream.of("a", "b", "c", "d")
                .map(name -> Given.market(name, FeeSchedule.takerRate("0.07")).toBuilder()
                        .event(new Event(new EventId("test", "event"), "", structure, 4, List.of()))
                        .build())
                .toArray(Market[]::new);
    }

    private void buyNo(Market market, String quantity, String price, String fee) {
        Fill fill = fill(++trades, trades, market.second().instrument(), Side.BUY, quantity, price, fee);
        ledger.book(S, fill);
        ledger.confirm(at(fill, SettlementStatus.CONFIRMED));
    }

    private Operation convert(Market[] of, int given, String quantity) {
        List<MarketId> ids = Stream.of(of).map(Market::id).toList();
        Conversion conversion = new Conversion(ids.subList(0, given), ids.subList(given, ids.size()));
        return Operation.convert(new OperationId(ACCOUNT, 1, 7), conversion, shares(quantity));
    }

    private void carryOut(Operation operation, Market... of) {
        assertThat(ledger.operations().reserve(S, operation, List.of(of))).isTrue();
        ledger.operations().complete(operation.id());
    }

    private Position yes(int market) {
        return ledger.position(S, markets[market].first().instrument());
    }

    private Position no(int market) {
        return ledger.position(S, markets[market].second().instrument());
    }

    private Cash realised() {
        return ledger.account(Marks.NONE, NOON).profitAndLoss().realised();
    }

    private Cash fees() {
        return ledger.account(Marks.NONE, NOON).profitAndLoss().fees();
    }

    @Test
    void threeOfFourForAllInCostOf206AreTheFourthFor6() {
        buyNo(markets[0], "100", "0.66", "1.5708");
        buyNo(markets[1], "100", "0.68", "1.5232");
        buyNo(markets[2], "100", "0.68", "1.3796");
        assertThat(ledger.balance().settled()).isEqualTo(usd("793.5264"));

        carryOut(convert(markets, 3, "100"), markets);

        assertThat(ledger.balance().settled()).isEqualTo(usd("993.5264"));
        assertThat(yes(3).confirmed()).isEqualTo(shares("100"));
        assertThat(yes(3).cost().plus(yes(3).fees())).isEqualTo(usd("6.4736"));
        assertThat(no(0).isFlat()).isTrue();
        assertThat(no(1).isFlat()).isTrue();
        assertThat(no(2).isFlat()).isTrue();
        assertThat(realised()).isEqualTo(Cash.ZERO);
        assertThat(fees()).isEqualTo(usd("4.4736"));
        assertThat(ledger.exposures().account()).isEqualTo(usd("6.4736"));
        assertThat(balancesToZero()).isTrue();
    }

    private boolean balancesToZero() {
        return Stream.of(Account.values())
                        .mapToLong(account -> ledger.cashBook().balance(account))
                        .sum()
                == 0;
    }

    @Test
    void aPartTakesItsPartOfTheCostToAllThatIsReceived() {
        buyNo(markets[0], "100", "0.80", "0");
        buyNo(markets[1], "50", "0.90", "0");

        carryOut(convert(markets, 2, "50"), markets);

        assertThat(ledger.balance().settled()).isEqualTo(usd("925"));
        assertThat(no(0).confirmed()).isEqualTo(shares("50"));
        assertThat(no(0).cost()).isEqualTo(usd("40"));
        assertThat(yes(2).cost()).isEqualTo(usd("17.5"));
        assertThat(yes(3).cost()).isEqualTo(usd("17.5"));
    }

    @Test
    void whatCostLessThanTheCashIsAProfitAtOnceAndTheRestIsFree() {
        buyNo(markets[0], "100", "0.40", "1");
        buyNo(markets[1], "100", "0.50", "1");

        carryOut(convert(markets, 2, "100"), markets);

        assertThat(yes(2).cost()).isEqualTo(Cash.ZERO);
        assertThat(yes(2).confirmed()).isEqualTo(shares("100"));
        assertThat(realised().minus(fees())).isEqualTo(usd("8"));
    }

    @Test
    void noneLeftToReceiveRealisesAll() {
        for (Market market : markets) {
            buyNo(market, "10", "0.80", "0");
        }

        carryOut(convert(markets, 4, "10"), markets);

        assertThat(ledger.balance().settled()).isEqualTo(usd("998"));
        assertThat(realised()).isEqualTo(usd("-2"));
        assertThat(ledger.exposures().account()).isEqualTo(Cash.ZERO);
    }

    @ParameterizedTest
    @CsvSource({"EXCLUSIVE_AND_EXHAUSTIVE, 0", "EXCLUSIVE, 10"})
    void theWorstCaseStaysAndLosesASetWhereNoneMayComeTrue(EventStructure structure, String worse) {
        Market[] event = four(structure);
        ledger = ledger(event);
        for (Market market : event) {
            ledger.hold(S, market.first().instrument(), shares("10"), usd("2"));
        }
        buyNo(event[0], "10", "0.80", "0");
        assertThat(ledger.exposures().account()).isEqualTo(usd("6"));

        carryOut(convert(event, 1, "10"), event);

        assertThat(ledger.exposures().account()).isEqualTo(usd("6").plus(usd(worse)));
    }

    @Test
    void sharesAreClaimedFromTheRequestOnAndFreeAgainAfterAFailure() {
        buyNo(markets[0], "10", "0.80", "0");
        buyNo(markets[1], "10", "0.80", "0");
        Operation operation = convert(markets, 2, "8");

        assertThat(ledger.operations().reserve(S, operation, List.of(markets))).isTrue();
        assertThat(no(0).sellable()).isEqualTo(shares("2"));
        assertThat(ledger.operations().reserve(S, operation)).as("again").isTrue();
        ledger.operations().fail(operation.id());

        assertThat(no(0).sellable()).isEqualTo(shares("10"));
        ledger.operations().complete(operation.id());
        assertThat(no(0).confirmed()).isEqualTo(shares("10"));
    }

    @Test
    void whatIsNotFinalOrSoldOrAnotherStrategysCannotBeConverted() {
        buyNo(markets[0], "10", "0.80", "0");
        ledger.book(S, fill(50, 50, markets[1].second().instrument(), Side.BUY, "10", "0.80", "0"));
        Operation both = convert(markets, 2, "10");
        assertThat(ledger.operations().reserve(S, both, List.of(markets))).isFalse();

        ledger.reserve(
                order(9),
                S,
                OrderRequest.sell(markets[0].second().instrument(), shares("1"), Given.price("0.8")),
                markets[0]);
        assertThat(ledger.operations().reserve(S, convert(markets, 1, "10"), List.of(markets)))
                .isFalse();
        assertThat(ledger.operations().reserve("other", convert(markets, 1, "5"), List.of(markets)))
                .isFalse();
        assertThat(ledger.operations().reserve(S, convert(markets, 1, "0"), List.of(markets)))
                .isFalse();
        assertThat(ledger.operations().reserve(S, convert(markets, 1, "9"), List.of(markets)))
                .isTrue();
    }

    @Test
    void aFillThatIsUndoneLaterLeavesTheSharesAsADeficit() {
        buyNo(markets[0], "10", "0.80", "0");
        Fill second = fill(++trades, trades, markets[1].second().instrument(), Side.BUY, "10", "0.90", "0");
        ledger.book(S, second);
        ledger.confirm(at(second, SettlementStatus.CONFIRMED));
        carryOut(convert(markets, 2, "10"), markets);
        Cash before = ledger.balance().settled();

        ledger.reverse(at(second, SettlementStatus.FAILED));

        assertThat(ledger.balance().settled()).isEqualTo(before.plus(usd("9")));
        assertThat(yes(2).confirmed()).isEqualTo(shares("10"));
        assertThat(realised()).as("nothing was paid for what left at 9").isEqualTo(usd("9"));
        assertThat(balancesToZero()).isTrue();
    }

    @Test
    void otherMarketsThanTheConversionsAreRefused() {
        Operation operation = convert(markets, 2, "1");

        assertThatThrownBy(() -> ledger.operations().reserve(S, operation, List.of(markets[0])))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> ledger.operations().reserve(S, operation))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no market");
    }

    /** Cash is what came in, and what was made, less fees and what is held cost: whatever was done in whatever order. */
    @Test
    void cashProfitFeesAndCostAgreeAfterEveryStep() {
        for (int seed = 0; seed < 200; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            ledger = ledger(markets);
            long operations = 0;
            for (int step = 0; step < 40; step++) {
                Market market = markets[random.nextInt(4)];
                Quantity some = Quantity.ofMicros(10_000L * random.nextLong(1, 2_000));
                OperationId id = new OperationId(ACCOUNT, 2, ++operations);
                switch (random.nextInt(5)) {
                    case 0 -> buyNo(market, some.toString(), "0.8" + random.nextInt(10), "0.0" + random.nextInt(10));
                    case 1 -> tryOut(new Operation(id, Kind.SPLIT, market.id(), some), market);
                    case 2 -> tryOut(new Operation(id, Kind.MERGE, market.id(), some), market);
                    default -> {
                        List<Market> shuffled = new ArrayList<>(List.of(markets));
                        Collections.shuffle(shuffled, new Random(random.nextLong()));
                        List<MarketId> ids = shuffled.stream().map(Market::id).toList();
                        int given = 1 + random.nextInt(4);
                        Conversion any = new Conversion(ids.subList(0, given), ids.subList(given, 4));
                        tryOut(Operation.convert(id, any, some), shuffled.toArray(Market[]::new));
                    }
                }
                agree();
            }
        }
    }

    private void tryOut(Operation operation, Market... of) {
        if (ledger.operations().reserve(S, operation, List.of(of))) {
            ledger.operations().complete(operation.id());
        }
    }

    private void agree() {
        Cash cost = Stream.of(markets)
                .flatMap(market -> market.outcomes().stream())
                .map(outcome -> ledger.position(S, outcome.instrument()).cost())
                .reduce(Cash.ZERO, Cash::plus);
        assertThat(ledger.balance().settled())
                .isEqualTo(usd("1000").plus(realised()).minus(fees()).minus(cost));
        assertThat(balancesToZero()).isTrue();
        assertThat(ledger.balance().reserved()).isEqualTo(Cash.ZERO);
    }
}
