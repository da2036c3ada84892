package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.ACCOUNT;
import static io.ploy.core.portfolio.Given.NO;
import static io.ploy.core.portfolio.Given.NOON;
import static io.ploy.core.portfolio.Given.RAIN;
import static io.ploy.core.portfolio.Given.SNOW;
import static io.ploy.core.portfolio.Given.YES;
import static io.ploy.core.portfolio.Given.at;
import static io.ploy.core.portfolio.Given.fill;
import static io.ploy.core.portfolio.Given.ledger;
import static io.ploy.core.portfolio.Given.lookup;
import static io.ploy.core.portfolio.Given.market;
import static io.ploy.core.portfolio.Given.operation;
import static io.ploy.core.portfolio.Given.order;
import static io.ploy.core.portfolio.Given.price;
import static io.ploy.core.portfolio.Given.shares;
import static io.ploy.core.portfolio.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Operation.Kind;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.core.portfolio.CashBook.Account;
import org.junit.jupiter.api.Test;

/** The worked examples of the risk guide, with its numbers. */
class WorkedExamplesTest {
    private static final String S = "s";

    private final PortfolioLedger ledger = ledger();
    private long trades;

    @Test
    void example1BothOutcomesNetEachOther() {
        ledger.hold(S, YES, shares("100"), usd("60"));
        ledger.hold(S, NO, shares("80"), usd("28"));

        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(usd("8"));
        assertThat(ledger.exposures().account()).isEqualTo(usd("8"));
    }

    @Test
    void example1bMergingRealisesWhatThePairsHadWon() {
        ledger.hold(S, YES, shares("100"), usd("60"));
        ledger.hold(S, NO, shares("80"), usd("28"));

        run(operation(1, Kind.MERGE, RAIN, "80"), "0.5");

        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(usd("12"));
        assertThat(realised()).isEqualTo(usd("4"));
        assertThat(ledger.position(S, YES).cost()).isEqualTo(usd("12"));
        assertThat(ledger.position(S, NO).isFlat()).isTrue();
        assertThat(ledger.balance().settled()).isEqualTo(usd("80"));
    }

    @Test
    void example6AProvisionalHedgeDoesNotCountAndAConfirmedOneDoes() {
        ledger.hold(S, YES, shares("100"), usd("40"));
        Fill hedge = fill(1, 1, NO, Side.BUY, "100", "0.55", "0");

        ledger.book(S, hedge);
        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(usd("40"));

        ledger.confirm(hedge);
        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(Cash.ZERO);
    }

    @Test
    void example4ALiveSaleCountsOnlyWhereItHurts() {
        ledger.hold(S, YES, shares("100"), usd("40"));
        ledger.hold(S, NO, shares("100"), usd("55"));

        ledger.reserve(
                order(1),
                S,
                OrderRequest.sell(YES, shares("100"), price("0.30")).postOnly(),
                RAIN);

        // +5 in both states; if the sale comes true, 70 are lost where Yes wins.
        assertThat(ledger.exposures().market(RAIN.id())).isEqualTo(usd("65"));
        assertThat(ledger.headRoom().classify(order(1))).isNotEqualTo(OrderClass.REDUCING);
    }

    @Test
    void aReservationHoldsTheLimitWithItsFeeAndShrinksWithEveryFill() {
        Market dear = market("dear", RAIN.rules().fees().orElseThrow());
        InstrumentId yes = dear.first().instrument();
        PortfolioLedger books = new PortfolioLedger(ACCOUNT, lookup(dear));
        books.deposit(usd("100"));

        books.reserve(order(1), S, OrderRequest.buy(yes, shares("100"), price("0.57")), dear);
        assertThat(books.balance().reserved()).isEqualTo(usd("58.7157"));
        assertThat(books.balance().available()).isEqualTo(usd("41.2843"));

        books.book(S, fill(1, 1, yes, Side.BUY, "40", "0.55", "0.693"));
        assertThat(books.balance().reserved()).isEqualTo(usd("35.22942"));
        assertThat(books.balance().provisionalOut()).isEqualTo(usd("22.693"));

        books.release(order(1));
        assertThat(books.balance().reserved()).isEqualTo(Cash.ZERO);
        assertThat(books.balance().available()).isEqualTo(usd("77.307"));
    }

    @Test
    void anOrderThatSpendsReservesTheFeeOfTheLowestPriceItCanFillAt() {
        ledger.reserve(order(1), S, OrderRequest.spend(YES, usd("10"), price("0.50")), RAIN, price("0.40"));
        assertThat(ledger.balance().reserved()).isEqualTo(usd("10.42"));

        ledger.reserve(order(1), S, OrderRequest.spend(YES, usd("10"), price("0.50")), RAIN);
        assertThat(ledger.balance().reserved()).isEqualTo(usd("10.70"));

        ledger.book(S, fill(1, 1, YES, Side.BUY, "10", "0.40", "0.168"));
        assertThat(ledger.balance().reserved()).as("6 are left").isEqualTo(usd("6.42"));
    }

    @Test
    void anOrderForSharesThatDoesNotRestReservesTheFeeOfTheSharesItsCashCanBring() {
        OrderRequest resting = OrderRequest.buy(YES, shares("20"), price("0.50"));

        ledger.reserve(order(1), S, resting.fillAndKill(), RAIN, price("0.40"));
        assertThat(ledger.balance().reserved()).isEqualTo(usd("10.42"));
        ledger.book(S, fill(1, 1, YES, Side.BUY, "25", "0.40", "0.42"));
        assertThat(ledger.balance().reserved()).isEqualTo(Cash.ZERO);

        ledger.reserve(order(2), S, resting.fillOrKill(), RAIN, price("0.50"));
        assertThat(ledger.balance().reserved()).as("no better price").isEqualTo(usd("10.35"));
        ledger.reserve(order(2), S, resting, RAIN, price("0.40"));
        assertThat(ledger.balance().reserved()).as("the rest of it rests").isEqualTo(usd("10.35"));
    }

    @Test
    void aMakerOnlyOrderReservesNoFeeWhereOnlyTakersPay() {
        ledger.reserve(
                order(1), S, OrderRequest.buy(YES, shares("100"), price("0.57")).postOnly(), RAIN);

        assertThat(ledger.balance().reserved()).isEqualTo(usd("57"));
    }

    @Test
    void theWorkedDay() {
        ledger.deposit(usd("1000"));

        buy(YES, "100", "0.35", "1.5925");
        check("963.4075", "100", "35", "0", "0", "0", "1.5925");
        sell(YES, "40", "0.60", "0.672");
        check("986.7355", "60", "21", "0", "0", "10", "2.2645");
        run(operation(1, Kind.SPLIT, RAIN, "50"), "0.61");
        check("936.7355", "110", "51.5", "50", "19.5", "10", "2.2645");
        sell(NO, "30", "0.42", "0.51156");
        check("948.82394", "110", "51.5", "20", "7.8", "10.9", "2.77606");
        run(operation(2, Kind.MERGE, RAIN, "20"), "0.5");
        check("968.82394", "90", "42.136364", "0", "0", "13.736364", "2.77606");
        Cash paid = ledger.resolve(RAIN, Resolution.first(RAIN.id(), NOON));
        check("1058.82394", "0", "0", "0", "0", "61.6", "2.77606");

        assertThat(paid).isEqualTo(usd("90"));
        Portfolio end = ledger.account(Marks.NONE, NOON);
        assertThat(end.profitAndLoss().net()).isEqualTo(usd("58.82394"));
        assertThat(end.equity()).isEqualTo(usd("1058.82394"));
    }

    @Test
    void theWorkedDayAsBookedInDoubleEntry() {
        theWorkedDay();

        assertThat(balance(Account.CASH)).isEqualTo(usd("1058.82394"));
        assertThat(balance(Account.EXTERNAL)).isEqualTo(usd("-1000"));
        assertThat(balance(Account.MARKET)).as("35 paid, 24 and 12.6 received").isEqualTo(usd("-1.6"));
        assertThat(balance(Account.FEES)).isEqualTo(usd("2.77606"));
        assertThat(balance(Account.SETS)).as("50 split, 20 merged").isEqualTo(usd("30"));
        assertThat(balance(Account.PAYOUT)).isEqualTo(usd("-90"));
        assertThat(sumOfAllAccounts()).isEqualTo(Cash.ZERO);
    }

    @Test
    void whatComesAndGoesBesidesTradingIsBookedAgainstWhatItWas() {
        theWorkedDay();

        ledger.move(CashKind.REWARD, usd("1.25"));
        ledger.move(CashKind.REBATE, usd("0.51156"));
        ledger.move(CashKind.GAS, usd("-0.03"));
        ledger.move(CashKind.WITHDRAWAL, usd("-58"));
        ledger.move(CashKind.ADJUSTMENT, usd("-0.5"));
        ledger.move(CashKind.FLOW, usd("0.5"));

        assertThat(ledger.income()).isEqualTo(usd("1.76156"));
        assertThat(ledger.gas()).isEqualTo(usd("0.03"));
        assertThat(ledger.adjustments()).isEqualTo(usd("-0.5"));
        assertThat(balance(Account.EXTERNAL)).isEqualTo(usd("-942.5"));
        assertThat(sumOfAllAccounts()).isEqualTo(Cash.ZERO);
        Cash flows = usd("942.5").plus(ledger.adjustments());
        Cash net = ledger.account(Marks.NONE, NOON)
                .profitAndLoss()
                .net()
                .plus(ledger.income())
                .minus(ledger.gas());
        assertThat(ledger.balance().settled().minus(flows)).isEqualTo(net).isEqualTo(usd("60.55550"));
    }

    private Cash balance(Account account) {
        return Cash.ofMicros(ledger.cashBook().balance(account));
    }

    private Cash sumOfAllAccounts() {
        Cash sum = Cash.ZERO;
        for (Account account : Account.values()) {
            sum = sum.plus(balance(account));
        }
        return sum;
    }

    @Test
    void theWorkedDayByARedemptionInsteadOfAPayout() {
        ledger.deposit(usd("100"));
        buy(YES, "90", "0.50", "1.575");
        Operation redemption = operation(3, Kind.REDEEM, RAIN, "0");

        assertThat(ledger.operations().reserve(S, redemption))
                .as("nothing to redeem yet")
                .isFalse();
        ledger.expectPayout(RAIN, Resolution.first(RAIN.id(), NOON));
        assertThat(ledger.account(Marks.NONE, NOON).equity()).isEqualTo(usd("143.425"));
        assertThat(ledger.balance().settled()).isEqualTo(usd("53.425"));
        run(redemption, "0.5");

        assertThat(ledger.balance().settled()).isEqualTo(usd("143.425"));
        assertThat(ledger.position(S, YES).isFlat()).isTrue();
        assertThat(realised()).isEqualTo(usd("45"));
    }

    @Test
    void marketsDoNotNetEachOther() {
        ledger.hold(S, YES, shares("100"), usd("60"));
        ledger.hold(S, SNOW.second().instrument(), shares("10"), usd("5"));

        assertThat(ledger.exposures().account()).isEqualTo(usd("65"));
    }

    private void buy(InstrumentId what, String quantity, String price, String fee) {
        Fill fill = fill(++trades, trades, what, Side.BUY, quantity, price, fee);
        ledger.book(S, fill);
        ledger.confirm(at(fill, SettlementStatus.CONFIRMED));
    }

    private void sell(InstrumentId what, String quantity, String price, String fee) {
        ledger.book(S, at(fill(++trades, trades, what, Side.SELL, quantity, price, fee), SettlementStatus.CONFIRMED));
    }

    private void run(Operation operation, String firstShare) {
        assertThat(ledger.operations().reserve(S, operation)).isTrue();
        ledger.operations().complete(operation.id(), price(firstShare));
    }

    private Cash realised() {
        return ledger.account(Marks.NONE, NOON).profitAndLoss().realised();
    }

    private void check(
            String cash, String yes, String yesCost, String no, String noCost, String realised, String fees) {
        Position first = ledger.position(S, YES);
        Position second = ledger.position(S, NO);
        assertThat(ledger.balance().settled()).isEqualTo(usd(cash));
        assertThat(first.economic()).isEqualTo(shares(yes));
        assertThat(first.cost()).isEqualTo(usd(yesCost));
        assertThat(second.economic()).isEqualTo(shares(no));
        assertThat(second.cost()).isEqualTo(usd(noCost));
        assertThat(realised()).isEqualTo(usd(realised));
        assertThat(first.fees().plus(second.fees())).isEqualTo(usd(fees));
    }
}
