package io.ploy.connectors.polymarket.directory;

import java.time.Duration;
import java.time.Instant;

/**
 * Something known, from whom and since when.
 *
 * @param <T> what is known
 * @param value what is known
 * @param source who said so last
 * @param at when it was read
 */
public record Sourced<T>(T value, RuleSource source, Instant at) {
    /** How far the catalogue may be behind: its answers are kept that long on their way. */
    private static final Duration CATALOGUE_LAG = Duration.ofMinutes(5);

    /** Since when it is surely so. */
    Instant since() {
        return source == RuleSource.CATALOGUE ? at.minus(CATALOGUE_LAG) : at;
    }
}
