package io.ploy.core.track;

import io.ploy.core.persistence.RunFacts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of the engine.
 *
 * @param epoch which run of the journal, from 1
 * @param version of Ploy
 * @param factsOrNull what it traded with and against, or null if it does not say
 * @param from when it began, engine time
 * @param to when it ended; for one that broke off or goes on, the time of its last record
 */
public record TrackedRun(
        long epoch, String version, @Nullable RunFacts factsOrNull, Instant from, Instant to) {
    /** What it traded with and against, if it says. */
    public Optional<RunFacts> facts() {
        return Optional.ofNullable(factsOrNull);
    }

    /**
     * The build under a strategy's name.
     *
     * @param name under which the strategy runs
     * @return absent if it did not run, or the run does not say
     */
    public Optional<RunFacts.Trader> trader(String name) {
        return facts().flatMap(facts -> facts.traders().stream()
                .filter(trader -> trader.name().equals(name))
                .findFirst());
    }

    /**
     * How long it ran within a period.
     *
     * @param begin of the period
     * @param end of the period
     * @return zero if it did not
     */
    public Duration within(Instant begin, Instant end) {
        Instant first = from.isBefore(begin) ? begin : from;
        Instant last = to.isAfter(end) ? end : to;
        return last.isAfter(first) ? Duration.between(first, last) : Duration.ZERO;
    }
}
