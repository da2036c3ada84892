package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.OrderEvidence.Kind;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The production connector's look-ups and sweeps while the venue's reads go wrong: nothing that is there is called missing,
 * and nothing is called whole that is not.
 */
@Tag("slow")
class ReadsOnBadDaysTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final VenueOrderId UNKNOWN = new VenueOrderId("0x" + "5e".repeat(32));

    private final PolymarketSimulator venue = PolymarketSimulator.builder()
            .seed(5)
            .world(WorldSpec.parse("longdated:questions=1;newer=0"))
            .start();
    private final PolymarketSession session = PolymarketSession.open(
            venue, venue.account("safe"), venue.openMarkets().get(0).market());
    private final ConnectorTrial trial = session.trial();

    @AfterEach
    void close() {
        session.close();
        venue.close();
    }

    private void inject(Fault fault, String how) {
        venue.inject(fault, fault.title(), with -> {
            with.with("how", how);
            if (how.equals("HANG_THEN_401")) {
                with.with("hang", "0.1");
            }
        });
    }

    private PreparedOrder resting() {
        trial.awaitStream();
        return trial.rest(ConnectionTck.bid(trial));
    }

    private PreparedOrder filled() {
        trial.awaitStream();
        PreparedOrder order = trial.prepare(
                OrderRequest.buy(trial.market().first().instrument(), Quantity.ofShares(6), Price.parse("0.98"))
                        .fillOrKill());
        trial.gateway().send(order);
        trial.awaitKind(order, Kind.MATCHED);
        return order;
    }

    @ParameterizedTest
    @CsvSource({
        "F32, NOTHING, INCOMPLETE",
        "F32, LAG, INCOMPLETE",
        "F39, EMPTY, FOUND",
        "F39, LOOPS, FOUND",
        "F39, HANG_THEN_401, INCOMPLETE"
    })
    void anOrderThatRestsIsNeverMissing(Fault fault, String how, LookUp.Result result) {
        PreparedOrder order = resting();
        inject(fault, how);

        LookUp end = trial.lookUpOnce(order.venueOrderId());

        assertThat(end.result()).as(end.detail()).isEqualTo(result);
        // Where it is found by its name, no list that the fault could empty is read.
        assertThat(result == LookUp.Result.FOUND || venue.faultLog().count(fault.title()) > 0)
                .isTrue();
        venue.stopFaults();
        assertThat(trial.lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.FOUND);
    }

    @ParameterizedTest
    @CsvSource({"F39, EMPTY", "F39, LOOPS", "F39, HANG_THEN_401", "F40, UNSETTLED"})
    void anOrderThatFilledIsNotMissingWithoutItsFills(Fault fault, String how) {
        venue.inject(Fault.F28, "unsettled", with -> {});
        PreparedOrder order = filled();
        inject(fault, how);

        LookUp end = trial.lookUpOnce(order.venueOrderId());

        assertThat(end.result()).as(end.detail()).isEqualTo(LookUp.Result.INCOMPLETE);
        assertThat(venue.faultLog().count(fault.title())).isPositive();
        venue.stopFaults();
        assertThat(trial.lookUp(order.venueOrderId()).result()).isEqualTo(LookUp.Result.MISSING);
        assertThat(trial.legs(order)).as("told before it is called missing").isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"F39, LOOPS", "F39, HANG_THEN_401"})
    void anOrderThatNobodyKnowsIsMissingOnlyWhereAllIsRead(Fault fault, String how) {
        trial.awaitStream();
        inject(fault, how);

        assertThat(trial.lookUpOnce(UNKNOWN).result()).isEqualTo(LookUp.Result.INCOMPLETE);
        venue.stopFaults();
        assertThat(trial.lookUp(UNKNOWN).result()).isEqualTo(LookUp.Result.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"429", "403", "502", "404"})
    void wordsOfTheVenuesEdgeAreNotTheVenues(int status) {
        trial.awaitStream();
        venue.inject(
                Fault.F53,
                "edge",
                with -> with.with("status", String.valueOf(status))
                        .with("retryAfter", "ABSENT")
                        .where("path", "/data/order"));

        assertThat(trial.lookUpOnce(UNKNOWN).result()).isEqualTo(LookUp.Result.INCOMPLETE);
    }

    @Test
    void whileOwnEventsAreLostNothingIsMissing() {
        trial.awaitStream();
        venue.inject(Fault.F50, "gap", with -> with.with("length", "2"));
        venue.inject(Fault.F51, "shut", with -> with.with("status", "503"));
        await().atMost(PATIENCE).until(trial::isStreamGone);

        assertThat(trial.lookUpOnce(UNKNOWN).result()).isEqualTo(LookUp.Result.INCOMPLETE);
        venue.stopFaults();
        trial.awaitStream();
        assertThat(trial.lookUp(UNKNOWN).result()).isEqualTo(LookUp.Result.MISSING);
    }

    @ParameterizedTest
    @CsvSource({"F32, NOTHING", "F32, LAG", "F39, EMPTY", "F39, LOOPS", "F39, HANG_THEN_401"})
    void aSweepThatLeavesOutOrdersIsNotWhole(Fault fault, String how) {
        PreparedOrder order = resting();
        inject(fault, how);

        Sweep end = trial.sweepOnce();

        assertThat(end.complete()).as(end.detail()).isFalse();
        assertThat(end.detail()).isNotEmpty();
        venue.stopFaults();
        assertThat(trial.sweep().open()).containsExactly(order.venueOrderId());
    }

    @ParameterizedTest
    @CsvSource({"F39, EMPTY", "F40, UNSETTLED"})
    void aSweepThatLeavesOutTradesIsNotWhole(Fault fault, String how) {
        venue.inject(Fault.F28, "unsettled", with -> {});
        filled();
        // The stream's word of the trade is what the read is held against.
        await().atMost(PATIENCE).until(() -> trial.sweepOnce().complete());
        inject(fault, how);

        await().atMost(PATIENCE).until(() -> !trial.sweepOnce().complete());
        assertThat(trial.sweepOnce().detail()).contains("trades leave out");
        venue.stopFaults();
        assertThat(trial.sweep().complete()).isTrue();
    }

    @Test
    void withoutAnyFaultBothAreWhole() {
        PreparedOrder resting = resting();
        PreparedOrder filled = filled();

        assertThat(trial.lookUpOnce(resting.venueOrderId()).result()).isEqualTo(LookUp.Result.FOUND);
        assertThat(trial.lookUp(filled.venueOrderId()).result()).isEqualTo(LookUp.Result.MISSING);
        assertThat(trial.sweep().open()).containsExactly(resting.venueOrderId());
        assertThat(trial.legs(filled)).isNotEmpty();
    }
}
