package io.ploy.core.sim.match;

/**
 * A set of ticks that finds the nearest member in either direction: one bit a tick, and one bit a word that has members.
 */
final class TickSet {
    static final int NONE = -1;

    private final long[] words;
    private final long[] summary;

    TickSet(int ticks) {
        words = new long[(ticks >>> 6) + 1];
        summary = new long[(words.length >>> 6) + 1];
    }

    void add(int tick) {
        int word = tick >>> 6;
        words[word] |= 1L << tick;
        summary[word >>> 6] |= 1L << word;
    }

    void remove(int tick) {
        int word = tick >>> 6;
        words[word] &= ~(1L << tick);
        if (words[word] == 0) {
            summary[word >>> 6] &= ~(1L << word);
        }
    }

    /** The highest member at or below a tick, or {@link #NONE}. */
    int floor(int tick) {
        if (tick < 0) {
            return NONE;
        }
        int word = tick >>> 6;
        long bits = words[word] & (-1L >>> (63 - (tick & 63)));
        if (bits == 0) {
            word = wordBelow(word);
            if (word == NONE) {
                return NONE;
            }
            bits = words[word];
        }
        return (word << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    /** The lowest member at or above a tick, or {@link #NONE}. */
    int ceiling(int tick) {
        int word = tick >>> 6;
        if (word >= words.length) {
            return NONE;
        }
        long bits = words[word] & (-1L << tick);
        if (bits == 0) {
            word = wordAbove(word);
            if (word == NONE) {
                return NONE;
            }
            bits = words[word];
        }
        return (word << 6) + Long.numberOfTrailingZeros(bits);
    }

    private int wordBelow(int word) {
        int group = word >>> 6;
        long bits = summary[group] & ((1L << word) - 1);
        while (bits == 0) {
            if (--group < 0) {
                return NONE;
            }
            bits = summary[group];
        }
        return (group << 6) + 63 - Long.numberOfLeadingZeros(bits);
    }

    private int wordAbove(int word) {
        int group = word >>> 6;
        long bits = summary[group] & ~(-1L >>> (63 - (word & 63)));
        while (bits == 0) {
            if (++group == summary.length) {
                return NONE;
            }
            bits = summary[group];
        }
        return (group << 6) + Long.numberOfTrailingZeros(bits);
    }
}
