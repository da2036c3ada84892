package io.ploy.testkit.polymarket.trading;

import java.time.Duration;

/**
 * What the venue's trading routes keep to.
 *
 * @param pageSize rows on a page of orders or trades, at least 1
 * @param heartbeatDeadline how long after a heartbeat a key's orders are cancelled, above zero
 * @param clockAhead how far an order's time of making may lie ahead of the venue's, not negative
 * @param orderAge how old an order may be when it comes, above zero
 * @param notificationsKept how many notifications a key can have waiting, at least 1
 */
public record TradingSettings(
        int pageSize, Duration heartbeatDeadline, Duration clockAhead, Duration orderAge, int notificationsKept) {
    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a value is out of range
     */
    public TradingSettings {
        if (pageSize < 1
                || notificationsKept < 1
                || clockAhead.isNegative()
                || isNotPositive(orderAge)
                || isNotPositive(heartbeatDeadline)) {
            throw new IllegalArgumentException("a page, a deadline or an age of nothing: " + pageSize + ", "
                    + notificationsKept + ", " + clockAhead + ", " + orderAge + ", " + heartbeatDeadline);
        }
    }

    /**
     * As the venue has it where that is known: pages of 100, ten seconds between heartbeats.
     *
     * @return the defaults; of an order's time they ask only that it is in milliseconds and of about today
     */
    public static TradingSettings usual() {
        return new TradingSettings(100, Duration.ofSeconds(10), Duration.ofMinutes(5), Duration.ofDays(1), 100);
    }

    private static boolean isNotPositive(Duration duration) {
        return duration.isNegative() || duration.isZero();
    }
}
