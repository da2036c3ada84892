package io.ploy.connectors.polymarket.protocol;

/**
 * The generation of a market: how its outcomes are named and by which exchange it trades. The venue says it with the
 * member {@code version} of a market; which other members are there says nothing.
 *
 * <p>Beware of the names: what the venue calls a {@code v1} market is signed for domain version 2, a {@code v2} market for
 * domain version 3. Nothing that trades is signed for domain version 1.
 */
public enum MarketVersion {
    /** {@code v1}: outcomes are tokens of the Conditional Tokens contract; ordinary and negative-risk exchange, domain 2. */
    CTF("v1"),
    /** {@code v2}: outcomes are positions of the position manager; one exchange for all, domain 3. */
    POSITIONS("v2"),
    /** Missing, or one this connector does not know: such a market can be read but not traded. */
    UNKNOWN("");

    private final String word;

    MarketVersion(String word) {
        this.word = word;
    }

    /** As the venue writes it; empty for {@link #UNKNOWN}. */
    public String word() {
        return word;
    }

    /**
     * Reads the venue's word.
     *
     * @param version as received, or empty where the venue says nothing
     * @return {@link #UNKNOWN} for everything that is neither {@code v1} nor {@code v2}
     */
    public static MarketVersion of(String version) {
        return switch (version) {
            case "v1" -> CTF;
            case "v2" -> POSITIONS;
            default -> UNKNOWN;
        };
    }
}
