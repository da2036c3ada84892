package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LiquidityRole;
import io.ploy.api.order.VenueOrderId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedQueueTest extends RecordedScene {
    @Test
    void aRestingOrderWaitsBehindAllThatIsDisplayed() {
        snapshot(YES, "100x0.50", "100x0.60");
        VenueOrderId order = send(buy(YES, "50", "0.50"));

        print(YES, Side.SELL, "100", "0.50");
        Quantity afterTheQueue = filled(order);
        print(YES, Side.SELL, "20", "0.50");

        assertThat(afterTheQueue).isEqualTo(shares(0));
        assertThat(filled(order)).isEqualTo(shares(20));
        assertThat(log.fills).allMatch(fill -> fill.id().role() == LiquidityRole.MAKER);
    }

    @Test
    void aTradeOfTheOtherOutcomeMovesTheQueueToo() {
        snapshot(YES, "100x0.50", "100x0.60");
        VenueOrderId order = send(buy(YES, "50", "0.50"));

        print(NO, Side.BUY, "130", "0.50");

        assertThat(filled(order)).isEqualTo(shares(30));
    }

    @Test
    void aTradeOnTheOtherSideOfTheBookDoesNotMoveTheQueue() {
        snapshot(YES, "", "100x0.60");
        VenueOrderId order = send(buy(YES, "50", "0.50"));

        print(YES, Side.BUY, "100", "0.50");

        assertThat(filled(order)).isEqualTo(shares(0));
    }

    @Test
    void aTradeThroughThePriceFillsAtOurPriceUpToItsShare() {
        for (double share : new double[] {1, 0.5}) {
            venueWith(plain().tradeShare(share));
            snapshot(YES, "100x0.50", "100x0.60");
            VenueOrderId order = send(buy(YES, "50", "0.50"));

            print(YES, Side.SELL, "40", "0.49");

            assertThat(filled(order)).isEqualTo(shares(Math.round(40 * share)));
            assertThat(log.fills.get(0).price()).isEqualTo(Price.parse("0.50"));
        }
    }

    @Test
    void oneTradeFillsTwoOwnOrdersNoMoreThanItsSize() {
        snapshot(YES, "", "100x0.60");
        VenueOrderId better = send(buy(YES, "30", "0.51"));
        VenueOrderId worse = send(buy(YES, "30", "0.50"));

        print(YES, Side.SELL, "40", "0.49");

        assertThat(filled(better)).isEqualTo(shares(30));
        assertThat(filled(worse)).isEqualTo(shares(10));
    }

    @Test
    void whatFilledAnOwnOrderDoesNotMoveTheNextOneForward() {
        snapshot(YES, "", "100x0.60");
        VenueOrderId first = send(buy(YES, "20", "0.50"));
        bid("100", "0.50");
        VenueOrderId second = send(buy(YES, "20", "0.50"));

        print(YES, Side.SELL, "110", "0.50");
        print(YES, Side.SELL, "15", "0.50");

        assertThat(filled(first)).isEqualTo(shares(20));
        assertThat(filled(second)).isEqualTo(shares(5));
    }

    @Test
    void cancelsMoveTheQueueByTheirAssumedShare() {
        for (double ahead : new double[] {0, 0.5, 1}) {
            venueWith(plain().cancelsAhead(ahead));
            snapshot(YES, "100x0.50", "100x0.60");
            VenueOrderId order = send(buy(YES, "50", "0.50"));
            bid("300", "0.50");
            bid("260", "0.50");
            run(Duration.ofSeconds(3));

            print(YES, Side.SELL, "100", "0.50");

            assertThat(filled(order)).isEqualTo(shares(Math.round(40 * ahead)));
        }
    }

    @Test
    void aheadOfUsIsNeverMoreThanIsDisplayed() {
        snapshot(YES, "100x0.50", "100x0.60");
        VenueOrderId order = send(buy(YES, "50", "0.50"));

        bid("10", "0.50");
        run(Duration.ofSeconds(3));
        print(YES, Side.SELL, "25", "0.50");

        assertThat(filled(order)).isEqualTo(shares(15));
    }

    @Test
    void theBookChangeOfATradeAndItsPrintMoveTheQueueOnceInEitherOrder() {
        for (boolean bookFirst : new boolean[] {true, false}) {
            venueWith(plain().cancelsAhead(1));
            snapshot(YES, "100x0.50", "100x0.60");
            VenueOrderId order = send(buy(YES, "50", "0.50"));

            for (int i = 0; i < 2; i++) {
                if (bookFirst == (i == 0)) {
                    bid("60", "0.50");
                } else {
                    print(YES, Side.SELL, "40", "0.50");
                }
            }
            print(YES, Side.SELL, "70", "0.50");

            assertThat(filled(order)).isEqualTo(shares(10));
        }
    }

    @Test
    void aTradeExplainsADisappearanceOnlyWithinTheWindow() {
        for (int window : new int[] {1, 10}) {
            venueWith(plain().printWindow(Duration.ofSeconds(window)));
            snapshot(YES, "100x0.50", "100x0.60");
            VenueOrderId order = send(buy(YES, "50", "0.50"));

            bid("0", "0.50");
            run(Duration.ofSeconds(3));
            print(YES, Side.SELL, "50", "0.50");

            assertThat(filled(order)).isEqualTo(shares(window == 1 ? 50 : 0));
        }
    }

    @Test
    void aDisplayedOrderThatCrossesOursFillsUsAtOurPriceOnce() {
        for (double share : new double[] {1, 0.5}) {
            venueWith(plain().liquidityShare(share));
            snapshot(YES, "", "100x0.60");
            VenueOrderId order = send(buy(YES, "50", "0.50"));

            ask("30", "0.49");
            ask("30", "0.49");
            run(Duration.ZERO);

            assertThat(filled(order)).isEqualTo(shares(Math.round(30 * share)));
            assertThat(log.fills.get(0).price()).isEqualTo(Price.parse("0.50"));
            assertThat(log.fills.get(0).id().role()).isEqualTo(LiquidityRole.MAKER);
        }
    }

    @Test
    void withoutTradesSizeThatLeavesTheBestLevelCountsAsTradedWhereTheModelSaysSo() {
        for (boolean required : new boolean[] {true, false}) {
            venueWith(plain().tradesRequired(required));
            snapshot(YES, "100x0.50 100x0.49", "100x0.60");
            VenueOrderId best = send(buy(YES, "50", "0.50"));
            VenueOrderId behind = send(buy(YES, "50", "0.49"));
            bid("120", "0.50");

            bid("10", "0.50");
            bid("40", "0.49");
            run(Duration.ZERO);

            assertThat(filled(best)).isEqualTo(shares(required ? 0 : 10));
            assertThat(filled(behind)).isEqualTo(shares(0));
        }
    }

    @Test
    void aCancelTakesItsTimeAndATradeMeanwhileFills() {
        for (int latency : new int[] {0, 250}) {
            venueWith(plain().cancelLatency(Duration.ofMillis(latency)));
            snapshot(YES, "", "100x0.60");
            VenueOrderId order = send(buy(YES, "50", "0.50"));

            gateway.cancel(order);
            run(Duration.ofMillis(100));
            print(YES, Side.SELL, "10", "0.50");
            run(Duration.ofMillis(200));

            assertThat(filled(order)).isEqualTo(shares(latency == 0 ? 0 : 10));
            assertThat(log.lines).last().asString().endsWith("cancel ACCEPTED");
        }
    }
}
