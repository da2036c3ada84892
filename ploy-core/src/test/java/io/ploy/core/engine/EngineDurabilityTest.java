package io.ploy.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.event.EngineListener;
import io.ploy.api.market.BookLevel;
import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.GatewayListener;
import io.ploy.api.order.OrderDraft;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderEvidence;
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
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.sim.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No order leaves before it is durable, and none leaves that should not leave any more. */
class EngineDurabilityTest {
    private static final Instant START = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstrumentId UP = new InstrumentId("test", "up");
    private static final InstrumentId DOWN = new InstrumentId("test", "down");
    private static final Market MARKET = Market.builder(
                    new MarketId("test", "market"),
                    new Outcome("Up", UP),
                    new Outcome("Down", DOWN),
                    TradingRules.builder(TickSize.CENT)
                            .fees(FeeSchedule.takerRate("0.07"))
                            .build())
            .build();

    private final Timeline timeline = new Timeline(START);
    private final SlowJournal journal = new SlowJournal();
    private final RecordingGateway gateway = new RecordingGateway();
    private final List<OrderEvent> events = new ArrayList<>();
    private Ploy ploy;

    @BeforeEach
    void anOrderIsSubmittedWhileTheDiskIsSlow() {
        ploy = Ploy.builder(new AccountId("test"), gateway)
                .openingCash(Cash.ofUsd(100))
                .journal(journal)
                .timeline(timeline)
                .strategy(new OneOrder(), Map.of())
                .listener(new EngineListener() {
                    @Override
                    public void onOrder(OrderEvent event) {
                        events.add(event);
                    }
                })
                .build();
        ploy.start();
        ploy.onMarketEvent(new MarketEvent.MarketChanged(START, MARKET));
        journal.hold();
        ploy.onMarketEvent(new MarketEvent.BookSnapshot(
                START,
                UP,
                TickSize.CENT,
                List.of(new BookLevel(Price.parse("0.40"), Quantity.ofShares(100))),
                List.of(new BookLevel(Price.parse("0.42"), Quantity.ofShares(100)))));
    }

    @AfterEach
    void stop() {
        journal.release();
        ploy.close();
    }

    @Test
    void nothingIsSentBeforeTheOrderIsDurable() {
        assertThat(gateway.prepared).hasSize(1);
        assertThat(gateway.sent).isEmpty();
        assertThat(ploy.openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.lifecycle()).isEqualTo(OrderLifecycle.PENDING_NEW));

        journal.release();

        assertThat(gateway.sent).isEqualTo(gateway.prepared);
        assertThat(ploy.openOrders())
                .singleElement()
                .satisfies(order -> assertThat(order.lifecycle()).isEqualTo(OrderLifecycle.SUBMITTED));
    }

    @Test
    void anOrderThatWaitedTooLongIsDroppedUnsent() {
        ploy.advanceTo(START.plusSeconds(3));

        journal.release();

        deniedFor(RiskReason.NOT_SENT_IN_TIME);
    }

    @Test
    void anOrderPlannedUnderOtherRulesIsDroppedUnsent() {
        ploy.onMarketEvent(new MarketEvent.TickSizeChanged(START, UP, TickSize.TENTH_CENT));

        journal.release();

        deniedFor(RiskReason.NOT_SENT_IN_TIME);
    }

    @Test
    void theKillSwitchCancelsThoughTheJournalTakesNothingMore() {
        journal.release();
        gateway.accept(gateway.sent.get(0));
        journal.fill();

        ploy.killSwitch().engage("tester", "planted");

        assertThat(gateway.cancelled).isEqualTo(gateway.prepared);
    }

    @Test
    void anOrderIsDroppedUnsentWhenTheKillSwitchWasEngagedMeanwhile() {
        ploy.killSwitch().engage("tester", "planted");

        journal.release();

        assertThat(gateway.sent).isEmpty();
        assertThat(ploy.openOrders()).isEmpty();
    }

    @Test
    void whileTheDiskIsSlowMarketEventsGoOn() {
        ploy.onMarketEvent(new MarketEvent.BookSnapshot(
                START.plusMillis(5),
                UP,
                TickSize.CENT,
                List.of(new BookLevel(Price.parse("0.39"), Quantity.ofShares(100))),
                List.of()));

        assertThat(ploy.book(UP).bestBid()).contains(Price.parse("0.39"));
    }

    private void deniedFor(RiskReason reason) {
        assertThat(gateway.sent).isEmpty();
        assertThat(ploy.openOrders()).isEmpty();
        assertThat(events)
                .last()
                .isInstanceOfSatisfying(
                        OrderEvent.Denied.class,
                        denied -> assertThat(denied.reason()).isEqualTo(reason));
        assertThat(ploy.portfolio().balance().reserved()).isEqualTo(Cash.ZERO);
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
                        context.submit(OrderRequest.buy(UP, Quantity.ofShares(10), Price.parse("0.42"))
                                .fillAndKill());
                    }
                }
            };
        }
    }

    private static final class RecordingGateway implements OrderGateway {
        private final List<VenueOrderId> prepared = new ArrayList<>();
        private final List<VenueOrderId> sent = new ArrayList<>();
        private final List<VenueOrderId> cancelled = new ArrayList<>();
        private GatewayListener listener;

        void accept(VenueOrderId order) {
            listener.onEvidence(OrderEvidence.of(order, OrderEvidence.Kind.LIVE, "", START));
        }

        @Override
        public void start(GatewayListener receiver) {
            listener = receiver;
        }

        @Override
        public PreparedOrder prepare(OrderDraft draft, Instant doNotSendAfter) {
            VenueOrderId id = new VenueOrderId("order-" + draft.id().number());
            prepared.add(id);
            return new PreparedOrder(draft.id(), id, doNotSendAfter, new byte[] {1, 2, 3});
        }

        @Override
        public void send(PreparedOrder order) {
            sent.add(order.venueOrderId());
        }

        @Override
        public void cancel(VenueOrderId order) {
            cancelled.add(order);
        }

        @Override
        public void cancelAll() {
            sent.clear();
        }

        @Override
        public void lookUp(VenueOrderId order, InstrumentId instrument, Instant sentAt) {
            assertThat(prepared).contains(order);
        }

        @Override
        public void sweep(Instant since) {
            assertThat(since).isBefore(START);
        }

        @Override
        public void close() {
            prepared.clear();
        }
    }

    /** Durable only once the test says so. */
    private static final class SlowJournal implements JournalStore {
        private final InMemoryJournal kept = new InMemoryJournal();
        private final List<Runnable> waiting = new ArrayList<>();
        private boolean held;
        private boolean full;

        void fill() {
            full = true;
        }

        void hold() {
            held = true;
        }

        void release() {
            held = false;
            List<Runnable> due = List.copyOf(waiting);
            waiting.clear();
            due.forEach(Runnable::run);
        }

        @Override
        public long append(JournalRecord record, Instant at) {
            if (full) {
                throw new JournalException("full");
            }
            return kept.append(record, at);
        }

        @Override
        public void whenDurable(long sequence, Runnable action) {
            if (held) {
                waiting.add(action);
            } else {
                action.run();
            }
        }

        @Override
        public long durableSequence() {
            return kept.durableSequence();
        }

        @Override
        public long lastSequence() {
            return kept.lastSequence();
        }

        @Override
        public boolean isWritable() {
            return !full;
        }

        @Override
        public String problem() {
            return full ? "full" : "";
        }

        @Override
        public void replay(JournalVisitor visitor) {
            kept.replay(visitor);
        }

        @Override
        public void flush(Duration timeout) {
            kept.flush(timeout);
        }

        @Override
        public void close() {
            kept.close();
        }
    }
}
