package io.ploy.connectors.polymarket.stream;

import java.time.Duration;

/**
 * How connections of one kind are kept.
 *
 * @param userAgent says who connects; the venue's edge refuses nameless clients
 * @param pingEvery how often the other side is asked whether it is there; zero for never
 * @param signWithin the longest time without a sign that the other side is there ({@code PONG}, or its own
 *     {@code ping}), whatever else it sends; zero where it gives none
 * @param dataWithin the longest time without data; zero where silence is normal
 * @param connectWithin how long opening may take
 * @param firstDelay the longest wait after the first loss; doubled with each further one
 * @param longestDelay where the doubling ends
 * @param refusedDelay the wait after the venue refused who asks or what was said
 * @param steadyAfter how long a connection must have held for the doubling to begin again
 * @param closeWithin how long an orderly close may take before the connection is cut
 * @param sendEvery the shortest time between two messages sent
 * @param queueLimit the most messages waiting to be sent; one more and the connection is opened anew
 */
public record SocketSettings(
        String userAgent,
        Duration pingEvery,
        Duration signWithin,
        Duration dataWithin,
        Duration connectWithin,
        Duration firstDelay,
        Duration longestDelay,
        Duration refusedDelay,
        Duration steadyAfter,
        Duration closeWithin,
        Duration sendEvery,
        int queueLimit) {
    private static final SocketSettings BASE = new SocketSettings(
            "ploy",
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ZERO,
            Duration.ofSeconds(10),
            Duration.ofMillis(500),
            Duration.ofSeconds(30),
            Duration.ofMinutes(5),
            Duration.ofMinutes(1),
            Duration.ofSeconds(2),
            Duration.ofMillis(100),
            1000);

    /** Checks that the values make sense together. */
    public SocketSettings {
        notNegative(pingEvery, "pingEvery");
        notNegative(signWithin, "signWithin");
        notNegative(dataWithin, "dataWithin");
        notNegative(sendEvery, "sendEvery");
        positive(connectWithin, "connectWithin");
        positive(firstDelay, "firstDelay");
        positive(longestDelay, "longestDelay");
        positive(refusedDelay, "refusedDelay");
        positive(steadyAfter, "steadyAfter");
        positive(closeWithin, "closeWithin");
        if (firstDelay.compareTo(longestDelay) > 0) {
            throw new IllegalArgumentException(
                    "firstDelay " + firstDelay + " is longer than longestDelay " + longestDelay);
        }
        if (!signWithin.isZero() && !pingEvery.isZero() && signWithin.compareTo(pingEvery) <= 0) {
            throw new IllegalArgumentException("signWithin " + signWithin + " must be longer than pingEvery "
                    + pingEvery + ", or no answer can come in time");
        }
        if (userAgent.isBlank() || !userAgent.chars().allMatch(c -> c >= ' ' && c < 127)) {
            throw new IllegalArgumentException("userAgent must be printable ASCII and not blank: '" + userAgent + "'");
        }
        if (queueLimit < 1) {
            throw new IllegalArgumentException("queueLimit must be at least 1, found " + queueLimit);
        }
    }

    private static void notNegative(Duration value, String name) {
        if (value.isNegative()) {
            throw new IllegalArgumentException(name + " must not be negative, found " + value);
        }
    }

    private static void positive(Duration value, String name) {
        if (value.isNegative() || value.isZero()) {
            throw new IllegalArgumentException(name + " must be longer than zero, found " + value);
        }
    }

    /** The market and user channels: a ping every ten seconds; silence of data is judged elsewhere. */
    public static SocketSettings clob() {
        return BASE;
    }

    /** The older price service: a ping every five seconds, and prices every second. */
    public static SocketSettings realTimeData() {
        return BASE.withLiveness(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30));
    }

    /**
     * The newer price service: it answers a ping of its own form, and wants distance between requests.
     *
     * @param dataWithin the longest time without a price; zero where markets may be closed
     */
    public static SocketSettings polyBolt(Duration dataWithin) {
        return BASE.withLiveness(Duration.ofSeconds(10), Duration.ofSeconds(30), dataWithin)
                .withSendEvery(Duration.ofMillis(110));
    }

    /** Scores: the venue pings every five seconds. */
    public static SocketSettings sports() {
        return BASE.withLiveness(Duration.ZERO, Duration.ofSeconds(30), Duration.ZERO);
    }

    /**
     * The same with other bounds on silence.
     *
     * @param ping how often to ping, zero for never
     * @param sign the longest time without a sign, zero for any
     * @param data the longest time without data, zero for any
     * @return a changed copy
     */
    public SocketSettings withLiveness(Duration ping, Duration sign, Duration data) {
        return new SocketSettings(
                userAgent,
                ping,
                sign,
                data,
                connectWithin,
                firstDelay,
                longestDelay,
                refusedDelay,
                steadyAfter,
                closeWithin,
                sendEvery,
                queueLimit);
    }

    /**
     * The same with another distance between messages.
     *
     * @param every the shortest time between two
     * @return a changed copy
     */
    public SocketSettings withSendEvery(Duration every) {
        return new SocketSettings(
                userAgent,
                pingEvery,
                signWithin,
                dataWithin,
                connectWithin,
                firstDelay,
                longestDelay,
                refusedDelay,
                steadyAfter,
                closeWithin,
                every,
                queueLimit);
    }

    /**
     * The same under another name.
     *
     * @param agent says who connects
     * @return a changed copy
     */
    public SocketSettings withUserAgent(String agent) {
        return new SocketSettings(
                agent,
                pingEvery,
                signWithin,
                dataWithin,
                connectWithin,
                firstDelay,
                longestDelay,
                refusedDelay,
                steadyAfter,
                closeWithin,
                sendEvery,
                queueLimit);
    }
}
