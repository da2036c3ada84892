package io.ploy.testkit.polymarket.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Kinds of days at the venue, each a scenario of its own that others can build on. */
public enum Profile {
    /** Nothing goes wrong but what always may: the baseline. */
    CALM,
    /** Much traffic, small mishaps. */
    BUSY,
    /** A network that loses and delays. */
    FLAKY_NETWORK,
    /** The day of a new protocol version. */
    CUTOVER_DAY,
    /** Everything at once. */
    HOSTILE,
    /** Small mishaps for a very long time. */
    LONG_SOAK;

    private static final Map<Profile, Scenario> MADE = new ConcurrentHashMap<>();

    /**
     * Its name in files and on command lines.
     *
     * @return lower case, with hyphens
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Finds a profile.
     *
     * @param word its name, in any case
     * @return absent if there is none
     */
    public static Optional<Profile> of(String word) {
        return Arrays.stream(values())
                .filter(profile -> profile.word().equalsIgnoreCase(word))
                .findFirst();
    }

    /**
     * What it does.
     *
     * @return the scenario
     */
    public Scenario scenario() {
        return MADE.computeIfAbsent(this, profile -> Scenario.parse(text(), word() + ".yaml"));
    }

    private String text() {
        try (InputStream file = Profile.class.getResourceAsStream("profile/" + word() + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("no profile " + word());
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read profile " + word(), e);
        }
    }
}
