package io.ploy.core.book;

import java.util.Arrays;

/**
 * One side of a book: what rests at each step of the grid, with the best step at hand. A higher step is a better price,
 * so both sides are the same code; the book turns asks around. Step 0 is no legal price and stands for "nothing".
 *
 * <p>The arrays come with the first level, since most fine-grained books are never filled.
 */
final class LadderSide {
    static final int NOTHING = 0;

    private static final long[] NOT_ALLOCATED = {};

    private final int steps;
    private long[] sizes = NOT_ALLOCATED;
    /** One bit for each step that holds something: finding the next level reads 64 steps at a time. */
    private long[] occupied = NOT_ALLOCATED;

    private int best = NOTHING;

    LadderSide(int steps) {
        this.steps = steps;
    }

    int best() {
        return best;
    }

    long size(int step) {
        return sizes.length == 0 ? 0 : sizes[step];
    }

    void set(int step, long size) {
        if (size == 0) {
            remove(step);
            return;
        }
        if (sizes.length == 0) {
            sizes = new long[steps];
            occupied = new long[(steps + 63) >> 6];
        }
        sizes[step] = size;
        occupied[step >> 6] |= 1L << step;
        if (step > best) {
            best = step;
        }
    }

    private void remove(int step) {
        if (sizes.length == 0) {
            return;
        }
        sizes[step] = 0;
        occupied[step >> 6] &= ~(1L << step);
        if (step == best) {
            best = next(step);
        }
    }

    /** The best occupied step worse than the given one. */
    int next(int step) {
        int word = step >> 6;
        long bits = occupied[word] & ((1L << step) - 1);
        while (bits == 0) {
            if (--word < 0) {
                return NOTHING;
            }
            bits = occupied[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    void clear() {
        if (best == NOTHING) {
            return;
        }
        for (int step = best; step != NOTHING; step = next(step)) {
            sizes[step] = 0;
        }
        Arrays.fill(occupied, 0, (best >> 6) + 1, 0);
        best = NOTHING;
    }
}
