package io.ploy.core.sim;

import static io.ploy.core.sim.SimTesting.ALICE;
import static io.ploy.core.sim.SimTesting.BOB;
import static io.ploy.core.sim.SimTesting.NO;
import static io.ploy.core.sim.SimTesting.START;
import static io.ploy.core.sim.SimTesting.YES;
import static io.ploy.core.sim.SimTesting.buy;
import static io.ploy.core.sim.SimTesting.market;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.ploy.api.money.Cash;
import io.ploy.api.order.VenueOrderId;
import java.lang.ref.WeakReference;
import org.junit.jupiter.api.Test;

class ClosedOrdersTest {
    private final Timeline timeline = new Timeline(START);
    private final SimulatedExchange exchange =
            new SimulatedExchange(timeline, ExchangeSettings.builder().build());

    @Test
    void anOrderThatNobodyAsksForIsNotKeptByThoseThatTradedWithItsCounterparty() {
        exchange.list(market());
        exchange.openAccount(ALICE, Cash.ofUsd(1_000));
        exchange.openAccount(BOB, Cash.ofUsd(1_000));
        VenueOrderId lasting = exchange.place(BOB, buy(NO, "100", "0.45")).order();
        exchange.place(BOB, buy(NO, "20", "0.50"));

        WeakReference<VenueOrderId> first = takeTen();
        // Meets the rest of what the first met, and the order that stays open.
        exchange.place(ALICE, buy(YES, "20", "0.55"));
        timeline.runUntil(START.plusSeconds(60));

        assertThat(exchange.openOrders(BOB)).containsExactly(lasting);
        await().until(() -> {
            System.gc();
            return first.get() == null;
        });
    }

    private WeakReference<VenueOrderId> takeTen() {
        VenueOrderId id = new VenueOrderId("0xfirst");
        assertThat(exchange.place(ALICE, id, buy(YES, "10", "0.50")).matched().micros())
                .isEqualTo(10_000_000);
        return new WeakReference<>(id);
    }
}
