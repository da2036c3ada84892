package io.ploy.core.performance;

import static io.ploy.core.performance.Desk.no;
import static io.ploy.core.performance.Desk.usd;
import static io.ploy.core.performance.Desk.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What holdings count as, case by case. */
class MarksTest {
    private final Desk desk = new Desk();
    private final Market rain = desk.market("rain");

    @BeforeEach
    void begin() {
        desk.ledger.deposit(Cash.ofUsd(1_000));
        desk.performance.begin(desk.now);
    }

    private void assertWorth(String amount) {
        assertThat(desk.account().equity().minus(desk.ledger.balance().economic()))
                .isEqualTo(usd(amount));
    }

    @Test
    void sharesCountAtTheBidsTheyWouldTakeAfterTheFee() {
        Market fees = rain.toBuilder()
                .rules(TradingRules.builder(TickSize.CENT)
                        .fees(FeeSchedule.takerRate("0.07"))
                        .build())
                .build();
        desk.known(fees);
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.quote(yes(rain), "0.50", "60", null);
        desk.books
                .get(yes(rain))
                .set(
                        BookSide.BIDS,
                        Price.parse("0.40").micros(),
                        Quantity.parse("200").micros(),
                        1);

        desk.performance.bookChanged(yes(rain), desk.now);

        // 60 × .50 − 60 × .07 × .25 + 40 × .40 − 40 × .07 × .24
        assertWorth("44.278");
    }

    @Test
    void whatTheBidsDoNotTakeAndWhatNobodyBidsForCountsNothing() {
        desk.buy("ann", yes(rain), "100", "0.50");

        desk.bid(yes(rain), "0.50", "60");
        assertWorth("30");
        desk.bid(yes(rain), "0.50", "0");
        assertWorth("0");
        assertThat(desk.account().bound()).isFalse();
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-50"));
    }

    @Test
    void theLastTrustedMarkCountsForAMinuteAndIsALowerBoundOfNothingAfterIt() {
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.bid(yes(rain), "0.45", "500");
        desk.distrust(yes(rain));
        desk.books.get(yes(rain)).set(BookSide.BIDS, Price.parse("0.30").micros(), 1, 1);

        desk.pass(Duration.ofSeconds(60).minusNanos(1));
        assertWorth("45");
        assertThat(desk.account().bound()).isFalse();
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-5"));
        assertThat(desk.performance.untrustedMarks(desk.now)).containsExactly(yes(rain));

        desk.pass(Duration.ofNanos(1));
        assertWorth("45");
        assertThat(desk.account().economic()).isEqualTo(usd("-5"));
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-50"));
        assertThat(desk.account().bound()).isTrue();
        assertThat(desk.performance.untrustedMarks(desk.now)).containsExactly(yes(rain));
        assertThat(desk.performance.dayLossHeadRoom(PerformanceScope.ACCOUNT, usd("50"), desk.now))
                .isZero();
        assertThat(desk.performance.drawdown(PerformanceScope.ACCOUNT, desk.now))
                .isEqualTo(50_000_000);
        assertThat(desk.account().drawdown()).isEqualTo(usd("5"));

        desk.bid(yes(rain), "0.44", "500");
        assertWorth("44");
        assertThat(desk.account().bound()).isFalse();
        assertThat(desk.performance.untrustedMarks(desk.now)).isEmpty();
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-6"));
    }

    @Test
    void aPartOfAHoldingInAnUntrustedBookCountsInProportion() {
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.bid(yes(rain), "0.45", "50");
        desk.distrust(yes(rain));

        desk.sell("ann", yes(rain), "60", "0.40");

        assertWorth("9");
    }

    @Test
    void whatNeverHadATrustedMarkCountsAtCostAndIsFlaggedAtOnce() {
        desk.buy("ann", yes(rain), "100", "0.50");

        assertWorth("50");
        assertThat(desk.account().bound()).isTrue();
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-50"));
    }

    @Test
    void aMarketWithoutAKnownFeeIsNotMarked() {
        Market without = rain.toBuilder()
                .rules(TradingRules.builder(TickSize.CENT).build())
                .build();
        desk.known(without);
        desk.bid(yes(rain), "0.45", "500");

        desk.buy("ann", yes(rain), "100", "0.50");

        assertThat(desk.performance.untrustedMarks(desk.now)).containsExactly(yes(rain));
    }

    @Test
    void anOldMarkDoesNotCountForSharesBoughtLater() {
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.bid(yes(rain), "0.90", "500");
        desk.sell("ann", yes(rain), "100", "0.90");
        desk.distrust(yes(rain));

        desk.buy("ann", yes(rain), "10", "0.20");

        assertWorth("2");
        assertThat(desk.account().bound()).isTrue();
    }

    @Test
    void resolvedSharesCountTheirPayoutWhateverIsBid() {
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.buy("bob", no(rain), "40", "0.50");
        desk.ledger.expectPayout(rain, Resolution.first(rain.id(), desk.now));

        desk.performance.resolved(rain, desk.now);
        desk.bid(yes(rain), "0.10", "500");
        desk.bid(no(rain), "0.60", "500");

        assertWorth("100");
        assertThat(desk.strategy("bob").economic()).isEqualTo(usd("-20"));
        assertThat(desk.performance.untrustedMarks(desk.now)).isEmpty();
    }

    @Test
    void pairsCountOneAlsoWhereNoBookIsTrusted() {
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.buy("ann", no(rain), "60", "0.45");
        assertThat(desk.account().bound()).isTrue();

        desk.bid(yes(rain), "0.40", "500");
        assertWorth("76");
        desk.buy("ann", no(rain), "40", "0.45");

        assertWorth("100");
        assertThat(desk.account().bound()).isFalse();
    }

    @Test
    void theAccountPairsWhatTwoStrategiesHoldAndTheyDoNot() {
        desk.bid(yes(rain), "0.30", "500");
        desk.bid(no(rain), "0.20", "500");
        desk.buy("ann", yes(rain), "100", "0.50");
        desk.buy("bob", no(rain), "100", "0.45");

        assertWorth("100");
        assertThat(desk.strategy("ann").economic()).isEqualTo(usd("-20"));
        assertThat(desk.strategy("bob").economic()).isEqualTo(usd("-25"));
        Attribution attribution = desk.performance.attribution(desk.now);
        assertThat(attribution.netting()).isEqualTo(usd("50"));
        assertThat(attribution.net()).isEqualTo(usd("5"));
        assertThat(attribution.parts()).extracting(Attribution.Part::strategy).containsExactly("ann", "bob");
    }

    @Test
    void aCompleteSetOfAnExhaustiveEventCountsOne() {
        List<Market> race = desk.event("race", EventStructure.EXCLUSIVE_AND_EXHAUSTIVE, "a", "b", "c");
        for (Market market : race) {
            desk.bid(yes(market), "0.20", "500");
            desk.buy("ann", yes(market), "100", "0.32");
        }

        assertWorth("100");
        desk.buy("ann", yes(race.get(0)), "10", "0.32");
        assertWorth("102");
        desk.sell("ann", yes(race.get(1)), "100", "0.20");
        assertWorth("42");
    }

    @Test
    void aSetWithAWinnerIsNoneAndWithALoserIsOneWithoutIt() {
        List<Market> race = desk.event("race", EventStructure.EXCLUSIVE_AND_EXHAUSTIVE, "a", "b", "c");
        for (Market market : race.subList(0, 2)) {
            desk.bid(yes(market), "0.20", "500");
            desk.buy("ann", yes(market), "100", "0.32");
        }
        assertWorth("40");

        desk.resolve(race.get(2), false);
        assertWorth("100");

        Desk other = new Desk();
        other.ledger.deposit(Cash.ofUsd(1_000));
        other.performance.begin(other.now);
        race = other.event("race", EventStructure.EXCLUSIVE_AND_EXHAUSTIVE, "a", "b", "c");
        for (Market market : race) {
            other.bid(yes(market), "0.20", "500");
            other.buy("ann", yes(market), "100", "0.32");
        }
        other.resolve(race.get(2), true);
        // The winner was paid; the rest is worth what is bid.
        assertThat(other.account().economic()).isEqualTo(usd("44"));
    }

    @Test
    void aSetOfAnEventThatIsNotExhaustiveCountsAtBids() {
        for (Market market : desk.event("race", EventStructure.EXCLUSIVE, "a", "b")) {
            desk.bid(yes(market), "0.20", "500");
            desk.buy("ann", yes(market), "100", "0.32");
        }

        assertWorth("40");
    }

    @Test
    void sharesAgainstOutcomesOfAnExclusiveEventCountAllButOneAtLeast() {
        List<Market> race = desk.event("race", EventStructure.EXCLUSIVE, "a", "b", "c");
        for (Market market : race) {
            desk.bid(no(market), "0.30", "500");
            desk.buy("ann", no(market), "100", "0.70");
        }
        assertWorth("200");

        // 20 more of one: bids for those, 200 for the rest.
        desk.buy("ann", no(race.get(0)), "20", "0.70");
        assertWorth("206");

        for (Market market : race) {
            desk.bid(no(market), "0.80", "500");
        }
        assertWorth("256");
    }

    @Test
    void whatIsCertainOfAnExclusiveEventNeedsNoBook() {
        for (Market market : desk.event("race", EventStructure.EXCLUSIVE, "a", "b", "c")) {
            desk.buy("ann", no(market), "100", "0.70");
        }

        // At cost they count 210, which nobody has bid.
        assertThat(desk.account().lowerBound()).isEqualTo(usd("-10"));
    }

    @Test
    void theHaircutIsTakenOffWhatIsLocked() {
        Desk other = new Desk();
        PerformanceSettings usual = PerformanceSettings.usual();
        other.performance = other.fresh(
                new PerformanceSettings(
                        usual.markGrace(),
                        usual.marksEvery(),
                        50_000,
                        usual.peakStepMicros(),
                        usual.lossWindow(),
                        usual.curvePoints()),
                other.changes);
        other.ledger.deposit(Cash.ofUsd(1_000));
        other.performance.begin(other.now);
        for (Market market : other.event("race", EventStructure.EXCLUSIVE, "a", "b", "c")) {
            other.bid(no(market), "0.30", "500");
            other.buy("ann", no(market), "100", "0.70");
        }

        assertThat(other.account().economic()).isEqualTo(usd("-20"));
    }

    @Test
    void sharesOfAMarketThatBecomesKnownLaterFindTheirPartner() {
        InstrumentId up = new InstrumentId("test", "up");
        InstrumentId down = new InstrumentId("test", "down");
        desk.buy("ann", up, "100", "0.50");
        desk.buy("ann", down, "100", "0.45");
        assertThat(desk.account().bound()).isTrue();

        desk.known(Market.builder(
                        new io.ploy.api.market.MarketId("test", "updown"),
                        new Outcome("Up", up),
                        new Outcome("Down", down),
                        rain.rules())
                .build());
        desk.performance.bookChanged(up, desk.now);
        desk.performance.bookChanged(down, desk.now);

        assertWorth("100");
        assertThat(desk.account().bound()).isFalse();
    }

    @Test
    void anEventThatBecomesKnownLaterCountsFromThenOn() {
        List<Market> race = desk.event("race", EventStructure.INDEPENDENT, "a", "b");
        for (Market market : race) {
            desk.bid(no(market), "0.30", "500");
            desk.buy("ann", no(market), "100", "0.50");
        }
        assertWorth("60");

        race = desk.event("race", EventStructure.EXCLUSIVE, "a", "b");
        desk.performance.eventChanged(race.get(0).event().orElseThrow().id(), desk.now);

        assertWorth("100");
    }
}
