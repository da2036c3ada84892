package io.ploy.testkit.polymarket.world;

import io.ploy.testkit.polymarket.state.VenueState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A world as it is written on a command line or in a scenario: its name, and after a colon its settings, separated by
 * semicolons, such as {@code updown:symbols=BTC,ETH;window=5m}.
 *
 * @param kind which world
 * @param settings by name, those given
 */
public record WorldSpec(Kind kind, Map<String, String> settings) implements VenueWorld {
    private static final Duration RESOLUTION = Duration.ofSeconds(60);

    /** The worlds there are. */
    public enum Kind {
        /** Windows on the prices of coins. */
        UPDOWN(
                "consecutive up/down windows on coin prices",
                Map.of(
                        "symbols", "BTC,ETH", "window", "5m", "ahead", "2", "average", "60s", "dumps", "false",
                        "traffic", "calm")),
        /** Elections with several candidates. */
        NEGRISK("neg-risk events, one winner each", Map.of("outcomes", "5", "length", "1h", "traffic", "calm")),
        /** Games. */
        SPORTS(
                "games with taker delay, cleared books and live odds",
                Map.of("before", "10m", "game", "30m", "traffic", "calm")),
        /** Slow questions. */
        LONGDATED(
                "questions decided in the far future, some on the newer contracts, and perhaps an election",
                Map.of("questions", "4", "newer", "1", "candidates", "0", "length", "30d", "traffic", "calm")),
        /** One of each. */
        MIXED("all of the above together", Map.of("traffic", "calm"));

        private final String description;

        @SuppressWarnings("ImmutableEnumChecker") // only ever Map.of
        private final Map<String, String> defaults;

        Kind(String description, Map<String, String> defaults) {
            this.description = description;
            this.defaults = defaults;
        }

        /**
         * What it is.
         *
         * @return a line for people
         */
        public String description() {
            return description;
        }

        /**
         * What can be set.
         *
         * @return each setting's name with its default
         */
        public Map<String, String> defaults() {
            return defaults;
        }

        /**
         * As it is written.
         *
         * @return lower case
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * Copies the settings and checks them.
     *
     * @throws IllegalArgumentException if one is not known or cannot be read; says what was found and what is allowed
     */
    public WorldSpec {
        settings = Map.copyOf(settings);
        for (String name : settings.keySet()) {
            if (!kind.defaults.containsKey(name)) {
                throw new IllegalArgumentException("world " + kind.word() + ": found setting '" + name + "', allowed "
                        + kind.defaults.keySet().stream().sorted().toList());
            }
        }
    }

    /**
     * Reads a world.
     *
     * @param text such as {@code updown} or {@code negrisk:outcomes=8}
     * @return the world
     * @throws IllegalArgumentException if it cannot be read; says what was found and what is allowed
     */
    public static WorldSpec parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        Kind kind = Arrays.stream(Kind.values())
                .filter(each -> each.word().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("world: found '" + name + "', allowed "
                        + Arrays.stream(Kind.values()).map(Kind::word).toList()));
        Map<String, String> settings = new LinkedHashMap<>();
        if (colon >= 0) {
            for (String pair : text.substring(colon + 1).split(";")) {
                int equals = pair.indexOf('=');
                if (equals < 0) {
                    throw new IllegalArgumentException("world " + name + ": found '" + pair + "', expected name=value");
                }
                settings.put(pair.substring(0, equals), pair.substring(equals + 1));
            }
        }
        WorldSpec spec = new WorldSpec(kind, settings);
        spec.worlds();
        spec.traffic();
        return spec;
    }

    @Override
    public Run begin(VenueState state) {
        Stage stage = new Stage(state, traffic());
        worlds().forEach(world -> world.begin(stage));
        return () -> {};
    }

    private List<World> worlds() {
        return switch (kind) {
            case UPDOWN -> upDown();
            case NEGRISK -> List.of(new NegRiskWorld(count("outcomes", 2, 26), duration("length"), RESOLUTION));
            case SPORTS -> List.of(new SportsWorld(duration("before"), duration("game"), RESOLUTION));
            case LONGDATED -> longDated();
            case MIXED -> mixed();
        };
    }

    private List<World> longDated() {
        Duration length = duration("length");
        World questions = new BinaryWorld(count("questions", 1, 1_000), count("newer", 0, 1_000), length, RESOLUTION);
        int candidates = count("candidates", 0, 26);
        if (candidates == 1) {
            throw refused("candidates", "0 for no election, or 2 and more");
        }
        return candidates == 0
                ? List.of(questions)
                : List.of(questions, new NegRiskWorld(candidates, length, RESOLUTION));
    }

    private static List<World> mixed() {
        List<World> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            if (kind != Kind.MIXED) {
                all.addAll(new WorldSpec(kind, Map.of()).worlds());
            }
        }
        return all;
    }

    private List<World> upDown() {
        List<World> worlds = new ArrayList<>();
        Duration window = duration("window");
        if (window.toSeconds() < 60 || window.toSeconds() % 60 != 0) {
            throw refused("window", "whole minutes");
        }
        for (String symbol : text("symbols").split(",")) {
            UpDownWorld.Coin coin = UpDownWorld.Coin.ALL.stream()
                    .filter(each -> each.ticker().equalsIgnoreCase(symbol))
                    .findFirst()
                    .orElseThrow(() -> refused("symbols", "BTC, ETH, SOL, XRP"));
            worlds.add(new UpDownWorld(
                    coin, window, count("ahead", 0, 100), duration("average"), flag("dumps"), RESOLUTION));
        }
        return worlds;
    }

    private Traffic traffic() {
        return switch (text("traffic")) {
            case "calm" -> Traffic.CALM;
            case "busy" -> Traffic.BUSY;
            case "none" -> Traffic.NONE;
            default -> throw refused("traffic", "calm, busy or none");
        };
    }

    private String text(String name) {
        return settings.getOrDefault(name, kind.defaults.getOrDefault(name, ""));
    }

    private boolean flag(String name) {
        return switch (text(name)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw refused(name, "true or false");
        };
    }

    private int count(String name, int least, int most) {
        try {
            int value = Integer.parseInt(text(name));
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Refused below, as one out of range is.
        }
        throw refused(name, least + " to " + most);
    }

    private Duration duration(String name) {
        String text = text(name);
        try {
            long amount = Long.parseLong(text.substring(0, Math.max(0, text.length() - 1)));
            if (amount >= 0) {
                Duration found = inUnit(amount, text.charAt(text.length() - 1));
                if (found != null) {
                    return found;
                }
            }
        } catch (NumberFormatException e) {
            // Refused below, as a wrong unit is.
        }
        throw refused(name, "a number with s, m, h or d");
    }

    private static @Nullable Duration inUnit(long amount, char unit) {
        return switch (unit) {
            case 's' -> Duration.ofSeconds(amount);
            case 'm' -> Duration.ofMinutes(amount);
            case 'h' -> Duration.ofHours(amount);
            case 'd' -> Duration.ofDays(amount);
            default -> null;
        };
    }

    private IllegalArgumentException refused(String name, String allowed) {
        return new IllegalArgumentException(
                "world " + kind.word() + ", " + name + ": found '" + text(name) + "', allowed " + allowed);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.word());
        String separator = ":";
        for (String name : settings.keySet().stream().sorted().toList()) {
            text.append(separator).append(name).append('=').append(settings.get(name));
            separator = ";";
        }
        return text.toString();
    }
}
