package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One side of a book as it came, in arrays that are used again for the next frame. */
final class WireLevels {
    private long[] prices = new long[128];
    private long[] sizes = new long[128];
    private final List<BookText.Level> texts = new ArrayList<>();
    private BookLevel[] room = {};
    private int count;
    boolean present;
    /** What is wrong with it, or null. */
    @Nullable
    String problem;

    void clear() {
        count = 0;
        texts.clear();
        present = false;
        problem = null;
    }

    int count() {
        return count;
    }

    void problem(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    void add(long price, long size) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, count * 2);
            sizes = Arrays.copyOf(sizes, count * 2);
        }
        prices[count] = price;
        sizes[count++] = size;
    }

    void add(long price, long size, BookText.Level text) {
        add(price, size);
        texts.add(text);
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

    /** What is wrong with it as a side of a book, or null. */
    @Nullable
    String check(String name) {
        if (!present) {
            return "a book lacks " + name;
        }
        if (problem != null) {
            return problem;
        }
        long twice = twice();
        return twice < 0 ? null : name + " has two levels at " + FixedPoint.format(twice);
    }

    List<BookLevel> levels() {
        int filled = 0;
        for (int i = 0; i < count; i++) {
            if (sizes[i] != 0) {
                filled++;
            }
        }
        // The list copies its elements, so the room can be had again; and often the next book has as many levels.
        if (room.length != filled) {
            room = new BookLevel[filled];
        }
        int to = 0;
        for (int i = 0; i < count; i++) {
            if (sizes[i] != 0) {
                room[to++] = new BookLevel(Prices.of(prices[i]), new Quantity(sizes[i]));
            }
        }
        return List.of(room);
    }

    /** As received, in the order received. */
    List<BookText.Level> texts() {
        return texts;
    }

    void copyTo(KeptBook book, BookSide side) {
        for (int i = 0; i < count; i++) {
            book.set(side, prices[i], sizes[i], texts.get(i));
        }
    }
}
