package io.ploy.core.risk;

import io.ploy.api.market.Event;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import io.ploy.core.portfolio.MarketScopes;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sorts markets by the tags of their events: the first domain with one of the tags is that of the market. A market whose
 * window settles on a price belongs to crypto, if there is such a domain, where nothing else is known of it. Windows of one domain that end within the
 * same minute are a group, since what moves one price moves the others.
 *
 * @param domains the domains in the order in which they are tried
 */
public record Domains(List<Domain> domains) implements MarketScopes {
    /** The domain of a market that fits no other. */
    public static final String OTHER = "other";

    private static final String CRYPTO = "crypto";

    /** Crypto, sports, politics, economics; everything else is other. */
    public static final Domains USUAL = new Domains(List.of(
            new Domain(
                    CRYPTO,
                    Set.of(
                            CRYPTO,
                            "crypto-prices",
                            "bitcoin",
                            "ethereum",
                            "solana",
                            "xrp",
                            "up-or-down",
                            "btc",
                            "eth")),
            new Domain(
                    "sports",
                    Set.of(
                            "sports", "games", "nba", "nfl", "mlb", "nhl", "soccer", "tennis", "ufc", "esports",
                            "cricket")),
            new Domain("politics", Set.of("politics", "elections", "geopolitics", "world", "us-politics")),
            new Domain("economics", Set.of("economics", "economy", "business", "finance", "fed", "inflation"))));

    /** Checks that no name is used twice. */
    public Domains {
        domains = List.copyOf(domains);
        long names = domains.stream().map(Domain::name).distinct().count();
        if (names < domains.size()) {
            throw new IllegalArgumentException("two domains have the same name: "
                    + domains.stream().map(Domain::name).toList());
        }
    }

    /**
     * A domain.
     *
     * @param name lower case
     * @param tags an event with one of them belongs to it, in lower case
     */
    public record Domain(String name, Set<String> tags) {
        /** Copies the tags and checks the name. */
        public Domain {
            tags = Set.copyOf(tags);
            if (name.isBlank() || !name.equals(name.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("a domain's name is in lower case: '" + name + "'");
            }
        }
    }

    @Override
    public String domain(Market market) {
        List<String> tags = market.event().map(Event::tags).orElse(List.of());
        for (Domain domain : domains) {
            for (String tag : tags) {
                if (domain.tags().contains(tag)) {
                    return domain.name();
                }
            }
        }
        return tags.isEmpty() && market.window().isPresent() && has(CRYPTO) ? CRYPTO : OTHER;
    }

    private boolean has(String name) {
        for (Domain domain : domains) {
            if (domain.name().equals(name)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public @Nullable String group(Market market) {
        MarketWindow window = market.window().orElse(null);
        return window == null ? null : domain(market) + " " + window.end().truncatedTo(ChronoUnit.MINUTES);
    }
}
