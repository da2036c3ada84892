package io.ploy.testkit.polymarket.world;

import io.ploy.api.money.Quantity;
import java.time.Duration;

/**
 * How busy the agents of a world are.
 *
 * @param requote how often makers look at their quotes, above zero
 * @param levels prices that makers quote on each side, 0 to 40
 * @param depth shares at the best price; deeper levels show more
 * @param spreadTicks between the makers' best prices, 1 to 20
 * @param noisePerMinute orders a minute and market by people without a view
 * @param informedPerMinute orders a minute and market by people who know the fair price before the makers do
 */
public record Traffic(
        Duration requote,
        int levels,
        Quantity depth,
        int spreadTicks,
        double noisePerMinute,
        double informedPerMinute) {
    /** Nobody trades but those who come over the wire: books are empty. */
    public static final Traffic NONE = new Traffic(Duration.ofHours(1), 0, Quantity.ofShares(5), 1, 0, 0);

    /** A quiet venue. */
    public static final Traffic CALM = new Traffic(Duration.ofSeconds(1), 8, Quantity.ofShares(150), 1, 10, 2);

    /** A venue on a busy day. */
    public static final Traffic BUSY = new Traffic(Duration.ofMillis(200), 12, Quantity.ofShares(400), 1, 120, 30);

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public Traffic {
        if (requote.isNegative() || requote.isZero()) {
            throw new IllegalArgumentException("requote: found " + requote + ", must be above zero");
        }
        if (levels < 0 || levels > 40) {
            throw new IllegalArgumentException("levels: found " + levels + ", allowed 0 to 40");
        }
        if (spreadTicks < 1 || spreadTicks > 20) {
            throw new IllegalArgumentException("spreadTicks: found " + spreadTicks + ", allowed 1 to 20");
        }
        if (!(noisePerMinute >= 0) || !(informedPerMinute >= 0)) {
            throw new IllegalArgumentException("orders a minute: found " + noisePerMinute + " and " + informedPerMinute
                    + ", must not be negative");
        }
    }
}
