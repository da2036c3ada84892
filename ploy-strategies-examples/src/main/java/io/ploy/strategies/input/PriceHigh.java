package io.ploy.strategies.input;

import java.util.Arrays;

/**
 * The highest price that was in effect shortly before the current one, for a price that changes now and then. A price is
 * in effect until the next one replaces it, so a quiet market keeps its high.
 *
 * <p>A queue of falling prices: a price that a later one reaches can never be the high again. Each update costs constant
 * time on average and allocates nothing once the queue has grown.
 *
 * <p><b>Threading.</b> One thread.
 */
public final class PriceHigh {
    /** No price. */
    public static final long NONE = -1;

    private static final long IN_EFFECT = Long.MAX_VALUE;

    private final long lookbackNanos;
    private long[] prices = new long[16];
    private long[] untils = new long[16];
    private int head;
    private int size;

    /**
     * Starts without prices.
     *
     * @param lookbackNanos how far back a price may have been in effect, 0 or more
     */
    public PriceHigh(long lookbackNanos) {
        this.lookbackNanos = lookbackNanos;
    }

    /**
     * A price is in effect from now on.
     *
     * @param nowNanos not before the last call
     * @param price any price, 0 or more
     */
    public void observe(long nowNanos, long price) {
        if (size > 0 && untils[back()] == IN_EFFECT) {
            if (prices[back()] == price) {
                return;
            }
            untils[back()] = nowNanos;
        }
        while (size > 0 && prices[back()] <= price) {
            size--;
        }
        if (size == prices.length) {
            grow();
        }
        size++;
        prices[back()] = price;
        untils[back()] = IN_EFFECT;
    }

    /**
     * No price is in effect from now on; what was stays known.
     *
     * @param nowNanos not before the last call
     */
    public void interrupt(long nowNanos) {
        if (size > 0 && untils[back()] == IN_EFFECT) {
            untils[back()] = nowNanos;
        }
    }

    /** Forgets everything. */
    public void clear() {
        size = 0;
    }

    /**
     * The highest price in effect within the lookback and before the current one.
     *
     * @param nowNanos not before the last call
     * @return {@link #NONE} if none was higher than the current price, or if no price is in effect
     */
    public long before(long nowNanos) {
        while (size > 0 && untils[head] < nowNanos - lookbackNanos) {
            head = (head + 1) & (prices.length - 1);
            size--;
        }
        return size > 1 && untils[back()] == IN_EFFECT ? prices[head] : NONE;
    }

    private int back() {
        return (head + size - 1) & (prices.length - 1);
    }

    private void grow() {
        long[] grownPrices = Arrays.copyOf(prices, 2 * prices.length);
        long[] grownUntils = Arrays.copyOf(untils, 2 * untils.length);
        System.arraycopy(prices, 0, grownPrices, prices.length, head);
        System.arraycopy(untils, 0, grownUntils, untils.length, head);
        prices = grownPrices;
        untils = grownUntils;
    }
}
