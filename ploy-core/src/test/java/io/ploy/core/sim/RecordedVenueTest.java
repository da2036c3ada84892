package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.MARKET;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static io.ploy.core.sim.SimTesting.draft;
import static io.ploy.core.sim.SimTesting.market;
import static io.ploy.core.sim.SimTesting.sell;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordedVenueTest extends RecordedScene {
    @Test
    void onlyTakersPayTheFee() {
        market = market(TradingRules.builder(TickSize.CENT)
                .fees(FeeSchedule.takerRate("0.07"))
                .build());
        venueWith(plain());
        snapshot(YES, "", "100x0.50");

        send(buy(YES, "100", "0.50"));
        send(buy(YES, "100", "0.40"));
        print(YES, Side.SELL, "100", "0.40");
        run(Duration.ofSeconds(10));

        assertThat(venue.account(ALICE).collateral()).isEqualTo(Cash.parse("908.25"));
        assertThat(venue.account(ALICE).holdings()).containsEntry(YES, shares(200));
    }

    @Test
    void aFillIsMatchedThenMinedThenConfirmed() {
        venueWith(plain().settlement(Duration.ofSeconds(2), Duration.ofSeconds(5)));
        snapshot(YES, "", "100x0.50");

        send(buy(YES, "10", "0.50"));
        run(Duration.ofSeconds(4));
        Cash before = venue.account(ALICE).collateral();
        run(Duration.ofSeconds(1));

        assertThat(log.fills)
                .extracting(FillReport::status)
                .containsExactly(SettlementStatus.MATCHED, SettlementStatus.MINED, SettlementStatus.CONFIRMED);
        assertThat(log.fills).extracting(FillReport::updatedAt).isSorted().doesNotHaveDuplicates();
        assertThat(before).isEqualTo(Cash.ofUsd(1_000));
        assertThat(venue.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(995));
    }

    @Test
    void failuresComeAtTheirRateAndTakeEverythingBack() {
        venueWith(plain().settlementFailureRate(0.3).seed(5));
        snapshot(YES, "", "100000x0.01");

        for (int i = 0; i < 400; i++) {
            send(buy(YES, "100", "0.01"));
        }
        run(Duration.ofSeconds(30));

        long failed = log.fills.stream()
                .filter(fill -> fill.status() == SettlementStatus.FAILED)
                .count();
        assertThat(failed).isBetween(90L, 150L);
        assertThat(venue.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(600 + failed));
    }

    @Test
    void theVenueChecksMoneyAndShares() {
        snapshot(YES, "50x0.40", "100x0.50");

        send(buy(YES, "2001", "0.50"));
        send(sell(YES, "10", "0.40"));

        assertThat(log.evidence).allMatch(said -> said.text().equals(VenueText.NO_BALANCE));
        assertThat(log.evidence).hasSize(2);
    }

    @Test
    void withoutAFeeScheduleNothingIsTaken() {
        market = market(TradingRules.builder(TickSize.CENT).build());
        venueWith(plain());
        snapshot(YES, "", "100x0.50");

        send(buy(YES, "10", "0.50"));

        assertThat(log.lines).containsExactly("0 REFUSED " + VenueText.FEES_UNKNOWN);
    }

    @Test
    void aMarketThatClosesCancelsWhatRests() {
        snapshot(YES, "", "100x0.60");
        send(buy(YES, "50", "0.50"));

        venue.onMarketEvent(new MarketEvent.MarketChanged(
                timeline.now(), market.toBuilder().status(MarketStatus.CLOSED).build()));
        run(Duration.ZERO);
        send(buy(YES, "50", "0.50"));

        assertThat(log.lines)
                .containsExactly(
                        "0 LIVE 0", "0 CANCELLED 0 " + VenueText.MARKET_CLOSED, "0 REFUSED " + VenueText.NOT_READY);
    }

    @Test
    void aMarketEndsWithItsWindowUnlessTheModelLetsItGoOn() {
        market = market.toBuilder()
                .window(new MarketWindow(START, START.plusSeconds(60), "BTC/USD", null, Duration.ZERO))
                .build();
        for (boolean goesOn : new boolean[] {false, true}) {
            Timeline fresh = new Timeline(START);
            RecordedVenue ending = new RecordedVenue(
                    fresh, plain().tradableAfterWindowEnd(goesOn).build());
            ending.list(market);
            ending.openAccount(ALICE, Cash.ofUsd(100));
            SimTesting.Log heard = new SimTesting.Log();
            OrderGateway own = ending.gateway(ALICE);
            own.start(heard);
            own.send(own.prepare(draft(ALICE, 1, buy(YES, "10", "0.50"), market), START.plus(DAY)));

            fresh.runUntil(START.plusSeconds(61));

            assertThat(heard.lines.size()).isEqualTo(goesOn ? 1 : 2);
            assertThat(ending.directory().openMarkets()).hasSize(goesOn ? 1 : 0);
        }
    }

    @Test
    void aCoarserTickCancelsOwnOrdersOffItAndForgetsLevelsOffIt() {
        market = market(
                TradingRules.builder(TickSize.TENTH_CENT).fees(FeeSchedule.FREE).build());
        venueWith(plain());
        snapshot(YES, "", "100x0.605 100x0.61");
        VenueOrderId off = send(buy(YES, "50", "0.505"));

        venue.onMarketEvent(new MarketEvent.TickSizeChanged(timeline.now(), YES, TickSize.CENT));
        run(Duration.ZERO);
        market = venue.directory().market(MARKET).orElseThrow();
        VenueOrderId taker = send(buy(YES, "150", "0.61").fillAndKill());

        assertThat(log.lines).contains("0 CANCELLED 0 " + VenueText.OFF_TICK);
        assertThat(filled(off)).isEqualTo(shares(0));
        assertThat(filled(taker)).isEqualTo(shares(100));
    }

    @Test
    void aResolvedMarketPaysItsSharesOnRedemption() {
        venue.deposit(ALICE, YES, shares(10));
        venue.deposit(ALICE, NO, shares(4));
        List<OperationEvent> moves = new ArrayList<>();
        venue.settlement(ALICE).start(moves::add);

        venue.onMarketEvent(new MarketEvent.MarketResolved(timeline.now(), Resolution.first(MARKET, timeline.now())));
        venue.onMarketEvent(new MarketEvent.MarketResolved(timeline.now(), Resolution.first(MARKET, timeline.now())));
        Operation redeem = new Operation(new OperationId(ALICE, 1, 1), Operation.Kind.REDEEM, MARKET, Quantity.ZERO);
        venue.settlement(ALICE).execute(redeem);
        run(Duration.ofSeconds(10));
        venue.settlement(ALICE).execute(redeem);
        run(Duration.ofSeconds(10));

        assertThat(moves)
                .extracting(OperationEvent::status)
                .containsExactly(Operation.Status.SUBMITTED, Operation.Status.CONFIRMED, Operation.Status.CONFIRMED);
        assertThat(venue.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(1_010));
        assertThat(venue.account(ALICE).holdings()).isEmpty();
    }

    @Test
    void eventsOfMarketsNobodyListedAreLeftAlone() {
        InstrumentId stranger = new InstrumentId("sim", "stranger");

        venue.onMarketEvent(
                new MarketEvent.BookSnapshot(timeline.now(), stranger, TickSize.CENT, List.of(), List.of()));

        assertThat(venue.directory().openMarkets()).hasSize(1);
    }

    @Test
    void theThreeModelsGetMoreGenerousInOrder() {
        List<Quantity> fills = new ArrayList<>();
        for (FillModel model : List.of(FillModel.conservative(), FillModel.base(), FillModel.optimistic())) {
            venue = new RecordedVenue(timeline, model);
            venue.list(market);
            venue.openAccount(ALICE, Cash.ofUsd(1_000));
            gateway = venue.gateway(ALICE);
            gateway.start(log);
            snapshot(YES, "100x0.50", "60x0.60");
            VenueOrderId maker = send(buy(YES, "100", "0.50"));
            run(Duration.ofSeconds(1));
            bid("200", "0.50");
            bid("140", "0.50");
            run(Duration.ofSeconds(3));
            print(YES, Side.SELL, "110", "0.50");
            VenueOrderId taker = send(buy(YES, "60", "0.60").fillAndKill());
            run(Duration.ofSeconds(1));
            fills.add(filled(maker).plus(filled(taker)));
        }

        assertThat(fills).isSorted().doesNotHaveDuplicates();
    }
}
