package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.time.Closing;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads of an account. Cancels have their own, so that they never wait behind orders, and so have look-ups, so that
 * neither waits behind reading. Operations on outcome sets have one, since a wallet carries out one after another.
 */
final class Workers implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Workers.class);
    private static final long CLOSING_SECONDS = 5;

    final ThreadPoolExecutor orders;
    final ThreadPoolExecutor cancels;
    final ThreadPoolExecutor reads;
    final ThreadPoolExecutor operations;

    /**
     * Threads that start when they are needed and end when they are not.
     *
     * @param account part of their names
     * @param orderThreads how many orders may be on their way at once
     */
    Workers(String account, int orderThreads) {
        orders = pool("polymarket-" + account + "-orders-", orderThreads);
        cancels = pool("polymarket-" + account + "-cancels-", 2);
        reads = pool("polymarket-" + account + "-reads-", 2);
        operations = pool("polymarket-" + account + "-operations-", 1);
    }

    private static ThreadPoolExecutor pool(String name, int threads) {
        AtomicInteger count = new AtomicInteger();
        ThreadPoolExecutor pool =
                new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
                    Thread thread = new Thread(task, name + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Runs something, unless the account is closing. What it throws is logged and ends nothing else.
     *
     * @return whether it will run
     */
    static boolean run(Executor on, Runnable task) {
        try {
            on.execute(() -> guarded(task));
            return true;
        } catch (RejectedExecutionException e) {
            return false;
        }
    }

    private static void guarded(Runnable task) {
        try {
            task.run();
        } catch (RuntimeException e) {
            LOG.error("work for an account failed", e);
        }
    }

    /** Takes no more work, lets what is under way end, and then interrupts it. */
    @Override
    public void close() {
        orders.shutdown();
        cancels.shutdown();
        operations.shutdown();
        reads.shutdownNow();
        await(orders);
        await(cancels);
        await(reads);
        await(operations);
    }

    private static void await(ThreadPoolExecutor pool) {
        try {
            if (!pool.awaitTermination(CLOSING_SECONDS, TimeUnit.SECONDS)) {
                Closing.now(pool, "work for an account");
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
