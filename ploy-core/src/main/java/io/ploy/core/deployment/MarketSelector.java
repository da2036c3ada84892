package io.ploy.core.deployment;

import java.util.Arrays;
import java.util.List;

/**
 * Which markets a deployment trades, by their slugs.
 *
 * @param patterns slugs in which {@code *} stands for any letters, also none; at least one
 */
public record MarketSelector(List<String> patterns) {
    /** Every market. */
    public static final MarketSelector ALL = new MarketSelector(List.of("*"));

    /** Checks the patterns. */
    public MarketSelector {
        patterns = List.copyOf(patterns);
        if (patterns.isEmpty()) {
            throw new IllegalArgumentException("a market selector has at least one pattern; * is every market");
        }
        for (String pattern : patterns) {
            if (!pattern.matches("[A-Za-z0-9._*-]{1,200}")) {
                throw new IllegalArgumentException(
                        "a pattern has letters, digits, dots, underscores, hyphens and *, found '" + pattern + "'");
            }
        }
    }

    /**
     * Reads patterns with commas between them, such as {@code btc-updown-15m-*,eth-updown-15m-*}.
     *
     * @param text at least one pattern
     * @throws IllegalArgumentException if one has other letters
     */
    public static MarketSelector parse(String text) {
        return new MarketSelector(
                Arrays.stream(text.split(",", -1)).map(String::trim).toList());
    }

    /** Whether a market with that slug is meant. Allocates nothing. */
    public boolean matches(String slug) {
        for (int i = 0; i < patterns.size(); i++) {
            if (matches(patterns.get(i), slug)) {
                return true;
            }
        }
        return false;
    }

    private static boolean matches(String pattern, String slug) {
        int p = 0;
        int s = 0;
        int star = -1;
        int resume = 0;
        while (s < slug.length()) {
            if (p < pattern.length() && pattern.charAt(p) == '*') {
                star = p++;
                resume = s;
            } else if (p < pattern.length() && pattern.charAt(p) == slug.charAt(s)) {
                p++;
                s++;
            } else if (star >= 0) {
                p = star + 1;
                s = ++resume;
            } else {
                return false;
            }
        }
        while (p < pattern.length() && pattern.charAt(p) == '*') {
            p++;
        }
        return p == pattern.length();
    }

    /** Whether some slug is meant by both, whether there is such a market or not. */
    public boolean overlaps(MarketSelector other) {
        return patterns.stream().anyMatch(mine -> other.patterns.stream().anyMatch(theirs -> overlap(mine, theirs)));
    }

    private static boolean overlap(String a, String b) {
        boolean[][] possible = new boolean[a.length() + 1][b.length() + 1];
        possible[a.length()][b.length()] = true;
        for (int i = a.length(); i >= 0; i--) {
            for (int j = b.length(); j >= 0; j--) {
                boolean starA = i < a.length() && a.charAt(i) == '*';
                boolean starB = j < b.length() && b.charAt(j) == '*';
                if (starA || starB) {
                    possible[i][j] = (i < a.length() && possible[i + 1][j]) || (j < b.length() && possible[i][j + 1]);
                } else if (i < a.length() && j < b.length()) {
                    possible[i][j] = a.charAt(i) == b.charAt(j) && possible[i + 1][j + 1];
                }
            }
        }
        return possible[0][0];
    }

    @Override
    public String toString() {
        return String.join(",", patterns);
    }
}
