package io.ploy.connectors.polymarket.http;

import io.ploy.connectors.polymarket.http.RequestException.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says what an answer means: by its status first, by its words second. */
final class Verdict {
    /** Said with 500 although the order was refused for good. */
    private static final List<String> REFUSALS_WITH_500 = List.of(
            "there are no matching orders",
            "fok orders are filled or killed",
            "fok orders are fully filled or killed",
            "no orders found to match with fak order",
            "the trade contains rounding issues",
            "has a discrepancy greater than allowed with the worst maker order");

    private static final List<String> PLACES = List.of("region", "country", "jurisdiction", "location");
    private static final List<String> SHUT = List.of("restricted", "blocked", "unavailable", "not available", "banned");

    private Verdict() {}

    /**
     * What an answer means.
     *
     * @param now the venue's time
     * @return null if the answer is good
     */
    static @Nullable RequestException of(Call call, String host, Answer answer, Proof proof, Instant now) {
        if (answer.isGood()) {
            return VenueText.isPage(answer) ? failure(call, host, answer, proof, Failure.UNREADABLE, now) : null;
        }
        VenueText text = VenueText.of(answer, proof);
        return failure(call, host, answer, text, kind(answer, text), now);
    }

    private static RequestException failure(
            Call call, String host, Answer answer, Proof proof, Failure kind, Instant now) {
        return failure(call, host, answer, VenueText.of(answer, proof), kind, now);
    }

    private static RequestException failure(
            Call call, String host, Answer answer, VenueText text, Failure kind, Instant now) {
        String words = text.words().isEmpty() ? "without words" : '"' + text.words() + '"';
        String message = call + " at " + host + ": " + kind + ", status " + answer.status()
                + (text.isPage() ? " with a web page, " : ", ") + words;
        @Nullable Duration retryAfter = RetryAfter.of(answer, text, now);
        return new RequestException(kind, answer.status(), message, text.words(), retryAfter, null, text.members());
    }

    private static Failure kind(Answer answer, VenueText text) {
        int status = answer.status();
        return switch (status) {
            case 401 -> Failure.UNAUTHORIZED;
            case 403 -> isGeoblock(answer, text) ? Failure.GEOBLOCKED : Failure.FORBIDDEN;
            case 404 -> Failure.NOT_FOUND;
            case 408 -> Failure.NO_ANSWER;
            case 425 -> Failure.RESTARTING;
            case 429 -> Failure.RATE_LIMITED;
            case 451 -> Failure.GEOBLOCKED;
            case 500 -> REFUSALS_WITH_500.stream().anyMatch(text::says) ? Failure.REFUSED : Failure.SERVER_ERROR;
            case 503 -> mode(text);
            default -> byClass(status, text);
        };
    }

    private static Failure byClass(int status, VenueText text) {
        if (status >= 500) {
            return Failure.SERVER_ERROR;
        }
        if (status < 400) {
            return Failure.UNREADABLE;
        }
        // the venue gives up half-way with this one, which says nothing about the order
        return text.says("context canceled") || text.says("context deadline exceeded")
                ? Failure.SERVER_ERROR
                : Failure.REFUSED;
    }

    private static Failure mode(VenueText text) {
        if ("post_only_mode".equals(text.json().path("code").asText()) || text.says("post-only mode")) {
            return Failure.POST_ONLY_MODE;
        }
        if (text.says("cancel-only")) {
            return Failure.CANCEL_ONLY_MODE;
        }
        return text.says("trading is currently disabled") ? Failure.TRADING_DISABLED : Failure.SERVER_ERROR;
    }

    private static boolean isGeoblock(Answer answer, VenueText text) {
        String words = text.words().toLowerCase(Locale.ROOT);
        boolean said = words.contains("geoblock")
                || (SHUT.stream().anyMatch(words::contains) && PLACES.stream().anyMatch(words::contains));
        return said
                || answer.headers().names().stream()
                        .anyMatch(name -> name.toLowerCase(Locale.ROOT).contains("geoblock"));
    }
}
