package io.ploy.core.portfolio;

import static io.ploy.core.portfolio.Given.NO;
import static io.ploy.core.portfolio.Given.NOON;
import static io.ploy.core.portfolio.Given.RAIN;
import static io.ploy.core.portfolio.Given.YES;
import static io.ploy.core.portfolio.Given.ledger;
import static io.ploy.core.portfolio.Given.lookup;
import static io.ploy.core.portfolio.Given.price;
import static io.ploy.core.portfolio.Given.shares;
import static io.ploy.core.portfolio.Given.usd;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.Market;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.core.book.LadderBook;
import org.junit.jupiter.api.Test;

class ValuationTest {
    private static final Marks HALF = (instrument, size) -> size / 2;

    private final PortfolioLedger ledger = ledger();

    @Test
    void sharesCountAtTheirMarkAndCashAsItIs() {
        ledger.deposit(usd("100"));
        ledger.hold("ann", YES, shares("10"), usd("3"));

        Portfolio account = ledger.account(HALF, NOON);

        assertThat(account.at()).isEqualTo(NOON);
        assertThat(account.profitAndLoss().unrealised()).isEqualTo(usd("2"));
        assertThat(account.equity()).isEqualTo(usd("105"));
        assertThat(ledger.account(Marks.NONE, NOON).equity()).isEqualTo(usd("100"));
    }

    @Test
    void pairsCountOneUsdWhateverIsBid() {
        ledger.hold("ann", YES, shares("10"), usd("3"));
        ledger.hold("ann", NO, shares("4"), usd("2"));

        assertThat(ledger.account(Marks.NONE, NOON).profitAndLoss().unrealised())
                .isEqualTo(usd("-1"));
        assertThat(ledger.account(HALF, NOON).profitAndLoss().unrealised()).isEqualTo(usd("2"));
    }

    @Test
    void aStrategyDoesNotPairWithTheSharesOfAnother() {
        ledger.hold("ann", YES, shares("10"), usd("3"));
        ledger.hold("bob", NO, shares("10"), usd("3"));

        assertThat(ledger.portfolio("ann", Marks.NONE, NOON).profitAndLoss().unrealised())
                .isEqualTo(usd("-3"));
        assertThat(ledger.portfolio("bob", Marks.NONE, NOON).positions()).hasSize(1);
        assertThat(ledger.portfolio("eve", Marks.NONE, NOON).positions()).isEmpty();
        assertThat(ledger.account(Marks.NONE, NOON).profitAndLoss().unrealised())
                .isEqualTo(usd("4"));
    }

    @Test
    void positionsComeInTheOrderOfTheirInstruments() {
        ledger.hold("ann", YES, shares("1"), Cash.ZERO);
        ledger.hold("ann", NO, shares("1"), Cash.ZERO);

        assertThat(ledger.account(HALF, NOON).positions())
                .extracting(position -> position.instrument())
                .containsExactly(NO, YES);
    }

    @Test
    void sharesOfAResolvedMarketCountAtTheirPayoutUntilItIsFetched() {
        ledger.hold("ann", YES, shares("10"), usd("3"));
        ledger.hold("ann", NO, shares("4"), usd("1"));

        ledger.expectPayout(RAIN, Resolution.second(RAIN.id(), NOON));

        assertThat(ledger.account(HALF, NOON).profitAndLoss().unrealised()).isEqualTo(Cash.ZERO);
        assertThat(ledger.exposures().market(RAIN.id()))
                .as("nothing can be lost any more but what is lost")
                .isEqualTo(Cash.ZERO);
    }

    @Test
    void booksMarkByWhatTheBidsTakeAfterTheFee() {
        LadderBook book = new LadderBook(YES, TickSize.CENT);
        book.set(BookSide.BIDS, 500_000, 10_000_000, 0);
        book.set(BookSide.BIDS, 400_000, 5_000_000, 0);
        BookMarks marks = new BookMarks(instrument -> instrument.equals(YES) ? book : null, lookup(RAIN));

        // 10 × .5 + 2 × .4 less .07 × (10 × .25 + 2 × .24)
        assertThat(marks.bidNetMicros(YES, 12_000_000)).isEqualTo(5_591_400);
        assertThat(marks.bidNetMicros(YES, 90_000_000)).isEqualTo(6_741_000);
        assertThat(marks.bidNetMicros(NO, 12_000_000)).isZero();
    }

    @Test
    void aMarketWithoutAKnownFeeMarksNothing() {
        Market unknown = Given.market("unknown", null);
        LadderBook book = new LadderBook(unknown.first().instrument(), TickSize.CENT);
        book.set(BookSide.BIDS, price("0.5").micros(), 10_000_000, 0);

        BookMarks marks = new BookMarks(instrument -> book, lookup(unknown));

        assertThat(marks.bidNetMicros(unknown.first().instrument(), 10_000_000)).isZero();
    }
}
