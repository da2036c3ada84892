package io.ploy.testkit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.testkit.journal.StalledJournal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A disk that stalls holds new orders back, and nothing else. */
class StalledDiskTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String WORLD = "longdated:questions=1;newer=0;traffic=busy";
    private static final Duration STALL = Duration.ofSeconds(5);

    @Test
    void marketsGoOnCancelsLeaveAndNewOrdersWaitWhileAFlushTakesLong() throws Exception {
        Hands hands = new Hands();
        try (TradingRoom room = new TradingRoom(7, WORLD, List.of(hands))) {
            Order resting = restingOrder(room, hands);
            room.journal().flushesIn(STALL);
            long since = System.nanoTime();
            long books = hands.books();
            Order held = hands.submit(bid(room, "0.03"));
            cancelled(room, hands, resting);
            await().atMost(PATIENCE).until(() -> hands.books() > books);

            assertThat(System.nanoTime() - since).isLessThan(STALL.toNanos());
            assertThat(lifecycle(room, held)).isEqualTo(OrderLifecycle.PENDING_NEW);
            assertThat(room.wire().sent()).hasSize(1);

            await().atMost(PATIENCE).until(() -> lifecycle(room, held) == OrderLifecycle.LIVE);
            assertThat(System.nanoTime() - since).isGreaterThanOrEqualTo(STALL.toNanos());
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(Judge.judge(room)).isEmpty());
        }
    }

    @Test
    void aDiskThatTakesNothingRefusesNewOrdersAndCancelsLeave() throws Exception {
        Hands hands = new Hands();
        AtomicReference<StalledJournal> stalled = new AtomicReference<>();
        try (TradingRoom room = new TradingRoom(7, WORLD, List.of(hands), journal -> {
            stalled.set(new StalledJournal(journal));
            return stalled.get();
        })) {
            Order resting = restingOrder(room, hands);
            stalled.get().stall("no space left");
            Order refused = hands.submit(bid(room, "0.03"));
            cancelled(room, hands, resting);

            assertThat(refused.lifecycle()).isEqualTo(OrderLifecycle.DENIED);
            assertThat(refused.detail()).contains("journal");

            stalled.get().goOn();
            Order next = hands.submit(bid(room, "0.03"));
            await().atMost(PATIENCE).until(() -> lifecycle(room, next) == OrderLifecycle.LIVE);
        }
    }

    private static Order restingOrder(TradingRoom room, Hands hands) throws Exception {
        room.ploy().start();
        await().atMost(PATIENCE)
                .until(() -> hands.isStarted()
                        && hands.act(context -> context.book(outcome(room)).trust() == BookTrust.LIVE));
        Order resting = hands.submit(bid(room, "0.02"));
        await().atMost(PATIENCE).until(() -> lifecycle(room, resting) == OrderLifecycle.LIVE);
        return resting;
    }

    /** I20. */
    private static void cancelled(TradingRoom room, Hands hands, Order order) throws Exception {
        hands.act(context -> {
            context.cancel(order.id());
            return true;
        });
        await().atMost(PATIENCE).until(() -> room.openAtVenue().isEmpty());
        await().atMost(PATIENCE).until(() -> lifecycle(room, order) == OrderLifecycle.CANCELLED);
    }

    private static InstrumentId outcome(TradingRoom room) {
        return room.venue().openMarkets().get(0).market().first().instrument();
    }

    private static OrderRequest bid(TradingRoom room, String price) {
        return OrderRequest.buy(outcome(room), Quantity.ofShares(10), Price.parse(price));
    }

    private static OrderLifecycle lifecycle(TradingRoom room, Order order) {
        Order now = room.order(order.id());
        return now == null ? OrderLifecycle.PENDING_NEW : now.lifecycle();
    }
}
