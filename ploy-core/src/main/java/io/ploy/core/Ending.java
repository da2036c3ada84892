package io.ploy.core;

import io.ploy.api.PloyException;
import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.engine.Engine;
import io.ploy.core.sim.Timeline;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes an engine through the phases of its end, on real time by waiting and on virtual time by moving it. */
final class Ending {
    private static final Logger LOG = LoggerFactory.getLogger(Ending.class);

    private final Engine engine;
    private final @Nullable Timeline timeline;
    private final Clock clock;
    private final Runnable settle;
    private final CompletableFuture<Instant> hurry;
    private @Nullable Sweep last;

    /**
     * An end that has not begun.
     *
     * @param hurry once there, only cancels and the last look are waited for, and until then at most
     */
    Ending(Engine engine, @Nullable Timeline timeline, Clock clock, Runnable settle, CompletableFuture<Instant> hurry) {
        this.engine = engine;
        this.timeline = timeline;
        this.clock = clock;
        this.settle = settle;
        this.hurry = hurry;
    }

    StopReport run(StopPolicy policy) {
        if (!within(engine.end().endStrategies(), policy.strategiesWithin()) && !hurry.isDone()) {
            throw hanging("a strategy did not end within "
                    + policy.strategiesWithin().toMillis() + " ms and holds the engine up");
        }
        if (policy.positions() == StopPolicy.Positions.SELL && !hurry.isDone()) {
            within(engine.end().closePositions(), policy.ordersWithin());
            within(engine.end().whenNothingTakes(), policy.ordersWithin());
        }
        Instant began = now();
        if (policy.orders() == StopPolicy.Orders.CANCEL) {
            if (!evenInHurry(engine.end().cancelOrders(), policy.ordersWithin())) {
                throw hanging("something holds the engine up");
            }
            evenInHurry(engine.end().whenNothingOpen(), policy.ordersWithin());
        } else {
            evenInHurry(engine.end().leaveOrders(), policy.ordersWithin());
        }
        Duration left = policy.settlementWithin().minus(Duration.between(began, now()));
        if (!left.isZero() && !left.isNegative()) {
            within(engine.end().whenSettled(), left);
        }
        look(policy);
        return report();
    }

    private PloyException hanging(String what) {
        engine.end().cancelAtVenue();
        return new PloyException(
                what
                        + "; the venue was asked to cancel every order. Look at the venue's site, and start again to compare the books");
    }

    private void look(StopPolicy policy) {
        if (!engine.isSupervised()) {
            return;
        }
        CompletableFuture<Sweep> look = engine.end().lastLook();
        if (!evenInHurry(look, policy.lookWithin())) {
            LOG.warn("the venue's open orders were not read in time");
            return;
        }
        last = look.getNow(null);
    }

    StopReport report() {
        Sweep sweep = last;
        Set<VenueOrderId> left = sweep == null ? Set.of() : sweep.open();
        boolean read = !engine.isSupervised() || (sweep != null && sweep.complete());
        return new StopReport(
                engine.view().openOrders(),
                engine.view().openOperations(),
                left,
                read,
                engine.view().portfolio());
    }

    private Instant now() {
        return timeline == null ? clock.instant() : timeline.now();
    }

    private boolean within(CompletableFuture<?> future, Duration time) {
        if (timeline != null) {
            return move(timeline, future, time);
        }
        return wait(CompletableFuture.anyOf(future, hurry), time) && future.isDone();
    }

    private boolean evenInHurry(CompletableFuture<?> future, Duration time) {
        if (within(future, time)) {
            return true;
        }
        Instant until = hurry.getNow(null);
        return until != null && wait(future, Duration.between(now(), until));
    }

    private boolean move(Timeline line, CompletableFuture<?> future, Duration time) {
        settle.run();
        Instant deadline = line.now().plus(time);
        for (Optional<Instant> next = line.next();
                !future.isDone() && next.isPresent() && !next.get().isAfter(deadline);
                next = line.next()) {
            line.runNext();
            settle.run();
        }
        return future.isDone();
    }

    private static boolean wait(CompletableFuture<?> future, Duration time) {
        try {
            future.get(Math.max(1, time.toMillis()), TimeUnit.MILLISECONDS);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new PloyException("the engine could not end: " + e.getCause(), e.getCause());
        } catch (TimeoutException e) {
            return false;
        }
    }
}
