package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.BOB;
import static io.ploy.core.sim.SimTesting.MARKET;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static io.ploy.core.sim.SimTesting.draft;
import static io.ploy.core.sim.SimTesting.market;
import static io.ploy.core.sim.SimTesting.sell;
import static io.ploy.core.sim.SimTesting.spend;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRefusedException;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class SimulatedGatewayTest {
    private static final Instant LATE = START.plusSeconds(3600);

    private final Timeline timeline = new Timeline(START);
    private final SimTesting.Log log = new SimTesting.Log();
    private SimulatedExchange exchange = exchange(ExchangeSettings.builder(), market());
    private OrderGateway gateway = started();

    private SimulatedExchange exchange(ExchangeSettings.Builder settings, Market market) {
        SimulatedExchange made = new SimulatedExchange(timeline, settings.build());
        made.list(market);
        made.openAccount(ALICE, Cash.ofUsd(1_000));
        made.openAccount(BOB, Cash.ofUsd(1_000));
        return made;
    }

    private OrderGateway started() {
        OrderGateway made = exchange.gateway(ALICE);
        made.start(log);
        return made;
    }

    private PreparedOrder prepare(long number, OrderRequest request) {
        return gateway.prepare(draft(ALICE, number, request, market()), LATE);
    }

    private void run(long millis) {
        timeline.runUntil(START.plusMillis(millis));
    }

    @Test
    void anOrderTakesItsLatencyAndItsFillsFollowTheAnswerStepByStep() {
        exchange.place(BOB, buy(NO, "10", "0.50"));

        gateway.send(prepare(1, buy(YES, "10", "0.50")));
        run(60_000);

        assertThat(log.lines)
                .containsExactly(
                        "90 MATCHED 10",
                        "90 TAKER BUY 10 @ 0.5 fee 0 MATCHED",
                        "2090 TAKER BUY 10 @ 0.5 fee 0 MINED",
                        "5090 TAKER BUY 10 @ 0.5 fee 0 CONFIRMED");
    }

    @Test
    void aPartlyMatchedOrderIsMatchedThenOpenThenFilledAsMaker() {
        exchange.place(BOB, buy(NO, "10", "0.50"));
        gateway.send(prepare(1, buy(YES, "25", "0.50")));
        run(1_000);

        exchange.place(BOB, buy(NO, "15", "0.50"));
        run(1_100);

        assertThat(log.lines)
                .containsExactly(
                        "90 MATCHED 10",
                        "90 TAKER BUY 10 @ 0.5 fee 0 MATCHED",
                        "90 OPEN 10",
                        "1030 MAKER BUY 15 @ 0.5 fee 0 MATCHED",
                        "1030 MATCHED 25");
    }

    @Test
    void aFailedSettlementIsRetriedThenFailed() {
        exchange = exchange(ExchangeSettings.builder().settlementFailureRate(1), market());
        gateway = started();
        exchange.place(BOB, buy(NO, "10", "0.50"));

        gateway.send(prepare(1, buy(YES, "10", "0.50")));
        run(60_000);

        assertThat(log.lines)
                .endsWith("2090 TAKER BUY 10 @ 0.5 fee 0 RETRYING", "7090 TAKER BUY 10 @ 0.5 fee 0 FAILED");
    }

    @Test
    void theRestOfAPartlyMatchedFillAndKillIsKilled() {
        exchange.place(BOB, buy(NO, "10", "0.50"));

        gateway.send(prepare(1, buy(YES, "25", "0.50").fillAndKill()));
        run(1_000);

        assertThat(log.lines)
                .containsExactly(
                        "90 MATCHED 10",
                        "90 TAKER BUY 10 @ 0.5 fee 0 MATCHED",
                        "90 KILLED 10 " + VenueText.REST_KILLED);
    }

    @Test
    void nothingIsSentAfterItsTime() {
        PreparedOrder order = gateway.prepare(draft(ALICE, 1, buy(YES, "10", "0.50"), market()), START);
        run(1);

        gateway.send(order);
        run(1_000);

        assertThat(log.lines).containsExactly("1 NOT_SENT " + VenueText.LATE);
        assertThat(exchange.openOrders(ALICE)).isEmpty();
    }

    @Test
    void theSameBytesSentTwiceAreOneOrderAndADuplicateAnswer() {
        PreparedOrder order = prepare(1, buy(YES, "10", "0.50"));

        gateway.send(order);
        gateway.send(order);
        run(1_000);
        gateway.cancel(order.venueOrderId());
        run(2_000);
        gateway.send(order);
        run(3_000);

        assertThat(log.lines)
                .containsExactly(
                        "90 LIVE 0",
                        "90 DOUBT order it is invalid. Duplicated.",
                        "1090 CANCELLED 0",
                        "1090 cancel ACCEPTED",
                        "2090 DOUBT order it is invalid. Duplicated.");
        assertThat(exchange.openOrders(ALICE)).isEmpty();
    }

    @Test
    void cancelsOfWhatIsClosedOrUnknownAreRefused() {
        exchange.place(BOB, buy(NO, "10", "0.50"));
        PreparedOrder order = prepare(1, buy(YES, "10", "0.50"));
        gateway.send(order);
        run(100);
        log.lines.clear();

        gateway.cancel(order.venueOrderId());
        gateway.cancel(new VenueOrderId("0xstranger"));
        run(200);

        assertThat(log.lines)
                .containsExactly(
                        "190 cancel REFUSED " + VenueText.ALREADY_CLOSED, "190 cancel REFUSED " + VenueText.NOT_FOUND);
    }

    @Test
    void aLookUpTellsWhatTheVenueKnows() {
        exchange.place(BOB, buy(NO, "10", "0.50"));
        PreparedOrder known = prepare(1, buy(YES, "25", "0.50"));
        PreparedOrder never = prepare(2, buy(YES, "25", "0.50"));
        PreparedOrder onItsWay = prepare(3, buy(YES, "30", "0.40"));
        gateway.send(known);
        run(100);
        log.lines.clear();

        gateway.lookUp(known.venueOrderId(), YES, START);
        gateway.lookUp(never.venueOrderId(), YES, START);
        gateway.lookUp(onItsWay.venueOrderId(), YES, START);
        gateway.send(onItsWay);
        run(1_000);

        assertThat(log.lines)
                .containsExactly(
                        "190 TAKER BUY 10 @ 0.5 fee 0 MATCHED",
                        "190 OPEN 10",
                        "190 looked up since 100: FOUND",
                        "190 looked up since 100: MISSING",
                        "190 looked up since 100: MISSING",
                        "190 LIVE 0");
    }

    @Test
    void aLookUpOfAClosedOrderGivesItsEnd() {
        PreparedOrder order = prepare(1, buy(YES, "25", "0.50"));
        gateway.send(order);
        run(100);
        gateway.cancel(order.venueOrderId());
        run(200);
        log.lines.clear();

        gateway.lookUp(order.venueOrderId(), YES, START);
        run(300);

        assertThat(log.lines).containsExactly("290 CANCELLED 0", "290 looked up since 200: FOUND");
    }

    @Test
    void aSweepTellsEveryOpenOrderAndTheTradesSince() {
        PreparedOrder early = prepare(1, buy(YES, "25", "0.50"));
        gateway.send(early);
        run(100);
        exchange.place(BOB, buy(NO, "25", "0.50"));
        run(500);
        PreparedOrder partly = prepare(2, buy(YES, "20", "0.50"));
        PreparedOrder resting = prepare(3, buy(YES, "30", "0.40"));
        gateway.send(partly);
        gateway.send(resting);
        run(600);
        exchange.place(BOB, buy(NO, "10", "0.50"));
        run(700);
        log.lines.clear();

        gateway.sweep(START.plusMillis(400));
        run(1_000);

        assertThat(log.lines)
                .containsExactly(
                        "790 MAKER BUY 10 @ 0.5 fee 0 MATCHED",
                        "790 MAKER BUY 10 @ 0.5 fee 0 MATCHED",
                        "790 OPEN 10",
                        "790 OPEN 0",
                        "790 swept since 700: 2 open");
        assertThat(log.sweeps).singleElement().satisfies(sweep -> {
            assertThat(sweep.open()).containsExactlyInAnyOrder(partly.venueOrderId(), resting.venueOrderId());
            assertThat(sweep.since()).isEqualTo(START.plusMillis(400));
        });
    }

    @Test
    void cancellingAllClosesEveryOrderOfTheAccountAndAnswersForEach() {
        PreparedOrder first = prepare(1, buy(YES, "25", "0.50"));
        PreparedOrder second = prepare(2, buy(YES, "30", "0.40"));
        gateway.send(first);
        gateway.send(second);
        run(100);
        log.lines.clear();

        gateway.cancelAll();
        run(1_000);

        assertThat(log.lines)
                .containsExactlyInAnyOrder(
                        "190 CANCELLED 0", "190 CANCELLED 0", "190 cancel ACCEPTED", "190 cancel ACCEPTED");
        gateway.sweep(START);
        run(2_000);
        assertThat(log.sweeps)
                .singleElement()
                .satisfies(sweep -> assertThat(sweep.open()).isEmpty());
    }

    @Test
    void theStreamIsThereFromTheStart() {
        assertThat(log.streams).containsExactly(true);
    }

    @Test
    void aClosedGatewayLooksNothingUp() {
        gateway.close();

        gateway.lookUp(new VenueOrderId("0xstranger"), YES, START);
        gateway.sweep(START);
        gateway.cancelAll();
        run(1_000);

        assertThat(log.lines).isEmpty();
    }

    @Test
    void ordersOutliveTheirGatewayAndTheNextOneHearsOfThem() {
        PreparedOrder order = prepare(1, buy(YES, "25", "0.50"));
        gateway.send(order);
        gateway.close();
        run(1_000);
        gateway = started();

        exchange.place(BOB, buy(NO, "25", "0.50"));
        run(1_100);

        assertThat(log.lines).containsExactly("1030 MAKER BUY 25 @ 0.5 fee 0 MATCHED", "1030 MATCHED 25");
    }

    @Test
    void bytesPreparedByOneGatewayCanBeSentByTheNext() {
        OrderRequest request = sell(NO, "12.5", "0.31").postOnly().restUntil(START.plusSeconds(600));
        exchange.depositSets(ALICE, MARKET, Quantity.ofShares(20));
        PreparedOrder order = prepare(1, request);
        gateway.close();
        gateway = started();

        gateway.send(new PreparedOrder(order.id(), order.venueOrderId(), LATE, order.body()));
        run(1_000);

        assertThat(log.evidence).extracting(OrderEvidence::kind).containsExactly(OrderEvidence.Kind.LIVE);
        assertThat(exchange.openOrders(ALICE)).containsExactly(order.venueOrderId());
    }

    @Test
    void theVenueOrderIdDependsOnWhatIsWantedAndOnNothingElse() {
        PreparedOrder one = prepare(1, buy(YES, "10", "0.50"));
        PreparedOrder same = gateway.prepare(draft(ALICE, 1, buy(YES, "10", "0.50"), market()), START);

        assertThat(same.venueOrderId()).isEqualTo(one.venueOrderId());
        assertThat(same.body()).isEqualTo(one.body());
        assertThat(prepare(2, buy(YES, "10", "0.50")).venueOrderId()).isNotEqualTo(one.venueOrderId());
        assertThat(prepare(1, buy(YES, "10", "0.51")).venueOrderId()).isNotEqualTo(one.venueOrderId());
        assertThat(prepare(1, buy(NO, "10", "0.50")).venueOrderId()).isNotEqualTo(one.venueOrderId());
        assertThat(prepare(1, buy(YES, "10", "0.50").fillOrKill()).venueOrderId())
                .isNotEqualTo(one.venueOrderId());
        assertThat(one.venueOrderId().value()).matches("0x[0-9a-f]{64}");
    }

    @Test
    void everyRequestSurvivesItsBody() {
        InstrumentId odd = new InstrumentId("sim", "a \"quoted\\name\" with: colon\tand tab");
        Market market = market().toBuilder().build();
        List<OrderRequest> requests = List.of(
                buy(YES, "10", "0.50"),
                sell(odd, "7.25", "0.01"),
                buy(YES, "10", "0.50").fillAndKill(),
                sell(NO, "10", "0.99").fillOrKill(),
                spend(YES, "12.34", "0.42"),
                spend(YES, "12.34", "0.42").fillOrKill(),
                buy(YES, "10", "0.50").postOnly(),
                buy(YES, "10", "0.50").restUntil(START.plusMillis(123_456)).postOnly());

        for (OrderRequest request : requests) {
            byte[] body = OrderBody.encode(draft(ALICE, 1, request, market));
            assertThat(OrderBody.decode(body)).isEqualTo(request);
        }
        assertThat(new String(prepare(1, spend(YES, "12.34", "0.42")).body(), StandardCharsets.UTF_8))
                .isEqualTo("{\"account\":\"alice\",\"clientOrderId\":\"alice-1-1\",\"attempt\":\"1\",\"salt\":\"7\","
                        + "\"instrument\":\"sim:rain-yes\",\"side\":\"BUY\",\"cash\":\"12.34\",\"limit\":\"0.42\","
                        + "\"timeInForce\":\"FAK\",\"postOnly\":\"false\"}");
    }

    @Test
    void anOrderThatCannotBeMadeExactlyIsRefusedWithTheNearestLegalValue() {
        assertThatThrownBy(() -> prepare(1, buy(YES, "10", "0.505")))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageContaining("0.5 and 0.51");
        assertThatThrownBy(() -> prepare(1, buy(YES, "10.005", "0.50")))
                .isInstanceOf(OrderRefusedException.class)
                .hasMessageEndingWith("10");
        assertThatThrownBy(() -> prepare(1, spend(YES, "10.005", "0.50"))).isInstanceOf(OrderRefusedException.class);
        assertThatThrownBy(() -> gateway.prepare(draft(BOB, 1, buy(YES, "10", "0.50"), market()), LATE))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> gateway.start(log)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDelayedTakerIsToldDelayedThenMatched() {
        TradingRules rules = TradingRules.builder(TickSize.CENT)
                .fees(FeeSchedule.takerRate("0.07"))
                .takerDelay(Duration.ofMillis(250))
                .build();
        exchange = exchange(ExchangeSettings.builder(), market(rules));
        gateway = started();
        exchange.place(BOB, buy(NO, "100", "0.50"));

        gateway.send(prepare(1, buy(YES, "100", "0.50")));
        run(1_000);

        assertThat(log.lines)
                .containsExactly("90 DELAYED 0", "340 MATCHED 100", "340 TAKER BUY 100 @ 0.5 fee 1.75 MATCHED");
    }

    @Test
    void oneTradeMayHitSeveralOwnOrdersAndBothSidesOfOneself() {
        gateway.send(prepare(1, buy(NO, "10", "0.50")));
        gateway.send(prepare(2, buy(NO, "10", "0.50")));
        run(100);
        log.lines.clear();
        gateway.send(prepare(3, buy(YES, "20", "0.50")));
        run(200);

        assertThat(log.fills.stream().map(fill -> fill.id()).distinct()).hasSize(3);
        assertThat(log.fills.stream().map(fill -> fill.id().trade()).distinct()).hasSize(1);
        run(10_000);
        assertThat(exchange.account(ALICE).collateral()).isEqualTo(Cash.ofUsd(980));
    }

    @Test
    void operationsTakeTheirTimeAndAreDoneOnce() {
        List<OperationEvent> moves = new ArrayList<>();
        exchange.settlement(ALICE).start(moves::add);
        Operation split =
                new Operation(new OperationId(ALICE, 1, 1), Operation.Kind.SPLIT, MARKET, Quantity.ofShares(100));
        Operation tooMuch =
                new Operation(new OperationId(ALICE, 1, 2), Operation.Kind.SPLIT, MARKET, Quantity.ofShares(901));

        exchange.settlement(ALICE).execute(split);
        exchange.settlement(ALICE).execute(tooMuch);
        run(1_000);
        Cash meanwhile = exchange.available(ALICE);
        exchange.settlement(ALICE).execute(split);
        run(60_000);

        assertThat(moves)
                .extracting(move -> move.operation().id().number() + " " + move.status() + " " + move.detail())
                .containsExactly("1 SUBMITTED ", "2 FAILED " + VenueText.NO_BALANCE, "1 SUBMITTED ", "1 CONFIRMED ");
        assertThat(meanwhile).isEqualTo(Cash.ofUsd(900));
        assertThat(exchange.account(ALICE).holdings()).containsEntry(NO, Quantity.ofShares(100));
    }

    @Test
    void aReadTakesTheWayThereAndBackAndNamesWhenItBegan() {
        CompletableFuture<AccountSnapshot> answer =
                exchange.accountReader(ALICE).read().toCompletableFuture();

        run(89);
        boolean early = answer.isDone();
        run(90);

        assertThat(early).isFalse();
        assertThat(answer.join().at()).isEqualTo(START);
        assertThat(answer.join().collateral()).isEqualTo(Cash.ofUsd(1_000));
    }

    @Test
    void theDirectoryKnowsEveryListedMarket() {
        Market other = Market.builder(
                        new io.ploy.api.market.MarketId("sim", "snow"),
                        new Outcome("Yes", new InstrumentId("sim", "snow-yes")),
                        new Outcome("No", new InstrumentId("sim", "snow-no")),
                        market().rules())
                .build();
        exchange.list(other);

        assertThat(exchange.directory().openMarkets()).containsExactly(market(), other);
        assertThat(exchange.directory().market(MARKET)).contains(market());
    }
}
