package io.ploy.core.sim;

import java.util.Arrays;

/** Sizes by price, lowest price first, in two arrays: books are small, and most changes are of a price already there. */
final class SortedLevels {
    private long[] prices = new long[32];
    private long[] sizes = new long[32];
    private int count;

    int count() {
        return count;
    }

    long price(int index) {
        return prices[index];
    }

    long size(long price) {
        int index = find(price);
        return index < 0 ? 0 : sizes[index];
    }

    /** Sets what is at a price; zero removes it. */
    void set(long price, long size) {
        int index = find(price);
        if (index >= 0) {
            if (size > 0) {
                sizes[index] = size;
            } else {
                count--;
                System.arraycopy(prices, index + 1, prices, index, count - index);
                System.arraycopy(sizes, index + 1, sizes, index, count - index);
            }
        } else if (size > 0) {
            insert(-index - 1, price, size);
        }
    }

    private void insert(int index, long price, long size) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        System.arraycopy(prices, index, prices, index + 1, count - index);
        System.arraycopy(sizes, index, sizes, index + 1, count - index);
        prices[index] = price;
        sizes[index] = size;
        count++;
    }

    /** The lowest price with something at or above one, or {@link Floor#NONE}. */
    long ceiling(long price) {
        int index = find(price);
        int at = index >= 0 ? index : -index - 1;
        return at < count ? prices[at] : Floor.NONE;
    }

    /** The highest price with something at or below one, or {@link Floor#NONE}. */
    long floor(long price) {
        int index = find(price);
        int at = index >= 0 ? index : -index - 2;
        return at >= 0 ? prices[at] : Floor.NONE;
    }

    private int find(long price) {
        return Arrays.binarySearch(prices, 0, count, price);
    }
}
