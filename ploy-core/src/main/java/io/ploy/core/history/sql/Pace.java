package io.ploy.core.history.sql;

import java.time.Duration;

/**
 * How often a follower looks, and how it deals with a database that fails.
 *
 * @param lookEvery for records that became durable
 * @param retryEvery how long to wait after a failure; doubled with each one in a row
 * @param retryAtMost what that doubling ends at
 * @param closeWithin how long closing waits for the tables to catch up
 */
record Pace(Duration lookEvery, Duration retryEvery, Duration retryAtMost, Duration closeWithin) {
    static final Pace USUAL =
            new Pace(Duration.ofMillis(100), Duration.ofMillis(500), Duration.ofMinutes(1), Duration.ofSeconds(3));

    Duration afterFailure(Duration pause) {
        Duration doubled = pause.multipliedBy(2);
        return doubled.compareTo(retryAtMost) < 0 ? doubled : retryAtMost;
    }
}
