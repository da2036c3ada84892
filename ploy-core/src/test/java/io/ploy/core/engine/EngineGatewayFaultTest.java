package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.RiskReason;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.sim.ExchangeSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connector is somebody else's code: what it throws must cost neither an order nor the strategy that asked for it. */
class EngineGatewayFaultTest {
    private final OrderGateway gateway = mock();
    private final List<OrderEvent> events = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anOrderThatCannotBePreparedIsDeniedWhateverWasThrown(boolean threads) {
        when(gateway.prepare(any(), any())).thenThrow(new NullPointerException("planted"));

        try (Ploy ploy = run(threads)) {
            assertThat(events).singleElement().isInstanceOfSatisfying(OrderEvent.Denied.class, denied -> {
                assertThat(denied.reason()).isEqualTo(RiskReason.CANNOT_PREPARE);
                assertThat(denied.order().detail()).contains("planted");
            });
            assertThat(ploy.stoppedStrategies()).isEmpty();
            assertThat(ploy.portfolio().balance().reserved()).isEqualTo(Cash.ZERO);
        }
    }

    @Test
    void anOrderWhoseSendThrewIsInDoubtAndStaysReserved() {
        when(gateway.prepare(any(), any())).thenAnswer(call -> {
            OrderDraft draft = call.getArgument(0);
            Instant until = call.getArgument(1);
            return new PreparedOrder(draft.id(), new VenueOrderId("order-1"), until, new byte[] {1});
        });
        doThrow(new NullPointerException("planted")).when(gateway).send(any());

        try (Ploy ploy = run(false)) {
            assertThat(ploy.openOrders()).singleElement().satisfies(order -> {
                assertThat(order.lifecycle()).isEqualTo(OrderLifecycle.UNKNOWN);
                assertThat(order.detail()).contains("planted");
            });
            assertThat(ploy.portfolio().balance().reserved()).isGreaterThan(Cash.ZERO);
        }
    }

    private Ploy run(boolean threads) {
        Room room = new Room(5, ExchangeSettings.usual(), new InMemoryJournal());
        Ploy.Builder builder = Ploy.builder(Room.ACCOUNT, gateway)
                .feed(room.exchange.feed())
                .openingCash(Room.CASH)
                .strategy(new OneOrder(), Map.of())
                .listener(new EngineListener() {
                    @Override
                    public void onOrder(OrderEvent event) {
                        events.add(event);
                    }
                });
        Ploy ploy = (threads ? builder.timelineWithThreads(room.timeline) : builder.timeline(room.timeline)).build();
        ploy.start();
        room.run(ploy, Duration.ofSeconds(5));
        return ploy;
    }

    private static final class OneOrder implements StrategyFactory {
        @Override
        public String name() {
            return "one-order";
        }

        @Override
        public Strategy create(StrategyContext context) {
            return new Strategy() {
                private boolean done;

                @Override
                public void onBook(OrderBook book) {
                    if (!done) {
                        done = true;
                        context.submit(OrderRequest.buy(book.instrument(), Quantity.ofShares(10), Price.parse("0.02")));
                    }
                }
            };
        }
    }
}
