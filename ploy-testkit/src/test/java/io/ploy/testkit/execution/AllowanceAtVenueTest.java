package io.ploy.testkit.execution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What becomes of orders while a wallet has not approved the exchange, over the wire. */
@Tag("matrix")
class AllowanceAtVenueTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PACE = Duration.ofMillis(400);
    private static final String WORLD = "longdated:questions=1;newer=0;traffic=none";
    private static final Quantity HELD = Quantity.ofShares(20);

    private final Hands hands = new Hands();
    private int orders;

    @Test
    void nothingIsSentThatTheExchangeMayNotTakeUntilItMay() throws Exception {
        try (TradingRoom room = new TradingRoom(7, WORLD, List.of(hands))) {
            InstrumentId outcome = market(room).first().instrument();
            room.ploy().start();
            await().atMost(PATIENCE)
                    .until(() -> hands.isStarted()
                            && hands.act(context -> context.book(outcome).trust() == BookTrust.LIVE));
            hands.act(context -> context.split(market(room).id(), HELD));
            await().atMost(PATIENCE)
                    .until(() -> hands.act(
                            context -> context.position(outcome).sellable().equals(HELD)));

            room.venue()
                    .play(Scenario.builder("not approved")
                            .inject(Fault.F18, "approval", fault -> fault.with("link", "APPROVAL"))
                            .build());
            long before = looks(room);
            // The second look at the chain belongs to the second reading, so the engine has heard the first.
            await().atMost(PATIENCE).until(() -> looks(room) >= before + 2);

            Order buy = bid(room);
            assertThat(buy.lifecycle()).isEqualTo(OrderLifecycle.DENIED);
            assertThat(buy.detail()).contains("allowance: the venue's contract 0x", "may take 0 USD");
            Order sell = hands.submit(OrderRequest.sell(outcome, HELD, Price.parse("0.98")));
            assertThat(sell.lifecycle()).isEqualTo(OrderLifecycle.DENIED);
            assertThat(sell.detail()).contains("may not take shares");
            assertThat(room.wire().sent()).isEmpty();

            room.venue().stopFaults();

            AtomicReference<Order> taken = new AtomicReference<>();
            await().atMost(PATIENCE).pollInterval(PACE).until(() -> {
                taken.set(bid(room));
                return taken.get().lifecycle() != OrderLifecycle.DENIED;
            });
            await().atMost(PATIENCE).until(() -> lifecycle(room, taken.get()) == OrderLifecycle.LIVE);
            Order exit = hands.submit(OrderRequest.sell(outcome, HELD, Price.parse("0.97")));
            await().atMost(PATIENCE).until(() -> lifecycle(room, exit) == OrderLifecycle.LIVE);
        }
    }

    /** How often the venue was told to look at the chain for what collateral may be taken. */
    private static long looks(TradingRoom room) {
        return room.venue().log().exchanges().stream()
                .filter(each -> each.request().path().equals("/balance-allowance/update")
                        && each.request().parameter("asset_type").orElse("").equals("COLLATERAL"))
                .count();
    }

    private static Market market(TradingRoom room) {
        return room.venue().openMarkets().get(0).market();
    }

    /** Never the same order twice, so that none is taken for a mistake. */
    private Order bid(TradingRoom room) throws Exception {
        return hands.submit(OrderRequest.buy(
                market(room).first().instrument(), Quantity.ofShares(10 + orders++), Price.parse("0.02")));
    }

    private static OrderLifecycle lifecycle(TradingRoom room, Order order) {
        Order now = room.order(order.id());
        return now == null ? OrderLifecycle.PENDING_NEW : now.lifecycle();
    }
}
