package io.ploy.testkit.polymarket.stream.price;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.List;

/** One symbol's prices of one kind over the last minute or so. */
final class PriceSeries {
    /** What the services send on subscribing. */
    private static final int MOST_TOLD = 60;

    private static final Duration KEPT = Duration.ofSeconds(60);
    private static final int MOST_KEPT = 6_000;
    private static final int DECIMALS = 12;

    private final PriceKind kind;
    private final String symbol;
    private final ArrayDeque<PricePoint> points = new ArrayDeque<>();
    private String source = "";

    PriceSeries(PriceKind kind, String symbol) {
        this.kind = kind;
        this.symbol = symbol;
    }

    PriceKind kind() {
        return kind;
    }

    /** As the venue's other parts call it, such as {@code BTC/USD}. */
    String symbol() {
        return symbol;
    }

    /** Whether it takes its prices from a source: the one it is meant to have, or else the first that came. */
    boolean takes(String from) {
        if (source.isEmpty() || from.equals(kind.source())) {
            source = from;
        }
        return source.equals(from);
    }

    void add(PricePoint point) {
        points.addLast(point);
        Instant oldest = point.at().minus(KEPT);
        // The last one before the minute still counts at the minute's start.
        while (points.size() > MOST_KEPT || (points.size() > 1 && !second().at().isAfter(oldest))) {
            points.removeFirst();
        }
    }

    int kept() {
        return points.size();
    }

    private PricePoint second() {
        Iterator<PricePoint> each = points.iterator();
        each.next();
        return each.next();
    }

    /** The newest ones, oldest first. */
    List<PricePoint> recent() {
        return points.stream().skip(Math.max(0, points.size() - MOST_TOLD)).toList();
    }

    /** The average over the time before the newest price, each price weighed by how long it stood. */
    PricePoint average(Duration window) {
        PricePoint last = points.getLast();
        Instant start = last.at().minus(window);
        BigDecimal sum = BigDecimal.ZERO;
        long nanos = 0;
        PricePoint before = null;
        for (PricePoint point : points) {
            if (before != null && point.at().isAfter(start)) {
                Instant from = before.at().isAfter(start) ? before.at() : start;
                long stood = Math.max(0, Duration.between(from, point.at()).toNanos());
                sum = sum.add(before.value().multiply(BigDecimal.valueOf(stood)));
                nanos += stood;
            }
            before = point;
        }
        return nanos == 0
                ? last
                : new PricePoint(last.at(), sum.divide(BigDecimal.valueOf(nanos), DECIMALS, RoundingMode.HALF_EVEN));
    }
}
