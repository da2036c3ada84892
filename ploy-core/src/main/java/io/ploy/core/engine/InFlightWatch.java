package io.ploy.core.engine;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderStatus;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds orders that wait for something too long: an answer, their fills, the end of a cancel. Engine thread only. */
final class InFlightWatch {
    private static final Duration EVERY = Duration.ofSeconds(1);

    private final Supervision settings;
    private final Clock clock;
    private final TimerQueue timers;
    private final Function<Order, Duration> delayOf;
    private final BiConsumer<ClientOrderId, String> overdue;
    private final Map<ClientOrderId, Wait> waits = new LinkedHashMap<>();
    private boolean armed;

    private record Wait(Instant due, String text) {}

    /**
     * A watch over nothing.
     *
     * @param delayOf the taker delay of an order's market
     * @param overdue told of an order that waited too long, and for what
     */
    InFlightWatch(
            Supervision settings,
            Clock clock,
            TimerQueue timers,
            Function<Order, Duration> delayOf,
            BiConsumer<ClientOrderId, String> overdue) {
        this.settings = settings;
        this.clock = clock;
        this.timers = timers;
        this.delayOf = delayOf;
        this.overdue = overdue;
    }

    /** An order changed. */
    void touch(Order order) {
        Wait wait = waitOf(order);
        if (wait == null) {
            waits.remove(order.id());
            return;
        }
        waits.put(order.id(), wait);
        arm();
    }

    private @Nullable Wait waitOf(Order order) {
        Instant now = clock.instant();
        return switch (order.lifecycle()) {
            case SUBMITTED ->
                new Wait(
                        now.plus(settings.answerWithin()).plusSeconds(1),
                        "no answer to the send within "
                                + settings.answerWithin().toMillis() + " ms");
            case DELAYED, UNMATCHED ->
                new Wait(
                        now.plus(delayOf.apply(order)).plus(settings.matchWithin()),
                        "nothing heard since it was " + order.lifecycle());
            case MATCHED -> new Wait(now.plus(settings.matchWithin()), "matched, but its fills did not come");
            case LIVE ->
                order.status() == OrderStatus.PENDING_CANCEL
                        ? new Wait(now.plus(settings.cancelWithin()), "its cancel did not end")
                        : null;
            default -> null;
        };
    }

    private void arm() {
        if (!armed) {
            armed = true;
            timers.set(clock.instant().plus(EVERY), this::look);
        }
    }

    private void look() {
        armed = false;
        Instant now = clock.instant();
        for (Map.Entry<ClientOrderId, Wait> entry : List.copyOf(waits.entrySet())) {
            if (!entry.getValue().due().isAfter(now)) {
                waits.remove(entry.getKey());
                overdue.accept(entry.getKey(), entry.getValue().text());
            }
        }
        if (!waits.isEmpty()) {
            arm();
        }
    }
}
