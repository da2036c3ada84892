package io.ploy.connectors.polymarket.clob;

import io.ploy.connectors.polymarket.http.Call;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which prices of the past are meant: of a span that ends now, or of a time from one moment to another.
 *
 * @param token names the token
 * @param span how far back from now, or null
 * @param from from when, or null
 * @param to until when, or null for now
 * @param step how far apart, in whole minutes; null leaves it to the venue
 */
public record HistoryQuery(
        String token,
        @Nullable Span span,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Duration step) {
    /** How far back from now. */
    public enum Span {
        /** An hour. */
        HOUR("1h"),
        /** Six hours. */
        SIX_HOURS("6h"),
        /** A day. */
        DAY("1d"),
        /** A week. */
        WEEK("1w"),
        /** A month. */
        MONTH("1m"),
        /** All there is. */
        MAX("max");

        private final String word;

        Span(String word) {
            this.word = word;
        }
    }

    /** Refuses what means nothing or two things. */
    public HistoryQuery {
        if ((span == null) == (from == null)) {
            throw new IllegalArgumentException("name either a span or a start");
        }
        if (from != null && to != null && !from.isBefore(to)) {
            throw new IllegalArgumentException("from " + from + " is not before " + to);
        }
        if (step != null && step.toMinutes() < 1) {
            throw new IllegalArgumentException("a step has at least a minute, not " + step);
        }
    }

    /** The prices of a span that ends now. */
    public static HistoryQuery last(String token, Span span) {
        return new HistoryQuery(token, span, null, null, null);
    }

    /** The prices from one moment to another. */
    public static HistoryQuery between(String token, Instant from, Instant to) {
        return new HistoryQuery(token, null, from, to, null);
    }

    /** The same with a step of its own. */
    public HistoryQuery every(Duration wanted) {
        return new HistoryQuery(token, span, from, to, wanted);
    }

    Call on(Call call) {
        Call asked = call.query("market", token);
        if (span != null) {
            asked = asked.query("interval", span.word);
        }
        if (from != null) {
            asked = asked.query("startTs", String.valueOf(from.getEpochSecond()));
        }
        if (to != null) {
            asked = asked.query("endTs", String.valueOf(to.getEpochSecond()));
        }
        return step == null ? asked : asked.query("fidelity", String.valueOf(step.toMinutes()));
    }
}
