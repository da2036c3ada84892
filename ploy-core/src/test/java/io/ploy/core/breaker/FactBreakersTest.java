package io.ploy.core.breaker;

import static io.ploy.core.breaker.Heard.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each breaker trips at its boundary, and not one below. */
class FactBreakersTest {
    private final Heard heard = new Heard();
    private final Breakers breakers = new Breakers(BreakerSettings.DEFAULT, 1, heard);

    @Test
    void aLiveMarketWithoutATrustedBookTripsAlone() {
        FeedBreaker feed = breakers.feed();
        feed.onSubscribed("a", at(0));
        feed.onSubscribed("b", at(0));
        feed.onBook("b", true, at(1));
        for (int second = 1; second < 30; second++) {
            breakers.onTime(at(second));
        }
        breakers.onTime(at(29.999));
        assertThat(heard.trips).isEmpty();

        breakers.onTime(at(30));

        assertThat(heard.trip())
                .isEqualTo("feed market:a REDUCE EVIDENCE: time without a trusted book 30 s, limit 30 s");
        breakers.onTime(at(31));
        assertThat(heard.trips).hasSize(1);
    }

    @Test
    void aFeedClearsAfterTenSecondsOfHealth() {
        FeedBreaker feed = breakers.feed();
        feed.onSubscribed("a", at(0));
        breakers.onTime(at(30));
        assertThat(heard.trips).hasSize(1);
        heard.forget();

        feed.onBook("a", true, at(31));
        breakers.onTime(at(40.9));
        assertThat(heard.clears).isEmpty();
        breakers.onTime(at(41));

        assertThat(heard.clears).containsExactly(new Clear("feed", Scope.market("a"), "live for 10 s"));
        feed.onBook("a", false, at(42));
        breakers.onTime(at(72));
        assertThat(heard.trips).hasSize(1);
    }

    @Test
    void aMarketThatIsNotLiveAnyMoreTripsNothing() {
        breakers.feed().onSubscribed("a", at(0));
        breakers.onEnd("a");

        breakers.onTime(at(100));

        assertThat(heard.trips).isEmpty();
    }

    @Test
    void anOrderInDoubtStopsItsMarketUntilNoneIs() {
        UnknownOrderBreaker unknown = breakers.unknownOrders();
        unknown.onUnknown("1", "a", at(0), at(0));
        unknown.onUnknown("2", "a", at(0), at(0));
        assertThat(heard.trips)
                .allMatch(trip -> trip.scope().equals(Scope.market("a")) && trip.recovery() == Recovery.EVIDENCE);

        unknown.onResolved("1");
        assertThat(heard.clears).isEmpty();
        unknown.onResolved("2");

        assertThat(heard.clears).hasSize(1);
        unknown.onNone("a");
        assertThat(heard.clears).hasSize(2);
    }

    @Test
    void fourOrdersInDoubtHaltTheAccountAndThreeDoNot() {
        for (String order : List.of("1", "2", "3")) {
            breakers.unknownOrders().onUnknown(order, "market " + order, at(0), at(0));
        }
        assertThat(heard.trips).noneMatch(trip -> trip.scope().equals(Scope.ACCOUNT));
        heard.forget();

        breakers.unknownOrders().onUnknown("4", "d", at(1), at(1));

        assertThat(heard.trips).anySatisfy(trip -> {
            assertThat(trip.scope()).isEqualTo(Scope.ACCOUNT);
            assertThat(trip.severity()).isEqualTo(Severity.HALT);
            assertThat(trip.recovery()).isEqualTo(Recovery.PERSON);
            assertThat(trip.why()).isEqualTo("orders in doubt 4, limit 3");
        });
    }

    @Test
    void anOrderInDoubtForMoreThanFiveMinutesHaltsTheAccount() {
        breakers.unknownOrders().onUnknown("1", "a", at(0), at(0));
        heard.forget();
        breakers.onTime(at(300));
        assertThat(heard.trips).isEmpty();

        breakers.onTime(at(300.001));

        assertThat(heard.trip())
                .isEqualTo("unknown-order account HALT PERSON: age of an order in doubt 300.001 s, limit 300 s");
    }

    @Test
    void moreThanATenthOfTheLastFiftyLegsStopsTheirMarket() {
        BreakerSettings usual = BreakerSettings.DEFAULT;
        Breakers patient = new Breakers(
                new BreakerSettings(
                        usual.feed(),
                        usual.gateway(),
                        usual.unknownOrder(),
                        new BreakerSettings.Settlement(50, 1_000, 1_000, Duration.ofHours(1)),
                        usual.reject(),
                        usual.loss(),
                        usual.mark(),
                        usual.tradeRate()),
                1,
                heard);
        for (int i = 0; i < 5; i++) {
            patient.settlement().onLeg("a", true, at(i));
        }
        for (int i = 0; i < 45; i++) {
            patient.settlement().onLeg("a", false, at(10));
        }
        patient.settlement().onLeg("a", true, at(11));
        assertThat(heard.trips).as("the first failure left the last fifty").isEmpty();

        patient.settlement().onLeg("a", true, at(12));
        patient.settlement().onLeg("b", true, at(12));
        assertThat(heard.trips).isEmpty();
        for (int i = 0; i < 4; i++) {
            patient.settlement().onLeg("a", true, at(13));
        }

        assertThat(heard.trips.get(0).why()).isEqualTo("failed legs of the last 50 6, limit 5");
        assertThat(heard.trips.get(0).scope()).isEqualTo(Scope.market("a"));
    }

    @Test
    void threeFailedLegsWithinAnHourStopTheAccount() {
        breakers.settlement().onLeg("a", true, at(0));
        breakers.settlement().onLeg("b", true, at(0.001));
        breakers.settlement().onLeg("c", true, at(3_600));
        assertThat(heard.trips).isEmpty();

        breakers.settlement().onLeg("d", true, at(3_600));

        assertThat(heard.trip()).isEqualTo("settlement account REDUCE PERSON: failed legs in 60 min 3, limit 3");
        heard.forget();
        breakers.onReset(Scope.ACCOUNT, SettlementBreaker.NAME);
        breakers.settlement().onLeg("e", true, at(3_601));
        assertThat(heard.trips).isEmpty();
    }

    @Test
    void fiveRefusalsWithinAMinuteStopAStrategyAndFourDoNot() {
        for (int i = 0; i < 4; i++) {
            breakers.onVenueReject("o", "far", false, at(i));
        }
        breakers.onVenueReject("o", "near", false, at(4));
        breakers.onVenueReject("o", "far", true, at(4));
        assertThat(heard.trips).isEmpty();

        breakers.onVenueReject("o", "far", false, at(59.999));

        assertThat(heard.trip())
                .isEqualTo("reject strategy:far REDUCE PERSON: refusals of the venue in 60 s 5, limit 5");
        breakers.onReset(Scope.strategy("far"), RejectBreaker.NAME);
        heard.forget();
        breakers.onVenueReject("o", "far", false, at(59.999));
        assertThat(heard.trips).isEmpty();
    }

    @Test
    void aStrategyThatFailsIsHalted() {
        breakers.strategyFault().onFault("carry", "IllegalStateException: bug");

        Trip trip = heard.trips.get(0);
        assertThat(trip.scope()).isEqualTo(Scope.strategy("carry"));
        assertThat(trip.severity()).isEqualTo(Severity.HALT);
        assertThat(trip.recovery()).isEqualTo(Recovery.PERSON);
        assertThat(trip.why()).contains("IllegalStateException: bug");
    }

    @ParameterizedTest
    @EnumSource(OwnBug.class)
    void aMistakeOfOursHaltsTheStrategy(OwnBug bug) {
        breakers.ownBug().onBug("far", bug, "order main-1-1");

        assertThat(heard.trip())
                .startsWith("own-bug strategy:far HALT PERSON: ")
                .contains("(order main-1-1)");
    }

    @Test
    void aHoldingWithoutAMarkForMoreThanAMinuteStopsItsMarketUntilItHasOne() {
        MarkUnknownBreaker marks = breakers.markUnknown();
        marks.onMark("a", false, at(0));
        marks.onMark("a", false, at(30));
        breakers.onTime(at(60));
        assertThat(heard.trips).isEmpty();

        breakers.onTime(at(60.001));
        breakers.onTime(at(61));

        assertThat(heard.trip())
                .isEqualTo("mark-unknown market:a REDUCE EVIDENCE: time without a mark 60.001 s, limit 60 s");
        marks.onMark("a", true, at(62));
        assertThat(heard.clears)
                .containsExactly(new Clear("mark-unknown", Scope.market("a"), "everything held has a mark"));
    }

    @Test
    void moreThanThreeHundredOrdersInAMinuteTripOnAQuietDay() {
        for (int i = 0; i < 300; i++) {
            breakers.onOrder("o", false, at(i / 10.0));
        }
        assertThat(heard.trips).isEmpty();

        breakers.onOrder("o", false, at(59));

        assertThat(heard.trip()).isEqualTo("trade-rate account REDUCE PERSON: orders in a minute 301, limit 300");
        breakers.onReset(Scope.ACCOUNT, TradeRateBreaker.NAME);
        heard.forget();
        breakers.onOrder("o", false, at(59));
        assertThat(heard.trips).isEmpty();
    }

    @Test
    void aQuoterOfFiveMarketsMayRefreshBothSidesEveryTenSecondsFromTheFirstMinuteOn() {
        for (int round = 0; round < 60; round++) {
            for (int order = 0; order < 10; order++) {
                breakers.onOrder("o", false, at(round * 10));
            }
        }

        assertThat(heard.trips).isEmpty();
    }

    @Test
    void aMinuteIsTheLastSixtySecondsAndNoMinuteOfTheClock() {
        fills(200, 50);
        fills(100, 109);
        assertThat(heard.trips).isEmpty();

        fills(1, 109);

        assertThat(heard.trip()).contains("fills in a minute 301, limit 300");
    }

    @Test
    void whatIsUsualRaisesWhatIsTooMuch() {
        for (int minute = 0; minute < 200; minute++) {
            fills(80, minute * 60);
        }
        fills(400, 200 * 60 + 30);
        assertThat(heard.trips).isEmpty();

        fills(1, 200 * 60 + 30);

        assertThat(heard.trip()).contains("fills in a minute 401, limit 400");
    }

    @Test
    void whatWasUsualTheDayBeforeIsForgotten() {
        for (int minute = 0; minute < 60; minute++) {
            fills(80, minute * 60);
        }

        fills(301, 30 * 3_600);

        assertThat(heard.trip()).contains("fills in a minute 301, limit 300");
    }

    private void fills(int count, int second) {
        for (int i = 0; i < count; i++) {
            breakers.tradeRate().onFill(at(second));
        }
    }
}
