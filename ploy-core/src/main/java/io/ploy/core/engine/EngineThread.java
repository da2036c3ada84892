package io.ploy.core.engine;

import io.ploy.api.market.MarketEvent;
import io.ploy.core.time.SystemClockTicker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.MpscUnboundedArrayQueue;
import org.jspecify.annotations.Nullable;

/** Runs the engine on a thread of its own, which parks while there is nothing to do. */
final class EngineThread implements EngineExecutor {
    private static final int BATCH = 256;
    private static final int SPINS = 200;
    private static final long IDLE_SLICE_NANOS = 10_000_000;
    private static final Object STOP = new Object();

    private final MpscUnboundedArrayQueue<Object> queue = new MpscUnboundedArrayQueue<>(1024);
    private final AtomicLong work = new AtomicLong();
    private final Thread thread;
    private volatile boolean parked;
    private volatile @Nullable Thread waiter;
    private volatile boolean closed;
    private @Nullable Handler handler;

    EngineThread(String name) {
        thread = new Thread(this::loop, name);
    }

    @Override
    public void start(Handler connected) {
        handler = connected;
        thread.start();
    }

    @Override
    public void execute(Runnable task) {
        give(task);
    }

    @Override
    public void market(MarketEvent event) {
        give(event);
    }

    private void give(Object task) {
        if (closed) {
            return;
        }
        work.incrementAndGet();
        queue.offer(task);
        if (parked) {
            LockSupport.unpark(thread);
        }
    }

    @Override
    public void begin() {
        work.incrementAndGet();
    }

    @Override
    public void end() {
        finish(1);
    }

    private void finish(long tasks) {
        if (work.addAndGet(-tasks) == 0) {
            LockSupport.unpark(waiter);
        }
    }

    private void loop() {
        Handler connected = handler;
        if (connected == null) {
            throw new IllegalStateException("not started");
        }
        int spins = 0;
        while (true) {
            int done = 0;
            Object task = null;
            while (done < BATCH && (task = queue.poll()) != null && task != STOP) {
                dispatch(connected, task);
                done++;
            }
            if (done > 0) {
                endBatch(connected);
                finish(done);
                spins = 0;
            }
            if (task == STOP) {
                finish(1);
                return;
            }
            if (done == 0) {
                spins = await(spins);
            }
        }
    }

    private int await(int spins) {
        if (spins < SPINS) {
            Thread.onSpinWait();
            return spins + 1;
        }
        parked = true;
        if (queue.isEmpty()) {
            LockSupport.park(this);
        }
        parked = false;
        return 0;
    }

    static void dispatch(Handler handler, Object task) {
        try {
            if (task instanceof MarketEvent event) {
                handler.onMarketEvent(event);
            } else {
                ((Runnable) task).run();
            }
            handler.onTaskEnd();
        } catch (Throwable fault) {
            handler.onFault(fault);
        }
    }

    static void endBatch(Handler handler) {
        try {
            handler.onBatchEnd();
        } catch (Throwable fault) {
            handler.onFault(fault);
        }
    }

    @Override
    public boolean awaitIdle(Duration timeout) {
        if (isEngineThread()) {
            throw new IllegalStateException("the engine cannot wait for itself");
        }
        long start = SystemClockTicker.INSTANCE.getAsLong();
        waiter = Thread.currentThread();
        while (work.get() != 0
                && SystemClockTicker.INSTANCE.getAsLong() - start < timeout.toNanos()
                && !Thread.currentThread().isInterrupted()) {
            // With two who wait, only the later one is woken; the other looks again after a slice.
            LockSupport.parkNanos(this, IDLE_SLICE_NANOS);
        }
        return work.get() == 0;
    }

    @Override
    public boolean isEngineThread() {
        return Thread.currentThread() == thread;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        work.incrementAndGet();
        queue.offer(STOP);
        closed = true;
        LockSupport.unpark(thread);
        if (!isEngineThread()) {
            try {
                thread.join(10_000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
