package io.ploy.testkit.polymarket.clob;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.book.HistoryPoint;
import io.ploy.testkit.polymarket.book.OutcomeBook;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** What an outcome was worth, minute by minute. Ended markets keep their history. */
final class HistoryRoute {
    private static final int MOST_POINTS = 10_080;

    private final VenueState state;
    private final VenueBooks books;

    HistoryRoute(VenueState state, VenueBooks books) {
        this.state = state;
        this.books = books;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/prices-history", this::history);
    }

    private Turn history(WireRequest request, Map<String, String> parts) {
        String token = AskedToken.checked(request.parameter("market").orElseThrow(Refusals::invalidMarket));
        Optional<Duration> interval = request.parameter("interval").map(HistoryRoute::interval);
        Optional<Instant> from = time(request, "startTs");
        Optional<Instant> to = time(request, "endTs");
        long everyMinutes = Math.max(1, whole(request, "fidelity").orElse(1L));
        return () -> {
            Instant now = state.loop().timeline().now();
            Instant last = to.filter(now::isAfter).orElse(now);
            Instant first = from.orElse(interval.map(now::minus).orElse(Instant.EPOCH));
            ObjectNode answer = JsonNodeFactory.instance.objectNode();
            ArrayNode history = answer.putArray("history");
            Optional<OutcomeBook> book = books.listed(token);
            if (book.isPresent()) {
                for (HistoryPoint point : book.get().history(first, last, everyMinutes, MOST_POINTS)) {
                    Numbers.put(
                            history.addObject().put("t", point.at().getEpochSecond()),
                            "p",
                            point.price().micros());
                }
            }
            return WireAnswer.json(answer.toString());
        };
    }

    private static Duration interval(String word) {
        return switch (word) {
            case "1h" -> Duration.ofHours(1);
            case "6h" -> Duration.ofHours(6);
            case "1d" -> Duration.ofDays(1);
            case "1w" -> Duration.ofDays(7);
            case "1m" -> Duration.ofDays(30);
            case "max", "all" -> Duration.ofDays(3_650);
            default -> throw Refusals.invalidPayload();
        };
    }

    private static Optional<Instant> time(WireRequest request, String name) {
        try {
            return whole(request, name).map(Instant::ofEpochSecond);
        } catch (DateTimeException e) {
            throw Refusals.invalidPayload();
        }
    }

    private static Optional<Long> whole(WireRequest request, String name) {
        try {
            return request.parameter(name).map(Long::valueOf);
        } catch (NumberFormatException e) {
            throw Refusals.invalidPayload();
        }
    }
}
