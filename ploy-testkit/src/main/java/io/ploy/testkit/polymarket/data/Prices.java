package io.ploy.testkit.polymarket.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.book.HistoryPoint;
import io.ploy.testkit.polymarket.book.OutcomeBook;
import io.ploy.testkit.polymarket.book.VenueBooks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What an outcome was worth over time, as the second version gives it out. */
final class Prices {
    private static final Duration LONGEST = Duration.ofDays(15);
    private static final int SECONDS_OF_MINUTE = 60;
    private static final int MOST_SECONDS = 86_400;
    private static final int MOST_POINTS = 10_080;

    private final VenueBooks books;
    private final Supplier<Instant> now;

    Prices(VenueBooks books, Supplier<Instant> now) {
        this.books = books;
        this.now = now;
    }

    /** Oldest first. */
    List<ObjectNode> rows(Query query) {
        if (!query.has("token_id")) {
            throw query.refused("token_id", "given");
        }
        Instant from = from(query);
        Instant to = query.time("end", now.get().plusNanos(1));
        long every = every(query);
        Optional<OutcomeBook> book = books.listed(query.text("token_id", ""));
        return book.stream()
                .flatMap(each -> each.history(from, to.minusNanos(1), every / SECONDS_OF_MINUTE, MOST_POINTS).stream())
                .map(point -> row(point, every))
                .toList();
    }

    private Instant from(Query query) {
        boolean started = query.has("start");
        if (started == query.has("interval")) {
            throw query.refused("start", "given, or an interval, and not both");
        }
        if (!started) {
            return now.get().minus(interval(query));
        }
        Instant from = query.time("start", Instant.EPOCH);
        if (from.plus(LONGEST).isBefore(query.time("end", now.get()))) {
            throw query.refused("start", "at most 15 days before the end");
        }
        return from;
    }

    private static Duration interval(Query query) {
        return switch (query.text("interval", "")) {
            case "1h" -> Duration.ofHours(1);
            case "6h" -> Duration.ofHours(6);
            case "1d" -> Duration.ofDays(1);
            case "1w" -> Duration.ofDays(7);
            case "1m" -> Duration.ofDays(30);
            case "max", "all" -> Duration.ofDays(3_650);
            default -> throw query.refused("interval", "max, all, 1m, 1w, 1d, 6h or 1h");
        };
    }

    private static long every(Query query) {
        int seconds = query.count("bucket_seconds", SECONDS_OF_MINUTE, MOST_SECONDS);
        if (seconds < SECONDS_OF_MINUTE || seconds % SECONDS_OF_MINUTE != 0) {
            throw query.refused("bucket_seconds", "whole minutes");
        }
        return seconds;
    }

    private static ObjectNode row(HistoryPoint point, long every) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", point.at().getEpochSecond())
                .put("price", new BigDecimal(point.price().toString()))
                .put("resolution_seconds", every);
    }
}
