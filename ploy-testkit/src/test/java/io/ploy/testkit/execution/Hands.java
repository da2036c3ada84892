package io.ploy.testkit.execution;

import io.ploy.api.market.OrderBook;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.api.strategy.TimerId;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/** A strategy that does what a test tells it to, on the engine's thread. */
final class Hands implements StrategyFactory {
    private static final Duration PACE = Duration.ofMillis(20);

    private final Queue<Runnable> orders = new ConcurrentLinkedQueue<>();
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();
    private final ReservationWatch reservations = new ReservationWatch();
    private final AtomicLong books = new AtomicLong();
    private volatile StrategyContext context;

    @Override
    public String name() {
        return "hands";
    }

    /** Does something on the engine's thread and waits for what comes of it. */
    <T> T act(Function<StrategyContext, T> deed) throws Exception {
        CompletableFuture<T> done = new CompletableFuture<>();
        orders.add(() -> {
            try {
                done.complete(deed.apply(context));
            } catch (RuntimeException e) {
                done.completeExceptionally(e);
            }
        });
        return done.get(30, TimeUnit.SECONDS);
    }

    Order submit(OrderRequest request) throws Exception {
        return act(context -> context.submit(request));
    }

    /** How many books it was shown. */
    long books() {
        return books.get();
    }

    boolean isStarted() {
        return context != null;
    }

    /** What was reserved for orders in doubt. */
    ReservationWatch reservations() {
        return reservations;
    }

    /** What it heard of fills, in order. */
    Queue<String> heard() {
        return heard;
    }

    @Override
    public Strategy create(StrategyContext given) {
        return new Strategy() {
            @Override
            public void onStart() {
                context = given;
                given.schedule(PACE);
            }

            @Override
            public void onBook(OrderBook book) {
                books.incrementAndGet();
            }

            @Override
            public void onTimer(TimerId timer) {
                for (Runnable next = orders.poll(); next != null; next = orders.poll()) {
                    next.run();
                }
                reservations.look(given);
                given.schedule(PACE);
            }

            @Override
            public void onFill(Fill fill) {
                heard.add("fill " + fill.id());
            }

            @Override
            public void onFillReversed(Fill fill) {
                heard.add("reversed " + fill.id());
            }

            @Override
            public void onFillConfirmed(Fill fill) {
                heard.add("confirmed " + fill.id());
            }
        };
    }
}
