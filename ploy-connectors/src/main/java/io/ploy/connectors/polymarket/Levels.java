package io.ploy.connectors.polymarket;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Levels of one side in the order they came or are sent, in arrays that are used again. How the venue wrote a number is
 * kept only where it is not the shortest way.
 */
final class Levels {
    private long[] prices = new long[128];
    private long[] sizes = new long[128];
    private @Nullable String[] priceTexts = new @Nullable String[128];
    private @Nullable String[] sizeTexts = new @Nullable String[128];
    private int count;

    void clear() {
        Arrays.fill(priceTexts, 0, count, null);
        Arrays.fill(sizeTexts, 0, count, null);
        count = 0;
    }

    int count() {
        return count;
    }

    long price(int index) {
        return prices[index];
    }

    long size(int index) {
        return sizes[index];
    }

    /** As received, or null if that is the shortest way to write it. */
    @Nullable
    String priceText(int index) {
        return priceTexts[index];
    }

    /** As received, or null if that is the shortest way to write it. */
    @Nullable
    String sizeText(int index) {
        return sizeTexts[index];
    }

    void add(long price, long size, @Nullable String priceText, @Nullable String sizeText) {
        insert(count, price, size, priceText, sizeText);
    }

    void insert(int index, long price, long size, @Nullable String priceText, @Nullable String sizeText) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
            priceTexts = Arrays.copyOf(priceTexts, count * 2);
            sizeTexts = Arrays.copyOf(sizeTexts, count * 2);
        }
        move(index, index + 1);
        count++;
        set(index, price, size, priceText, sizeText);
    }

    void set(int index, long price, long size, @Nullable String priceText, @Nullable String sizeText) {
        prices[index] = price;
        sizes[index] = size;
        priceTexts[index] = priceText;
        sizeTexts[index] = sizeText;
    }

    void remove(int index) {
        move(index + 1, index);
        count--;
        priceTexts[count] = null;
        sizeTexts[count] = null;
    }

    private void move(int from, int to) {
        int moved = count - from;
        if (moved > 0) {
            System.arraycopy(prices, from, prices, to, moved);
            System.arraycopy(sizes, from, sizes, to, moved);
            System.arraycopy(priceTexts, from, priceTexts, to, moved);
            System.arraycopy(sizeTexts, from, sizeTexts, to, moved);
        }
    }

    /** The price that stands twice, or a negative number. Which of the two is right cannot be known. */
    long twice() {
        boolean rising = true;
        boolean falling = true;
        for (int i = 1; i < count; i++) {
            rising &= prices[i] > prices[i - 1];
            falling &= prices[i] < prices[i - 1];
        }
        if (rising || falling) {
            return -1;
        }
        long[] sorted = Arrays.copyOf(prices, count);
        Arrays.sort(sorted);
        for (int i = 1; i < count; i++) {
            if (sorted[i] == sorted[i - 1]) {
                return sorted[i];
            }
        }
        return -1;
    }
}
