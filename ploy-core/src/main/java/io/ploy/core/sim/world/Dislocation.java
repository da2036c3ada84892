package io.ploy.core.sim.world;

import java.util.SplittableRandom;

/** How far the books of one window stray from what the reference price says: a fall within two seconds, then a recovery. */
final class Dislocation {
    private static final int FALL_SECONDS = 2;
    private static final int REST_SECONDS = 6;
    private static final double RECOVERY_SECONDS = 15;

    private final double size;
    private final long begins;

    private Dislocation(double size, long begins) {
        this.size = size;
        this.begins = begins;
    }

    static Dislocation none() {
        return new Dislocation(0, 0);
    }

    /** One that begins in the first part of a window, early enough for the recovery to be traded. */
    static Dislocation of(WorldSettings settings, SplittableRandom random) {
        long latest = Math.max(21, Math.min(100, settings.window().toSeconds() / 3));
        long begins = 20 + random.nextLong(latest - 20);
        return new Dislocation(random.nextBoolean() ? settings.dump() : -settings.dump(), begins);
    }

    /** Added to the first outcome's price so many seconds after the window's start. */
    double at(long second) {
        long since = second - begins;
        if (size == 0 || since < 0) {
            return 0;
        }
        if (since < FALL_SECONDS) {
            return size * (since + 1) / FALL_SECONDS;
        }
        double recovering = Math.max(0, since - FALL_SECONDS - REST_SECONDS);
        return size * StrictMath.exp(-recovering / RECOVERY_SECONDS);
    }
}
