package io.ploy.testkit.crash;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.OrderBook;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.StrategyState;
import io.ploy.api.strategy.TimerId;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/** Does a bit of everything at a fast pace, as a seed has it; or nothing, after an earlier run. */
final class BusyTrader implements StrategyFactory {
    private static final Duration PACE = Duration.ofMillis(40);
    private static final Duration LIFE = Duration.ofMinutes(10);
    private static final Quantity SIZE = Quantity.ofShares(5);
    private static final int MOST_OPEN = 8;

    private final long seed;
    private final boolean active;
    private final boolean operations;
    private final CountDownLatch began = new CountDownLatch(1);

    BusyTrader(long seed, boolean active, boolean operations) {
        this.seed = seed;
        this.active = active;
        this.operations = operations;
    }

    /** Counted down once the engine lets strategies begin. */
    CountDownLatch began() {
        return began;
    }

    @Override
    public String name() {
        return "busy";
    }

    @Override
    public Strategy create(StrategyContext context) {
        return new Trading(context);
    }

    private final class Trading implements Strategy {
        private final StrategyContext context;
        private final SplittableRandom random = new SplittableRandom(seed);
        private long turns;

        private Trading(StrategyContext context) {
            this.context = context;
        }

        @Override
        public void onStart() {
            began.countDown();
            if (active) {
                context.schedule(PACE);
            }
        }

        @Override
        public void onBook(OrderBook book) {
            // It goes by its timer.
        }

        @Override
        public void onTimer(TimerId timer) {
            context.schedule(PACE);
            List<Market> markets = context.markets();
            if (!markets.isEmpty()) {
                act(markets.get(random.nextInt(markets.size())));
            }
            if (++turns % 10 == 0) {
                context.saveState(new StrategyState(
                        1, ByteBuffer.allocate(Long.BYTES).putLong(turns).array()));
            }
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
            switch (random.nextInt(operations ? 16 : 12)) {
                case 0, 1 -> rest(instrument, book, market.rules().tickSize(), 3);
                case 2 -> rest(instrument, book, market.rules().tickSize(), 0);
                case 3 ->
                    context.submit(OrderRequest.buy(instrument, SIZE, bid(book))
                            .restUntil(context.now().plus(LIFE)));
                case 4, 5 -> context.submit(OrderRequest.spend(instrument, Cash.ofUsd(5), ask(book)));
                case 6 ->
                    context.submit(OrderRequest.buy(instrument, SIZE, ask(book)).fillOrKill());
                case 7, 8 -> sell(instrument, book);
                case 9 ->
                    open.stream()
                            .filter(order -> order.request().side() == Side.BUY
                                    && order.request().instrument().equals(instrument))
                            .findFirst()
                            .ifPresent(order ->
                                    context.replace(order.id(), OrderRequest.buy(instrument, SIZE, bid(book))));
                case 10, 11 -> {
                    if (!open.isEmpty()) {
                        context.cancel(open.get(random.nextInt(open.size())).id());
                    }
                }
                case 12 -> context.split(market.id(), SIZE);
                case 13 -> context.merge(market.id(), SIZE);
                default -> convert(market);
            }
        }

        /** No of every market of an event that there is enough of, or sets to have some. */
        private void convert(Market market) {
            EventId event = market.event().map(Event::id).orElse(null);
            List<Market> all = context.markets().stream()
                    .filter(each -> event != null
                            && each.event().map(Event::id).filter(event::equals).isPresent())
                    .toList();
            if (all.size() < 2) {
                return;
            }
            List<MarketId> held = all.stream()
                    .filter(each -> context.position(each.second().instrument())
                                    .sellable()
                                    .compareTo(SIZE)
                            >= 0)
                    .map(Market::id)
                    .toList();
            if (held.isEmpty()) {
                context.split(market.id(), SIZE);
            } else {
                context.convert(held, SIZE);
            }
        }

        private void rest(InstrumentId instrument, OrderBook book, TickSize tick, int below) {
            int ticks = tick.ticks(bid(book)) - below;
            if (ticks > 0) {
                context.submit(
                        OrderRequest.buy(instrument, SIZE, tick.price(ticks)).postOnly());
            }
        }

        private void sell(InstrumentId instrument, OrderBook book) {
            if (context.position(instrument).sellable().compareTo(SIZE) >= 0) {
                OrderRequest request =
                        OrderRequest.sell(instrument, SIZE, random.nextBoolean() ? bid(book) : ask(book));
                context.submit(random.nextBoolean() ? request : request.fillAndKill());
            }
        }

        private static Price bid(OrderBook book) {
            return Price.ofMicros(book.bestBidMicros());
        }

        private static Price ask(OrderBook book) {
            return Price.ofMicros(book.bestAskMicros());
        }
    }
}
