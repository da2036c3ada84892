package io.ploy.host.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One demo as asked for on the command line.
 *
 * @param length how long it runs by the watcher's clock
 * @param seed of the simulated market and of the engine
 * @param speed market seconds per second of the watcher
 * @param strategy the strategy's name
 * @param parameters what was given of its parameters, as text
 * @param plugins where the plugins are
 * @param journalOrNull the folder for the journal, or null for a temporary one
 * @param wire whether the venue is reached over the wire, in real time
 * @param profileOrNull the kind of day at a venue over the wire, or null for one on which nothing goes wrong
 */
public record DemoRequest(
        Duration length,
        long seed,
        int speed,
        String strategy,
        Map<String, String> parameters,
        Path plugins,
        @Nullable Path journalOrNull,
        boolean wire,
        @Nullable String profileOrNull) {
    /** Copies the map. */
    public DemoRequest {
        parameters = Map.copyOf(parameters);
    }

    /** Where the journal goes; absent for a temporary folder. */
    public Optional<Path> journal() {
        return Optional.ofNullable(journalOrNull);
    }

    /** The kind of day at the venue; absent for one on which nothing goes wrong. */
    public Optional<String> profile() {
        return Optional.ofNullable(profileOrNull);
    }

    /** How long it runs by the market's clock. */
    public Duration marketLength() {
        return length.multipliedBy(speed);
    }
}
