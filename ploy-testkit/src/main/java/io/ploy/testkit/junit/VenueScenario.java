package io.ploy.testkit.junit;

import io.ploy.testkit.polymarket.scenario.Profile;
import io.ploy.testkit.polymarket.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The scenario that an annotation asks for. */
final class VenueScenario {
    private VenueScenario() {}

    static Scenario of(SimulatedPolymarket wanted, Class<?> test) {
        try {
            Scenario given = wanted.scenario().isEmpty() ? Scenario.NONE : read(wanted.scenario(), test);
            return wanted.profile().isEmpty() ? given : with(profile(wanted.profile()), given);
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException("@SimulatedPolymarket: " + e.getMessage(), e);
        }
    }

    private static Profile profile(String word) {
        return Profile.of(word)
                .orElseThrow(() -> new IllegalArgumentException("profile: found '" + word + "', allowed "
                        + Arrays.stream(Profile.values()).map(Profile::word).toList()));
    }

    private static Scenario with(Profile profile, Scenario given) {
        return new Scenario(
                given.equals(Scenario.NONE) ? profile.word() : given.name(),
                given.seed(),
                given.world(),
                profile,
                given.latency(),
                given.steps(),
                given.expectations());
    }

    private static Scenario read(String name, Class<?> test) {
        try (InputStream file = test.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalArgumentException(
                        "scenario: found no resource '" + name + "' beside " + test.getName());
            }
            return Scenario.parse(new String(file.readAllBytes(), StandardCharsets.UTF_8), name);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read scenario " + name, e);
        }
    }
}
