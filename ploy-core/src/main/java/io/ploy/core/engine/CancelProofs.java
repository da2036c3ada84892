package io.ploy.core.engine;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.LookUp;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.VenueOrderId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Orders that an answer to a cancel closed, and of which it is still to be shown how much had matched by then. What they may
 * cost stays reserved until the stream, or a look-up that began late enough to see every trade, says so. Engine thread only.
 */
final class CancelProofs {
    private static final Duration TRADES_LAG = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final Clock clock;
    private final TimerQueue timers;
    private final Consumer<VenueOrderId> lookUp;
    private final Consumer<ClientOrderId> proven;
    private final Map<VenueOrderId, Proof> waiting = new HashMap<>();

    private record Proof(ClientOrderId order, Instant since) {}

    /**
     * Nothing to be proven.
     *
     * @param lookUp looks an order up
     * @param proven told of an order whose final size is known
     */
    CancelProofs(Clock clock, TimerQueue timers, Consumer<VenueOrderId> lookUp, Consumer<ClientOrderId> proven) {
        this.clock = clock;
        this.timers = timers;
        this.lookUp = lookUp;
        this.proven = proven;
    }

    /** An open order's cancel was answered: it is about to be closed. */
    void accepted(Order order) {
        order.venueOrderId().ifPresent(name -> {
            Proof proof = new Proof(order.id(), clock.instant());
            waiting.put(name, proof);
            ask(name, proof, TRADES_LAG);
        });
    }

    /** Whether an order's final size is still to be shown. */
    boolean isWaiting(Order order) {
        return order.venueOrderId().map(waiting::containsKey).orElse(false);
    }

    private void ask(VenueOrderId name, Proof proof, Duration pause) {
        timers.set(clock.instant().plus(pause), () -> {
            if (proof.equals(waiting.get(name))) {
                lookUp.accept(name);
                Duration twice = pause.multipliedBy(2);
                ask(name, proof, twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
            }
        });
    }

    /** Evidence came: the order's own line says what had matched. */
    void heard(OrderEvidence evidence) {
        if (evidence.kind() == OrderEvidence.Kind.CANCELLED && evidence.matchedOrNull() != null) {
            prove(evidence.order());
        }
    }

    /** A look-up ended. */
    void onLookedUp(LookUp ended) {
        Proof proof = waiting.get(ended.order());
        if (proof != null
                && ended.result() != LookUp.Result.INCOMPLETE
                && !ended.beganAt().isBefore(proof.since().plus(TRADES_LAG))) {
            prove(ended.order());
        }
    }

    private void prove(VenueOrderId name) {
        Proof proof = waiting.remove(name);
        if (proof != null) {
            proven.accept(proof.order());
        }
    }
}
