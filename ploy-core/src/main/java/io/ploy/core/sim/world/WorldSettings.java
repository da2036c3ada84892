package io.ploy.core.sim.world;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.TickSize;
import io.ploy.api.maths.Volatility;
import io.ploy.api.money.Quantity;
import java.time.Duration;

/**
 * A world of consecutive up/down windows on one reference price.
 *
 * @param seed of everything random
 * @param shape what the prices do
 * @param symbol of the reference price, such as {@code BTC/USD}
 * @param openingPrice the reference price at the start, above zero
 * @param volatility of the reference price
 * @param window length of each window; a multiple of a second
 * @param tickSize of every market
 * @param fees of every market
 * @param depth shares the makers show at the best price; deeper levels show more
 * @param levels how many levels the makers show on each side, 1 to 40
 * @param spreadTicks between the makers' best prices, 1 to 20
 * @param takersPerMinute how many background takers arrive on average
 * @param dump how far a sold-off outcome falls, as a price; used by {@link WorldShape#DUMP}
 */
public record WorldSettings(
        long seed,
        WorldShape shape,
        String symbol,
        double openingPrice,
        Volatility volatility,
        Duration window,
        TickSize tickSize,
        FeeSchedule fees,
        Quantity depth,
        int levels,
        int spreadTicks,
        int takersPerMinute,
        double dump) {
    /** Checks the ranges. */
    public WorldSettings {
        if (!(openingPrice > 0) || !(dump >= 0 && dump < 0.5)) {
            throw new IllegalArgumentException(
                    "opening price above zero and a dump in [0, 0.5) expected: " + openingPrice + ", " + dump);
        }
        if (window.toSeconds() < 60 || !window.equals(Duration.ofSeconds(window.toSeconds()))) {
            throw new IllegalArgumentException("a window lasts whole seconds, 60 or more: " + window);
        }
        if (levels < 1 || levels > 40 || spreadTicks < 1 || spreadTicks > 20 || takersPerMinute < 0) {
            throw new IllegalArgumentException("levels in [1, 40], spread in [1, 20] ticks, takers not negative: "
                    + levels + ", " + spreadTicks + ", " + takersPerMinute);
        }
    }

    /**
     * Five-minute windows on a price like Bitcoin's, with the fees of the venue's crypto markets.
     *
     * @param seed of everything random
     * @param shape what the prices do
     * @return the settings
     */
    public static WorldSettings fiveMinutes(long seed, WorldShape shape) {
        return new WorldSettings(
                seed,
                shape,
                "BTC/USD",
                67_892.04,
                new Volatility(6e-5),
                Duration.ofMinutes(5),
                TickSize.CENT,
                FeeSchedule.takerRate("0.07"),
                Quantity.ofShares(150),
                8,
                1,
                20,
                0.16);
    }
}
