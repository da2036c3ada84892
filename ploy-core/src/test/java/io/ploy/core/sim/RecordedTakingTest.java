package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static io.ploy.core.sim.SimTesting.market;
import static io.ploy.core.sim.SimTesting.sell;
import static io.ploy.core.sim.SimTesting.spend;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.money.Price;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.VenueOrderId;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RecordedTakingTest extends RecordedScene {
    @Test
    void aTakerGetsDisplayedLevelsAtTheirPricesUpToItsLimit() {
        snapshot(YES, "", "10x0.50 20x0.51 30x0.53");

        VenueOrderId order = send(buy(YES, "100", "0.52").fillAndKill());

        assertThat(log.fills)
                .extracting(fill -> fill.quantity() + " @ " + fill.price())
                .containsExactly("10 @ 0.5", "20 @ 0.51");
        assertThat(log.lines).last().asString().contains("KILLED 30");
        assertThat(filled(order)).isEqualTo(shares(30));
    }

    @Test
    void theLiquidityShareBoundsWhatIsTaken() {
        venueWith(plain().liquidityShare(0.25));
        snapshot(YES, "", "100x0.50");

        VenueOrderId order = send(buy(YES, "100", "0.50").fillAndKill());

        assertThat(filled(order)).isEqualTo(shares(25));
    }

    @Test
    void whatWasTakenIsNotThereAgainUntilMoreIsDisplayedThanWasUsed() {
        snapshot(YES, "", "100x0.50");
        send(buy(YES, "100", "0.50").fillAndKill());

        ask("90", "0.50");
        VenueOrderId same = send(buy(YES, "100", "0.50").fillAndKill());
        ask("120", "0.50");
        VenueOrderId fresh = send(buy(YES, "100", "0.50").fillAndKill());

        assertThat(filled(same)).isEqualTo(shares(0));
        assertThat(filled(fresh)).isEqualTo(shares(30));
    }

    @Test
    void whatWasTakenOfOneOutcomesBookIsGoneFromTheOthers() {
        snapshot(YES, "100x0.40", "100x0.50");
        snapshot(NO, "100x0.50", "100x0.60");
        venue.deposit(ALICE, NO, shares(100));

        VenueOrderId yes = send(buy(YES, "60", "0.50").fillAndKill());
        VenueOrderId no = send(sell(NO, "100", "0.50").fillAndKill());

        assertThat(filled(yes)).isEqualTo(shares(60));
        assertThat(filled(no)).isEqualTo(shares(40));
    }

    @Test
    void aBookRecordedForOneOutcomeServesTheOther() {
        snapshot(YES, "50x0.40", "");

        VenueOrderId order = send(buy(NO, "100", "0.60").fillAndKill());

        assertThat(filled(order)).isEqualTo(shares(50));
        assertThat(log.fills).allMatch(fill -> fill.price().equals(Price.parse("0.60")));
    }

    @Test
    void whereTheTwoViewsDisagreeTheSmallerCounts() {
        snapshot(YES, "", "100x0.50");
        snapshot(NO, "30x0.50", "");

        VenueOrderId order = send(buy(YES, "100", "0.50").fillAndKill());

        assertThat(filled(order)).isEqualTo(shares(30));
    }

    @Test
    void nothingIsTakenFromABookThatCannotBeTrusted() {
        snapshot(YES, "", "100x0.50");
        venue.onMarketEvent(new MarketEvent.BookDistrusted(timeline.now(), YES, BookTrust.STALE, "silence"));

        VenueOrderId blind = send(buy(YES, "10", "0.50").fillAndKill());
        snapshot(YES, "", "100x0.50");
        VenueOrderId healed = send(buy(YES, "10", "0.50").fillAndKill());

        assertThat(filled(blind)).isEqualTo(shares(0));
        assertThat(filled(healed)).isEqualTo(shares(10));
    }

    @Test
    void anOrderMeetsTheBookThatIsThereWhenItArrives() {
        for (int latency : new int[] {0, 100}) {
            venueWith(plain().latency(Duration.ofMillis(latency), Duration.ZERO));
            snapshot(YES, "", "100x0.50");

            VenueOrderId order = send(buy(YES, "10", "0.60").fillAndKill());
            run(Duration.ofMillis(50));
            snapshot(YES, "", "100x0.55");
            run(Duration.ofMillis(50));

            assertThat(log.fills.get(0).price()).isEqualTo(Price.parse(latency == 0 ? "0.50" : "0.55"));
            assertThat(filled(order)).isEqualTo(shares(10));
        }
    }

    @Test
    void answersTakeTheAckLatency() {
        venueWith(plain().latency(Duration.ofMillis(200), Duration.ofMillis(70)));
        snapshot(YES, "", "100x0.50");

        send(buy(YES, "10", "0.40"));
        run(Duration.ofMillis(300));

        assertThat(log.lines).containsExactly("270 LIVE 0");
    }

    @Test
    void theMarketsTakerDelayHoldsACrossingOrder() {
        market = market(
                market.rules().toBuilder().takerDelay(Duration.ofMillis(250)).build());
        venueWith(plain());
        snapshot(YES, "", "100x0.50");

        VenueOrderId order = send(buy(YES, "10", "0.50"));
        gateway.cancel(order);
        run(Duration.ofMillis(249));
        ask("0", "0.50");
        run(Duration.ofMillis(1));

        assertThat(log.lines)
                .containsExactly(
                        "0 DELAYED 0", "0 cancel REFUSED " + VenueText.DELAYED, "250 UNMATCHED 0", "250 OPEN 0");
    }

    @Test
    void fillOrKillAndAmountsToSpendWorkOnTheRecordedBook() {
        snapshot(YES, "", "10x0.50 10x0.60");

        VenueOrderId tooMuch = send(buy(YES, "21", "0.60").fillOrKill());
        VenueOrderId spent = send(spend(YES, "8", "0.60"));

        assertThat(filled(tooMuch)).isEqualTo(shares(0));
        assertThat(filled(spent)).isEqualTo(shares(15));
    }

    @Test
    void aPostOnlyOrderIsRefusedWhereTheDisplayedBookWouldCross() {
        snapshot(YES, "", "10x0.50");

        send(buy(YES, "10", "0.50").postOnly());
        send(buy(YES, "10", "0.49").postOnly());

        assertThat(log.evidence)
                .extracting(OrderEvidence::kind)
                .containsExactly(OrderEvidence.Kind.REFUSED, OrderEvidence.Kind.LIVE);
    }
}
