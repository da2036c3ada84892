package io.ploy.testkit.execution;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.TimerId;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Quotes, takes and cancels at a fast pace as a seed has it, and looks at its books at every turn. */
final class Trader implements StrategyFactory {
    private static final Duration PACE = Duration.ofMillis(60);
    private static final Duration LIFE = Duration.ofMinutes(5);
    private static final Quantity SIZE = Quantity.ofShares(15);
    private static final int MOST_OPEN = 6;

    private final long seed;
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final AtomicInteger submitted = new AtomicInteger();
    private final Map<InstrumentId, Long> shrunk = new ConcurrentHashMap<>();
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

    /** By how much confirmed holdings became less while it looked, in micros. */
    Map<InstrumentId, Long> shrunk() {
        return shrunk;
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
        private final Map<InstrumentId, Quantity> confirmed = new HashMap<>();
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
            // It goes by its timer.
        }

        @Override
        public void onTimer(TimerId timer) {
            context.schedule(PACE);
            Judge.soundBalance(context.portfolio().balance()).ifPresent(wrong::add);
            context.portfolio().positions().forEach(position -> {
                Quantity before = confirmed.getOrDefault(position.instrument(), Quantity.ZERO);
                if (position.confirmed().compareTo(before) < 0) {
                    shrunk.merge(
                            position.instrument(),
                            before.micros() - position.confirmed().micros(),
                            Long::sum);
                }
                confirmed.put(position.instrument(), position.confirmed());
            });
            List<Market> markets = context.markets();
            if (trading && !markets.isEmpty()) {
                act(markets.get(random.nextInt(markets.size())));
            }
        }

        private void submit(OrderRequest request) {
            submitted.incrementAndGet();
            context.submit(request);
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
                context.cancel(open.get(random.nextInt(open.size())).id());
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
                        context.cancel(open.get(random.nextInt(open.size())).id());
                    }
                }
            }
        }

        private void operate(Market market) {
            if (operations++ == 0) {
                context.split(market.id(), SIZE);
            } else if (operations == 2) {
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
    }
}
