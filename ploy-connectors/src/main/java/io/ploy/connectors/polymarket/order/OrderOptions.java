package io.ploy.connectors.polymarket.order;

import io.ploy.connectors.polymarket.protocol.Bytes32;
import java.time.Duration;

/**
 * What all orders of an account have in common besides its wallet.
 *
 * @param builder who is credited with the orders; zero for nobody
 * @param metadata carried along and signed; zero for nothing
 * @param deferExecution whether the venue may accept first and execute later
 * @param shortestLife how far ahead an order's expiration must be at least; the venue refuses what is too near
 */
public record OrderOptions(Bytes32 builder, Bytes32 metadata, boolean deferExecution, Duration shortestLife) {
    private static final Duration LONGEST = Duration.ofHours(1);

    /** Nobody credited, nothing carried along, executed at once, and the three minutes the venue's own clients want. */
    public static final OrderOptions DEFAULT =
            new OrderOptions(Bytes32.ZERO, Bytes32.ZERO, false, Duration.ofMinutes(3));

    /** Refuses a life that is negative or so long that it must be a mistake. */
    public OrderOptions {
        if (shortestLife.isNegative() || shortestLife.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("the shortest life of an order is zero to " + LONGEST.toMinutes()
                    + " minutes, not " + shortestLife);
        }
    }
}
