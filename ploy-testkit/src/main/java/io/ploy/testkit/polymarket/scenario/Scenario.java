package io.ploy.testkit.polymarket.scenario;

import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A simulated venue's misfortunes: seed, world, faults, and what must be true in the end. Read from YAML or built in Java;
 * each prints as the other. Immutable.
 *
 * @param name for people
 * @param seed of everything random; null for the venue's own
 * @param world what happens of itself, as {@link WorldSpec#parse} reads it; null for the venue's own
 * @param profile whose faults come first; null for none
 * @param latency how long answers take; null for the profile's
 * @param steps the faults
 * @param expectations what must be true in the end
 */
public record Scenario(
        String name,
        @Nullable Long seed,
        @Nullable String world,
        @Nullable Profile profile,
        @Nullable Latency latency,
        List<Step> steps,
        List<Expectation> expectations) {
    /** Nothing goes wrong. */
    public static final Scenario NONE = builder("none").build();

    /**
     * Checks that the parts fit together.
     *
     * @throws IllegalArgumentException if two faults have one name, one names another that is not there, or the world is
     *     none
     */
    public Scenario {
        steps = List.copyOf(steps);
        expectations = List.copyOf(expectations);
        if (world != null) {
            WorldSpec.parse(world);
        }
        Names.check(merged(profile, steps, 1), expectations);
    }

    /**
     * Starts a scenario without faults.
     *
     * @param name for people
     * @return a builder
     */
    public static ScenarioBuilder builder(String name) {
        return new ScenarioBuilder(name);
    }

    /**
     * Reads a scenario.
     *
     * @param file YAML
     * @return what it says
     * @throws ScenarioException with file, line, key, what was found and what is allowed
     * @throws UncheckedIOException if it cannot be read
     */
    public static Scenario read(Path file) {
        try {
            return parse(Files.readString(file), String.valueOf(file.getFileName()));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read scenario " + file, e);
        }
    }

    /**
     * Reads a scenario.
     *
     * @param yaml its text; JSON is YAML too
     * @param source names it in errors
     * @return what it says
     * @throws ScenarioException with source, line, key, what was found and what is allowed
     */
    public static Scenario parse(String yaml, String source) {
        return new ScenarioReader(source).read(yaml);
    }

    /**
     * The scenario as YAML.
     *
     * @return text that {@link #parse} reads back
     */
    public String toYaml() {
        return ScenarioYaml.write(this);
    }

    /**
     * The scenario as Java.
     *
     * @return an expression that builds it
     */
    public String toJava() {
        return ScenarioJava.write(this);
    }

    /**
     * The faults, the profile's first; one of the scenario's with the name of one of the profile's takes its place.
     *
     * @param venueSeed used if the scenario has none
     * @return what is injected, in the order in which they strike the same occasion
     */
    public List<FaultSpec> faults(long venueSeed) {
        return merged(profile, steps, seed(venueSeed));
    }

    /**
     * The seed.
     *
     * @param venueSeed used if the scenario has none
     * @return of everything random
     */
    public long seed(long venueSeed) {
        return seed == null ? venueSeed : seed;
    }

    /**
     * The seed, if the scenario has one.
     *
     * @return absent for the venue's own
     */
    public OptionalLong ownSeed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /**
     * The world, if the scenario has one.
     *
     * @return absent for the venue's own
     */
    public Optional<WorldSpec> ownWorld() {
        return Optional.ofNullable(world).map(WorldSpec::parse);
    }

    /**
     * How long answers take.
     *
     * @return the scenario's, else the profile's
     */
    public Latency latencyInForce() {
        if (latency != null) {
            return latency;
        }
        return profile == null ? Latency.NONE : profile.scenario().latencyInForce();
    }

    /**
     * Looks for the smallest scenario that still fails: faults, the profile's included, are taken away one at a time.
     *
     * @param venueSeed used if the scenario has none
     * @param fails plays a scenario at a new venue and says whether it fails
     * @return every fault of which is needed
     */
    public Scenario shrink(long venueSeed, Predicate<Scenario> fails) {
        return Shrinking.of(this, venueSeed, fails);
    }

    private static List<FaultSpec> merged(@Nullable Profile profile, List<Step> steps, long seed) {
        Map<String, FaultSpec> merged = new LinkedHashMap<>();
        if (profile != null) {
            profile.scenario().faults(seed).forEach(spec -> merged.put(spec.name(), spec));
        }
        Flattening.of(steps, seed).forEach(spec -> merged.put(spec.name(), spec));
        return new ArrayList<>(merged.values());
    }

    @Override
    public String toString() {
        return toYaml();
    }
}
