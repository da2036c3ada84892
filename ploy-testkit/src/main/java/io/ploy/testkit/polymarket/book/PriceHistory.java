package io.ploy.testkit.polymarket.book;

import io.ploy.api.money.Price;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a market's first outcome was worth at every whole minute. Only changes are kept, at most so many; older minutes
 * are forgotten first.
 */
final class PriceHistory {
    private static final long MINUTE = 60;

    private final int mostChanges;
    private final TreeMap<Long, Price> changes = new TreeMap<>();

    PriceHistory(int mostChanges) {
        this.mostChanges = mostChanges;
    }

    /** From now on the price is another. */
    void changed(Instant now, Price price) {
        long minute = ceilMinute(now);
        Map.Entry<Long, Price> before = changes.lowerEntry(minute);
        if (before != null && before.getValue().equals(price)) {
            changes.remove(minute);
            return;
        }
        changes.put(minute, price);
        if (changes.size() > mostChanges) {
            changes.pollFirstEntry();
        }
    }

    /** Prices from one time to another, both included, every so many minutes, counted back from the last; oldest first. */
    List<HistoryPoint> points(Instant from, Instant to, long everyMinutes, int limit) {
        ArrayDeque<HistoryPoint> points = new ArrayDeque<>();
        long earliest = changes.isEmpty() ? Long.MAX_VALUE : Math.max(changes.firstKey(), ceilMinute(from));
        long minute = Math.floorDiv(to.getEpochSecond(), MINUTE);
        while (minute >= earliest && points.size() < limit) {
            Price price = changes.floorEntry(minute).getValue();
            points.addFirst(new HistoryPoint(Instant.ofEpochSecond(minute * MINUTE), price));
            minute -= everyMinutes;
        }
        return List.copyOf(points);
    }

    private static long ceilMinute(Instant time) {
        long floor = Math.floorDiv(time.getEpochSecond(), MINUTE);
        boolean whole = time.getEpochSecond() == floor * MINUTE && time.getNano() == 0;
        return whole ? floor : floor + 1;
    }
}
