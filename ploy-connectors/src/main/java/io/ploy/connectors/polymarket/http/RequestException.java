package io.ploy.connectors.polymarket.http;

import io.ploy.api.PloyException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A request that did not end with a good answer. {@link #failure()} says what is known and what may follow. */
public final class RequestException extends PloyException {
    private static final long serialVersionUID = 1L;

    private final Failure failure;
    private final int status;
    private final String venueText;
    private final @Nullable Duration retryAfter;
    private final transient Map<String, String> told;

    /**
     * A failed request.
     *
     * @param failure what is known
     * @param status of HTTP, or 0 if no answer was read
     * @param message what was asked, what came and what to do; never a secret
     * @param venueText the venue's own words, cut to a sensible length; empty if there are none
     * @param retryAfter when the venue says to come back, or null
     * @param cause what went wrong underneath, or null
     */
    public RequestException(
            Failure failure,
            int status,
            String message,
            String venueText,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause) {
        this(failure, status, message, venueText, retryAfter, cause, Map.of());
    }

    /** A failed request whose answer tells more than words. */
    RequestException(
            Failure failure,
            int status,
            String message,
            String venueText,
            @Nullable Duration retryAfter,
            @Nullable Throwable cause,
            Map<String, String> told) {
        super(message, cause);
        this.failure = failure;
        this.status = status;
        this.venueText = venueText;
        this.retryAfter = retryAfter;
        this.told = Map.copyOf(told);
    }

    /** What is known of the request's end. */
    public Failure failure() {
        return failure;
    }

    /** The status of HTTP, or 0 if no answer was read. */
    public int status() {
        return status;
    }

    /** The venue's own words, for people and for telling refusals apart; may be empty. */
    public String venueText() {
        return venueText;
    }

    /**
     * What else the venue's answer tells, such as the id it expected.
     *
     * @param member of the answer
     * @return absent if there is no such text, if it is too long to be a fact, or if it holds a secret
     */
    public Optional<String> told(String member) {
        return Optional.ofNullable(told.get(member));
    }

    /** When the venue says to come back. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** How a request can fail. */
    public enum Failure {
        /**
         * Not one byte left: limits, an open circuit, no connection. Or the server gave it back unread, as HTTP/2 lets it.
         * Sending it again is safe.
         */
        NOT_SENT(true, false),
        /** It left and no whole answer came. It may or may not have been carried out. */
        NO_ANSWER(false, true),
        /** The venue failed while working on it (5xx). It may or may not have been carried out. */
        SERVER_ERROR(false, true),
        /** An answer that cannot be read, such as a web page. It may or may not have been carried out. */
        UNREADABLE(false, true),
        /** The venue said no to what was asked (4xx). It was not carried out. */
        REFUSED(false, false),
        /** The venue does not know what was asked for (404). */
        NOT_FOUND(false, false),
        /** Credentials or signature were not accepted (401). It was not carried out. */
        UNAUTHORIZED(false, false),
        /** The venue's edge turned the request away (403), for its origin or its headers. It was not carried out. */
        FORBIDDEN(false, false),
        /** The venue does not serve the place the request comes from. It was not carried out. */
        GEOBLOCKED(false, false),
        /** Too many requests (429). It was not carried out; come back later. */
        RATE_LIMITED(true, false),
        /** The matching engine restarts (425). It was not carried out; come back in a minute or two. */
        RESTARTING(true, false),
        /** Only cancels and post-only orders are taken for now (503). It was not carried out. */
        POST_ONLY_MODE(true, false),
        /** Only cancels are taken for now (503). It was not carried out. */
        CANCEL_ONLY_MODE(true, false),
        /** Nothing is taken for now, not even cancels (503). It was not carried out. */
        TRADING_DISABLED(false, false);

        private final boolean retryable;
        private final boolean ambiguous;

        Failure(boolean retryable, boolean ambiguous) {
            this.retryable = retryable;
            this.ambiguous = ambiguous;
        }

        /** Whether the same request may be sent again later: it was not carried out, and the reason passes. */
        public boolean isRetryable() {
            return retryable;
        }

        /** Whether the request may have been carried out although it failed. */
        public boolean isAmbiguous() {
            return ambiguous;
        }
    }
}
