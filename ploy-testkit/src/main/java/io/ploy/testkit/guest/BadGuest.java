package io.ploy.testkit.guest;

import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fault F65: a strategy that misbehaves at every book. What a correct host does: it suspends the guest, cancels its orders,
 * and lets the others go on.
 */
public final class BadGuest implements StrategyFactory {
    /** What it does wrong. */
    public static final Parameter<How> HOW = Parameter.choice("how", How.THROWS).help("What it does wrong.");

    /** How much of it. */
    public static final Parameter<Integer> AMOUNT = Parameter.integer("amount", "100")
            .between("1", "100000")
            .help("Milliseconds for BLOCKS; orders, lines or threads a book for the others.");

    private static final Logger LOG = LoggerFactory.getLogger(BadGuest.class);
    private static final Quantity SIZE = Quantity.ofShares(5);
    private static final Price CHEAP = Price.parse("0.01");
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** Ways to misbehave. */
    public enum How {
        /** It throws. */
        THROWS,
        /** It takes its time on the engine's thread. */
        BLOCKS,
        /** It asks for many orders. */
        FLOODS_ORDERS,
        /** It logs much. */
        FLOODS_LOGS,
        /** It starts threads that never end, until {@link #end}. */
        LEAKS_THREADS,
        /** It cannot be made. */
        FAILS_TO_START
    }

    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    public String name() {
        return "bad-guest";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(HOW, AMOUNT);
    }

    @Override
    public Strategy create(StrategyContext context) {
        How how = context.parameter(HOW);
        int amount = context.parameter(AMOUNT);
        if (how == How.FAILS_TO_START) {
            throw new IllegalStateException("a bad guest does not start");
        }
        return book -> misbehave(context, book, how, amount);
    }

    private void misbehave(StrategyContext context, OrderBook book, How how, int amount) {
        switch (how) {
            case THROWS -> throw new IllegalStateException("a bad guest throws");
            case BLOCKS -> LockSupport.parkNanos(this, amount * NANOS_PER_MILLI);
            case FLOODS_ORDERS -> {
                for (int i = 0; i < amount; i++) {
                    context.submit(
                            OrderRequest.buy(book.instrument(), SIZE, CHEAP).reason("a bad guest floods"));
                }
            }
            case FLOODS_LOGS -> {
                for (int i = 0; i < amount; i++) {
                    LOG.info("A bad guest has nothing to say, for the {}th time", i);
                }
            }
            case LEAKS_THREADS -> {
                for (int i = 0; i < amount; i++) {
                    Thread thread = new Thread(this::linger, "bad-guest-" + i);
                    thread.setDaemon(true);
                    thread.start();
                }
            }
            case FAILS_TO_START -> throw new IllegalStateException("it was not made");
        }
    }

    private void linger() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets the threads that were leaked end. Any thread. */
    public void end() {
        end.countDown();
    }
}
