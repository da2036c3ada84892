package io.ploy.testkit.execution;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvent;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.TimerId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Quotes, takes and cancels at a fast pace as a seed has it, and looks at its books at every turn. */
final class Trader implements StrategyFactory {
    private static final Duration PACE = Duration.ofMillis(60);
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Quantity SIZE = Quantity.ofShares(15);
    private static final int MOST_OPEN = 6;
    private static final int DOUBTS_KEPT = 30;
    private static final int MOST_OPERATIONS = 6;

    private final long seed;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger submitted = new AtomicInteger();
    private final Map<ClientOrderId, OrderRequest> asked = new ConcurrentHashMap<>();
    private final HeardHoldings holdings = new HeardHoldings();
    private final ReservationWatch reservations = new ReservationWatch();
    private final AtomicInteger distrusted = new AtomicInteger();
    private volatile boolean trading = true;
    private volatile boolean started;

    Trader(long seed) {
        this.seed = seed;
    }

    @Override
    public String name() {
        return "trader";
    }

    /** From now on it only cancels. */
    void rest() {
        trading = false;
    }

    boolean isStarted() {
        return started;
    }

    int submitted() {
        return submitted.get();
    }

    /** How often a book that could be trusted no longer could. */
    int distrusted() {
        return distrusted.get();
    }

    /** What it asked for. */
    Map<ClientOrderId, OrderRequest> asked() {
        return asked;
    }

    /** What it was told of its holdings, and what it was shown. */
    HeardHoldings holdings() {
        return holdings;
    }

    /** What was reserved for orders in doubt. */
    ReservationWatch reservations() {
        return reservations;
    }

    /** What it saw that cannot be. */
    Queue<String> wrong() {
        return wrong;
    }

    @Override
    public Strategy create(StrategyContext context) {
        return new Trading(context);
    }

    private final class Trading implements Strategy {
        private final StrategyContext context;
        private final SplittableRandom random = new SplittableRandom(seed);
        private final Set<InstrumentId> trusted = new HashSet<>();
        private @Nullable InstrumentId soldNext;
        private int operations;

        private Trading(StrategyContext context) {
            this.context = context;
        }

        @Override
        public void onStart() {
            started = true;
            context.schedule(PACE);
        }

        @Override
        public void onBook(OrderBook book) {
            // It acts by its timer; what is trusted again by then was not in between.
            watch(book.instrument());
        }

        @Override
        public void onTimer(TimerId timer) {
            context.schedule(PACE);
            Judge.soundBalance(context.portfolio().balance()).ifPresent(wrong::add);
            holdings.look(context.portfolio().positions(), context::position);
            reservations.look(context);
            List<Market> markets = context.markets();
            markets.forEach(market -> market.outcomes().forEach(outcome -> watch(outcome.instrument())));
            InstrumentId fresh = soldNext;
            soldNext = null;
            if (trading && fresh != null && context.book(fresh).bestBidMicros() != OrderBook.NONE) {
                sellAll(fresh, Price.ofMicros(context.book(fresh).bestBidMicros()));
            } else if (trading && !markets.isEmpty()) {
                act(markets.get(random.nextInt(markets.size())));
            }
        }

        private void watch(InstrumentId instrument) {
            if (context.book(instrument).trust() == BookTrust.LIVE) {
                trusted.add(instrument);
            } else if (trusted.remove(instrument)) {
                distrusted.incrementAndGet();
            }
        }

        private void submit(OrderRequest request) {
            submitted.incrementAndGet();
            asked.put(context.submit(request).id(), request);
        }

        @Override
        public void onOrder(OrderEvent event) {
            holdings.onOrder(event);
        }

        @Override
        public void onFill(Fill fill) {
            holdings.onFill(fill);
        }

        @Override
        public void onFillConfirmed(Fill fill) {
            holdings.onFillConfirmed(fill);
            if (fill.side() == Side.BUY && random.nextInt(3) == 0) {
                soldNext = fill.instrument();
            }
        }

        @Override
        public void onFillReversed(Fill fill) {
            holdings.onFillReversed(fill);
        }

        @Override
        public void onOperation(OperationEvent event) {
            holdings.onOperation(
                    event, context.market(event.operation().market()).orElse(null));
        }

        @Override
        public void onResolution(Market market, Resolution resolution) {
            holdings.onResolution(market);
        }

        private void act(Market market) {
            InstrumentId instrument = (random.nextBoolean() ? market.first() : market.second()).instrument();
            OrderBook book = context.book(instrument);
            if (book.trust() != BookTrust.LIVE
                    || book.bestAskMicros() == OrderBook.NONE
                    || book.bestBidMicros() == OrderBook.NONE) {
                return;
            }
            List<Order> open = context.openOrders();
            if (open.size() >= MOST_OPEN) {
                cancelOne(open);
                return;
            }
            Price bid = Price.ofMicros(book.bestBidMicros());
            Price ask = Price.ofMicros(book.bestAskMicros());
            switch (random.nextInt(13)) {
                case 0, 1 -> quote(instrument, bid, market.rules().tickSize(), 2);
                case 2 -> quote(instrument, bid, market.rules().tickSize(), 0);
                case 3 ->
                    submit(OrderRequest.buy(instrument, SIZE, bid)
                            .restUntil(context.now().plus(LIFE)));
                case 4, 5 -> submit(OrderRequest.spend(instrument, Cash.ofUsd(10), ask));
                case 6 -> submit(OrderRequest.buy(instrument, SIZE, ask).fillOrKill());
                case 7 -> sell(instrument, bid);
                case 8 -> submit(OrderRequest.buy(instrument, SIZE, ask));
                case 9 -> operate(market);
                case 10 -> quote(instrument, bid, market.rules().tickSize(), 5);
                default -> {
                    if (!open.isEmpty()) {
                        cancelOne(open);
                    }
                }
            }
        }

        /** One in doubt seldom, so that some are sent again before anybody wants them gone. */
        private void cancelOne(List<Order> open) {
            Order order = open.get(random.nextInt(open.size()));
            if (order.lifecycle() != OrderLifecycle.UNKNOWN || random.nextInt(DOUBTS_KEPT) == 0) {
                context.cancel(order.id());
            }
        }

        private void operate(Market market) {
            if (operations >= MOST_OPERATIONS) {
                return;
            }
            if (operations++ % 2 == 0) {
                context.split(market.id(), SIZE);
            } else {
                context.merge(market.id(), SIZE);
            }
        }

        private void quote(InstrumentId instrument, Price bid, TickSize tick, int below) {
            int ticks = tick.ticks(bid) - below;
            if (ticks > 0) {
                submit(OrderRequest.buy(instrument, SIZE, tick.price(ticks)).postOnly());
            }
        }

        private void sell(InstrumentId instrument, Price bid) {
            if (context.position(instrument).sellable().compareTo(SIZE) >= 0) {
                submit(OrderRequest.sell(instrument, SIZE, bid).fillAndKill());
            }
        }

        /** As much as there is, of which the venue may not know all yet. */
        private void sellAll(InstrumentId instrument, Price bid) {
            long micros = context.position(instrument).sellable().micros();
            Quantity lots = Quantity.ofMicros(micros - micros % Quantity.LOT.micros());
            if (lots.compareTo(SIZE) >= 0) {
                submit(OrderRequest.sell(instrument, lots, bid).fillAndKill());
            }
        }
    }
}
