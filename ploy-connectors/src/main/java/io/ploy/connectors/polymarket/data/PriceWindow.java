package io.ploy.connectors.polymarket.data;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** For which time prices are wanted. */
public final class PriceWindow {
    /** The venue takes no longer one; for more, ask for a span or several times. */
    private static final Duration LONGEST = Duration.ofDays(15);

    final @Nullable Instant from;
    final @Nullable Instant to;
    final @Nullable Span span;

    private PriceWindow(@Nullable Instant from, @Nullable Instant to, @Nullable Span span) {
        this.from = from;
        this.to = to;
        this.span = span;
    }

    /**
     * From one moment up to, not including, another.
     *
     * @param from the first
     * @param to at most 15 days later
     * @throws IllegalArgumentException if they are the wrong way round or too far apart
     */
    public static PriceWindow between(Instant from, Instant to) {
        if (!from.isBefore(to) || Duration.between(from, to).compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("prices are given out for at most 15 days at once, not from " + from
                    + " to " + to + ": ask in parts, or for a span");
        }
        return new PriceWindow(from, to, null);
    }

    /** Up to now. */
    public static PriceWindow last(Span span) {
        return new PriceWindow(null, null, span);
    }

    /** How far back. */
    public enum Span {
        /** All there is, coarsely. */
        ALL("max"),
        /** A month. */
        MONTH("1m"),
        /** A week. */
        WEEK("1w"),
        /** A day. */
        DAY("1d"),
        /** Six hours. */
        SIX_HOURS("6h"),
        /** An hour. */
        HOUR("1h");

        private final String word;

        Span(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }
}
