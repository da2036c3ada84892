package io.ploy.testkit.polymarket.book;

import io.ploy.api.market.BookSide;
import io.ploy.api.money.FixedPoint;
import io.ploy.api.money.Price;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One side of a market's book in prices of its first outcome, worst level first. Seen from the second outcome it is the
 * other side at one less the price, and worst first again.
 */
final class Ladder {
    private final TreeMap<Long, Long> sizes;
    private @Nullable String first;
    private @Nullable String second;

    Ladder(BookSide side) {
        sizes = new TreeMap<>(
                side == BookSide.BIDS ? Comparator.<Long>naturalOrder() : Comparator.<Long>reverseOrder());
    }

    void set(long price, long size) {
        if (size == 0) {
            sizes.remove(price);
        } else {
            sizes.put(price, size);
        }
        first = null;
        second = null;
    }

    /** In prices of the first outcome. */
    Optional<Price> best() {
        return sizes.isEmpty() ? Optional.empty() : Optional.of(Price.ofMicros(sizes.lastKey()));
    }

    /** The levels as a JSON array, for either outcome. */
    String text(boolean ofFirst) {
        String text = ofFirst ? first : second;
        if (text == null) {
            text = write(ofFirst);
            if (ofFirst) {
                first = text;
            } else {
                second = text;
            }
        }
        return text;
    }

    private String write(boolean ofFirst) {
        StringBuilder out = new StringBuilder(2 + sizes.size() * 32).append('[');
        for (Map.Entry<Long, Long> level : sizes.entrySet()) {
            out.append(out.length() == 1 ? "{\"price\":\"" : ",{\"price\":\"");
            FixedPoint.append(out, ofFirst ? level.getKey() : FixedPoint.ONE - level.getKey());
            out.append("\",\"size\":\"");
            FixedPoint.append(out, level.getValue());
            out.append("\"}");
        }
        return out.append(']').toString();
    }
}
