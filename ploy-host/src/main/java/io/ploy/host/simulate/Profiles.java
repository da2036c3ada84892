package io.ploy.host.simulate;

import io.ploy.testkit.polymarket.scenario.Profile;
import java.util.Arrays;

/** Finds the profile that a command line names. */
final class Profiles {
    private Profiles() {}

    static Profile named(String word) {
        return Profile.of(word)
                .orElseThrow(() -> new IllegalArgumentException("--profile: found '" + word + "', allowed "
                        + Arrays.stream(Profile.values()).map(Profile::word).toList()));
    }
}
