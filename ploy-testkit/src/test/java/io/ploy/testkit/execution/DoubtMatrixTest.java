package io.ploy.testkit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.Firing;
import io.ploy.testkit.polymarket.scenario.FaultBuilder;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.polymarket.scenario.ScenarioBuilder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** Every way an order's answer, a cancel's answer or an event can be missing, and the state in which the order ends. */
@Tag("matrix")
class DoubtMatrixTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int AT_ONCE = 16;

    /** Takes the cases whose name it matches. */
    private static final String ONLY = System.getProperty("doubts.only", ".*");

    private final List<Case> cases = new ArrayList<>();

    /** What a client wants. */
    private enum Wish {
        REST,
        TAKE,
        FILL,
        REST_AND_CANCEL,
        LEAD_AND_CANCEL
    }

    /** What goes wrong, and how it must end. */
    private record Case(
            String name,
            Wish wish,
            UnaryOperator<ScenarioBuilder> faults,
            OrderLifecycle end,
            @Nullable CloseReason reason,
            int sends) {
        /** One that rests where others trade may be taken at any moment; whether it was, the judge compares. */
        Set<OrderLifecycle> ends() {
            return wish == Wish.FILL && end == OrderLifecycle.LIVE
                    ? Set.of(OrderLifecycle.LIVE, OrderLifecycle.FILLED)
                    : Set.of(end);
        }
    }

    private static Consumer<FaultBuilder> first(String... settings) {
        return fault -> {
            fault.times(1);
            for (int i = 0; i < settings.length; i += 2) {
                fault.with(settings[i], settings[i + 1]);
            }
        };
    }

    private static Consumer<FaultBuilder> order(String... settings) {
        return fault -> first(settings)
                .accept(fault.where("path", "/order").where("method", "POST").where("account", TradingRoom.ACCOUNT));
    }

    private static Consumer<FaultBuilder> cancel(String... settings) {
        return fault -> first(settings)
                .accept(fault.where("path", "/order").where("method", "DELETE").where("account", TradingRoom.ACCOUNT));
    }

    private static UnaryOperator<ScenarioBuilder> inject(Fault fault, Consumer<FaultBuilder> how) {
        return scenario -> scenario.inject(fault, fault.title(), how);
    }

    private void add(
            String name,
            Wish wish,
            UnaryOperator<ScenarioBuilder> faults,
            OrderLifecycle end,
            @Nullable CloseReason reason,
            int sends) {
        cases.add(new Case(name, wish, faults, end, reason, sends));
    }

    private void lostRequests() {
        for (String ending : List.of("CLOSE", "RESET", "SILENCE")) {
            add(
                    "a resting order's request is lost, " + ending,
                    Wish.REST,
                    inject(Fault.F02, order("end", ending)),
                    OrderLifecycle.LIVE,
                    null,
                    2);
        }
        add(
                "a resting order's requests are all lost",
                Wish.REST,
                inject(Fault.F02, fault -> fault.where("path", "/order").where("method", "POST")),
                OrderLifecycle.CANCELLED,
                CloseReason.NOT_FOUND,
                3);
        add(
                "a taking order's request is lost",
                Wish.TAKE,
                inject(Fault.F02, order()),
                OrderLifecycle.CANCELLED,
                CloseReason.NOT_FOUND,
                1);
    }

    private void lostAnswers() {
        for (String cut : List.of("STATUS", "HEADERS", "BODY")) {
            for (String ending : List.of("CLOSE", "RESET", "SILENCE")) {
                add(
                        "a resting order's answer breaks off at " + cut + ", " + ending,
                        Wish.REST,
                        inject(Fault.F01, order("cut", cut, "end", ending)),
                        OrderLifecycle.LIVE,
                        null,
                        1);
            }
        }
        add(
                "a taking order's answer breaks off",
                Wish.TAKE,
                inject(Fault.F01, order("cut", "BODY", "end", "RESET")),
                OrderLifecycle.FILLED,
                null,
                1);
        add(
                "an order is taken and answered with 500",
                Wish.REST,
                inject(Fault.F05, order("created", "true")),
                OrderLifecycle.LIVE,
                null,
                1);
        add(
                "an order is not taken and answered with 500",
                Wish.REST,
                inject(Fault.F05, order("created", "false")),
                OrderLifecycle.LIVE,
                null,
                2);
        add(
                "a taking order is not taken and answered with 500",
                Wish.TAKE,
                inject(Fault.F05, order("created", "false")),
                OrderLifecycle.CANCELLED,
                CloseReason.NOT_FOUND,
                1);
    }

    private void lateAnswers() {
        add(
                "an answer comes long after the deadline",
                Wish.REST,
                inject(Fault.F03, order("hold", "6s", "then", "ACCEPT")),
                OrderLifecycle.LIVE,
                null,
                1);
        add(
                "an order matches before its late answer",
                Wish.TAKE,
                inject(Fault.F03, order("hold", "6s", "then", "ACCEPT")),
                OrderLifecycle.FILLED,
                null,
                1);
        add(
                "an order is taken after it was sent again",
                Wish.REST,
                inject(Fault.F03, order("hold", "12s", "then", "PROCESS_LAST")),
                OrderLifecycle.LIVE,
                null,
                2);
        for (String answer : List.of("SUCCESS", "DUPLICATED", "NO_BALANCE")) {
            add(
                    "the second copy of an order that nobody shows is answered " + answer,
                    Wish.REST,
                    scenario -> scenario.inject(Fault.F01, "cut", order())
                            .inject(Fault.F32, "hidden", fault -> fault.lasting(Duration.ofSeconds(10)))
                            .inject(Fault.F50, "silent", first("length", "10s", "close", "false"))
                            .inject(Fault.F04, "odd", first("answer", answer)),
                    OrderLifecycle.LIVE,
                    null,
                    2);
        }
    }

    private void events() {
        for (String how : List.of("BEFORE_ANSWER", "TRADE_FIRST", "TWICE", "MIXED")) {
            add(
                    "own events come " + how,
                    Wish.TAKE,
                    inject(Fault.F33, fault -> fault.with("how", how)),
                    OrderLifecycle.FILLED,
                    null,
                    1);
        }
        add(
                "own events are lost",
                Wish.TAKE,
                inject(Fault.F50, first("length", "15s", "close", "false")),
                OrderLifecycle.FILLED,
                null,
                1);
        add(
                "a match fails after a long wait",
                Wish.TAKE,
                inject(Fault.F27, first("delay", "6s")),
                OrderLifecycle.FILLED,
                null,
                1);
    }

    private void delays() {
        Map<String, OrderLifecycle> ends = new LinkedHashMap<>();
        ends.put("BOOK", OrderLifecycle.FILLED);
        ends.put("MATCHED", OrderLifecycle.FILLED);
        ends.put("UNMATCHED", OrderLifecycle.LIVE);
        ends.forEach((then, end) -> {
            add(
                    "a delayed order comes to " + then,
                    Wish.FILL,
                    inject(Fault.F14, first("delay", "2s", "then", then)),
                    end,
                    null,
                    1);
            add(
                    "a delayed order comes to " + then + " and nobody tells",
                    Wish.FILL,
                    scenario -> scenario.inject(Fault.F14, "delayed", first("delay", "2s", "then", then))
                            .inject(Fault.F50, "gap", first("length", "20s", "close", "false")),
                    end,
                    null,
                    1);
        });
    }

    private void cancels() {
        add(
                "a cancel's request is lost",
                Wish.REST_AND_CANCEL,
                inject(Fault.F02, cancel()),
                OrderLifecycle.CANCELLED,
                CloseReason.REQUESTED,
                1);
        add(
                "every cancel's request is lost for a while",
                Wish.REST_AND_CANCEL,
                inject(
                        Fault.F02,
                        fault -> fault.where("path", "/order")
                                .where("method", "DELETE")
                                .lasting(Duration.ofSeconds(6))),
                OrderLifecycle.CANCELLED,
                CloseReason.REQUESTED,
                1);
        add(
                "a cancel's answer breaks off",
                Wish.REST_AND_CANCEL,
                inject(Fault.F01, cancel("cut", "BODY")),
                OrderLifecycle.CANCELLED,
                CloseReason.REQUESTED,
                1);
        add(
                "a cancel is answered with 500",
                Wish.REST_AND_CANCEL,
                inject(Fault.F05, cancel()),
                OrderLifecycle.CANCELLED,
                CloseReason.REQUESTED,
                1);
        add(
                "a cancel is acted on and its answer lost",
                Wish.REST_AND_CANCEL,
                inject(Fault.F36, first("how", "ANSWER_LOST")),
                OrderLifecycle.CANCELLED,
                CloseReason.REQUESTED,
                1);
        add(
                "an order matches before its cancel",
                Wish.LEAD_AND_CANCEL,
                inject(Fault.F36, first("how", "MATCHED_FIRST")),
                OrderLifecycle.FILLED,
                null,
                1);
        add(
                "an order matches after its cancel",
                Wish.LEAD_AND_CANCEL,
                inject(Fault.F36, first("how", "FILLED_AFTER", "delay", "1s")),
                OrderLifecycle.FILLED,
                null,
                1);
    }

    @TestFactory
    Stream<DynamicTest> everyDoubtEndsAsItMust() {
        lostRequests();
        lostAnswers();
        lateAnswers();
        events();
        delays();
        cancels();
        ExecutorService rooms = Executors.newFixedThreadPool(AT_ONCE);
        List<DynamicTest> tests = new ArrayList<>();
        cases.removeIf(one -> !one.name().matches(ONLY));
        for (Case one : cases) {
            Future<?> done = rooms.submit(() -> {
                play(one);
                return true;
            });
            tests.add(DynamicTest.dynamicTest(one.name() + ": " + one.end(), done::get));
        }
        rooms.shutdown();
        return tests.stream();
    }

    private static void play(Case one) throws Exception {
        Hands hands = new Hands();
        // Where nobody else trades, an order leads at any price.
        boolean leads = one.wish() == Wish.LEAD_AND_CANCEL;
        String world = "longdated:questions=1;newer=0" + (leads ? ";traffic=none" : "");
        try (TradingRoom room = new TradingRoom(7, world, List.of(hands))) {
            room.ploy().start();
            InstrumentId outcome =
                    room.venue().openMarkets().get(0).market().first().instrument();
            await().atMost(PATIENCE)
                    .until(() -> hands.isStarted() && hands.act(context -> isGood(context.book(outcome), leads)));
            Scenario scenario = one.faults().apply(Scenario.builder("doubt")).build();
            room.venue().play(scenario);

            OrderRequest request = request(one.wish(), hands, outcome);
            Order order = hands.submit(request);
            if (one.wish() == Wish.REST_AND_CANCEL || one.wish() == Wish.LEAD_AND_CANCEL) {
                await("live")
                        .atMost(PATIENCE)
                        .untilAsserted(() -> assertThat(String.valueOf(room.order(order.id())))
                                .contains("LIVE"));
                hands.act(context -> {
                    context.cancel(order.id());
                    return true;
                });
            }
            await(one.name())
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(lifecycle(room, order)).isIn(one.ends()));
            await(one.name())
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(room.venue().faultLog().firings())
                            .extracting(Firing::fault)
                            .containsAll(scenario.faults(1).stream()
                                    .map(FaultSpec::fault)
                                    .toList()));
            // Everything that is still on its way comes now: a late first copy, a late fill, the chain.
            await(one.name())
                    .atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Judge.judge(room)).isEmpty());

            Order end = room.order(order.id());
            assertThat(end.lifecycle()).isIn(one.ends());
            assertThat(end.closeReason().orElse(null)).isEqualTo(one.reason());
            assertThat(room.wire().sent()).hasSize(one.sends());
            assertThat(hands.reservations().wrong()).isEmpty();
        }
    }

    private static boolean isGood(OrderBook book, boolean empty) {
        return book.trust() == BookTrust.LIVE
                && (empty || (book.bestAskMicros() != OrderBook.NONE && book.bestBidMicros() != OrderBook.NONE));
    }

    private static OrderLifecycle lifecycle(TradingRoom room, Order order) {
        Order now = room.order(order.id());
        return now == null ? OrderLifecycle.PENDING_NEW : now.lifecycle();
    }

    private static OrderRequest request(Wish wish, Hands hands, InstrumentId outcome) throws Exception {
        return switch (wish) {
            case REST, REST_AND_CANCEL -> OrderRequest.buy(outcome, Quantity.ofShares(10), Price.parse("0.02"));
            case LEAD_AND_CANCEL -> OrderRequest.buy(outcome, Quantity.ofShares(10), Price.parse("0.40"));
            case TAKE ->
                OrderRequest.buy(outcome, Quantity.ofShares(5), ask(hands, outcome))
                        .fillAndKill();
            case FILL -> OrderRequest.buy(outcome, Quantity.ofShares(5), ask(hands, outcome));
        };
    }

    private static Price ask(Hands hands, InstrumentId outcome) throws Exception {
        return hands.act(context -> Price.ofMicros(context.book(outcome).bestAskMicros()));
    }
}
