package io.ploy.host.deployment;

import java.time.Instant;

/**
 * A stretch of time.
 *
 * @param from its first moment
 * @param to the first moment after it
 */
record Period(Instant from, Instant to) {}
