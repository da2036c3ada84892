package io.ploy.connectors.polymarket.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import okhttp3.Headers;
import org.jspecify.annotations.Nullable;

/**
 * When an answer says to come back. It can say so in three places; whoever comes at the latest of them comes too early for
 * none.
 */
final class RetryAfter {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");
    private static final Pattern EPOCH_SECONDS = Pattern.compile("\\d{1,11}");
    private static final Duration LONGEST = Duration.ofDays(1);

    private RetryAfter() {}

    static @Nullable Duration of(Answer answer, VenueText text, Instant now) {
        @Nullable Duration header = header(answer.headers(), now);
        @Nullable Duration body = body(text.json().path("retry_after_seconds"));
        @Nullable Duration reset = answer.status() == 429 ? reset(answer.headers(), now) : null;
        return later(later(header, body), reset);
    }

    /** When the wait that the limits of a signer ask for is over, from now. */
    static @Nullable Duration reset(Headers headers, Instant now) {
        String value = headers.get("Poly-RateLimit-Reset");
        if (value == null || !EPOCH_SECONDS.matcher(value.strip()).matches()) {
            return null;
        }
        return bounded(Duration.between(now, Instant.ofEpochSecond(Long.parseLong(value.strip()))));
    }

    private static @Nullable Duration header(Headers headers, Instant now) {
        String value = headers.get("Retry-After");
        if (value == null) {
            return null;
        }
        if (SECONDS.matcher(value.strip()).matches()) {
            return bounded(Duration.ofSeconds(Long.parseLong(value.strip())));
        }
        Instant at = headers.getInstant("Retry-After");
        return at == null ? null : bounded(Duration.between(now, at));
    }

    private static @Nullable Duration body(JsonNode seconds) {
        if (!seconds.isNumber()) {
            return null;
        }
        double most = Math.min(seconds.doubleValue(), (double) LONGEST.toSeconds());
        return bounded(Duration.ofMillis((long) Math.ceil(most * 1000)));
    }

    private static Duration bounded(Duration wait) {
        if (wait.isNegative()) {
            return Duration.ZERO;
        }
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    private static @Nullable Duration later(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.compareTo(other) >= 0 ? one : other;
    }
}
