package io.ploy.connectors.polymarket.http;

import java.time.Duration;
import java.util.Optional;

/**
 * The venue's time beside the machine's.
 *
 * @param offset what proofs add to the machine's time; zero if the difference is too small to be measured or unknown
 * @param measured how long ago it was last measured; empty if never
 */
public record ClockReport(Duration offset, Optional<Duration> measured) {}
