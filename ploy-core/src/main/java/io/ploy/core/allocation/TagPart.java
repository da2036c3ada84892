package io.ploy.core.allocation;

import io.ploy.api.market.Event;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketWindow;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A part of a domain for markets with some tag. A market has the tags of its event, and if the price of something decides
 * its window, that symbol: {@code btc} where it is {@code BTC/USD}, whatever is known of its event.
 *
 * @param name such as {@code btc}: letters, digits, hyphens, in lower case
 * @param tags a market with any of them is meant, at least one, in lower case
 * @param share of what the domain has
 */
public record TagPart(String name, Set<String> tags, Fraction share) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    /** Copies the tags and checks the words. */
    public TagPart {
        tags = Set.copyOf(tags);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "a part's name is letters, digits and hyphens in lower case: '" + name + "'");
        }
        if (name.equals(DomainSplit.OTHER)) {
            throw new IllegalArgumentException(name + " means every market that fits no other part");
        }
        if (tags.isEmpty()) {
            throw new IllegalArgumentException(name + " has no tags");
        }
        for (String tag : tags) {
            if (tag.isBlank() || !tag.equals(tag.toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("a tag is in lower case: '" + tag + "' of " + name);
            }
        }
    }

    boolean fits(Market market) {
        List<String> told = market.event().map(Event::tags).orElse(List.of());
        for (int i = 0; i < told.size(); i++) {
            if (tags.contains(told.get(i))) {
                return true;
            }
        }
        MarketWindow window = market.window().orElse(null);
        return window != null && tags.contains(symbol(window.referenceSymbol()));
    }

    private static String symbol(String pair) {
        int slash = pair.indexOf('/');
        return (slash < 0 ? pair : pair.substring(0, slash)).toLowerCase(Locale.ROOT);
    }
}
