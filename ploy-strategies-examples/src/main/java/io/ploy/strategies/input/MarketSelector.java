package io.ploy.strategies.input;

import io.ploy.api.market.Market;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Says which markets a strategy looks at: patterns on the market's slug, separated by commas, in which {@code *} stands
 * for any characters and {@code ?} for one. Thread-safe.
 */
public final class MarketSelector {
    private final String text;
    private final List<Pattern> patterns;

    private MarketSelector(String text, List<Pattern> patterns) {
        this.text = text;
        this.patterns = patterns;
    }

    /**
     * Reads patterns.
     *
     * @param text such as {@code btc-updown-5m-*, eth-updown-5m-*}
     * @return the selector
     * @throws IllegalArgumentException if there is no pattern
     */
    public static MarketSelector parse(String text) {
        List<Pattern> patterns = Stream.of(text.split(","))
                .map(String::trim)
                .filter(part -> !part.isEmpty())
                .map(MarketSelector::pattern)
                .toList();
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("no market pattern in '" + text + "'");
        }
        return new MarketSelector(text, patterns);
    }

    /**
     * Whether a market is meant.
     *
     * @param market any market
     * @return true if a pattern fits its slug
     */
    public boolean selects(Market market) {
        for (Pattern pattern : patterns) {
            if (pattern.matcher(market.slug()).matches()) {
                return true;
            }
        }
        return false;
    }

    private static Pattern pattern(String glob) {
        StringBuilder regex = new StringBuilder();
        for (int i = 0; i < glob.length(); i++) {
            char c = glob.charAt(i);
            switch (c) {
                case '*' -> regex.append(".*");
                case '?' -> regex.append('.');
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        return Pattern.compile(regex.toString());
    }

    @Override
    public String toString() {
        return text;
    }
}
