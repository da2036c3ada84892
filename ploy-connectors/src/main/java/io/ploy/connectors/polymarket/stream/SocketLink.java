package io.ploy.connectors.polymarket.stream;

import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;

/** Hands what happens to one connection to its socket, on the reader's thread. */
final class SocketLink extends WebSocketListener {
    /** Longer than that nobody waits on the word of a header. */
    private static final Duration MOST_PATIENT = Duration.ofMinutes(5);

    private final VenueSocket socket;
    private final long attempt;
    private final TimeSource time;

    SocketLink(VenueSocket socket, long attempt, TimeSource time) {
        this.socket = socket;
        this.attempt = attempt;
        this.time = time;
    }

    @Override
    public void onOpen(WebSocket link, Response response) {
        socket.from(attempt, socket::opened);
    }

    @Override
    public void onMessage(WebSocket link, String text) {
        socket.from(attempt, () -> socket.received(text));
    }

    @Override
    public void onClosing(WebSocket link, int code, String reason) {
        link.close(1000, null);
        socket.from(attempt, () -> socket.lose(Ending.closed(code, reason)));
    }

    @Override
    public void onFailure(WebSocket link, Throwable failure, @Nullable Response response) {
        Ending ending = response == null || response.code() == 101
                ? Ending.lost(failure.toString())
                : Ending.turnedAway(response.code(), retryAfter(response));
        socket.from(attempt, () -> socket.lose(ending));
    }

    /** A number of seconds, or a date. */
    private Duration retryAfter(Response response) {
        String header = response.header("Retry-After");
        if (header == null) {
            return Duration.ZERO;
        }
        Duration wait;
        try {
            wait = header.chars().allMatch(Character::isDigit)
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(time.now(), ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (NumberFormatException | DateTimeParseException e) {
            return Duration.ZERO;
        }
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(MOST_PATIENT) > 0 ? MOST_PATIENT : wait;
    }
}
