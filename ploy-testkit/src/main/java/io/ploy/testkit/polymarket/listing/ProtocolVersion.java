package io.ploy.testkit.polymarket.listing;

/** Which of the venue's contracts a market trades on. */
public enum ProtocolVersion {
    /** Conditional tokens: exchange domain 2, ordinary or neg-risk. */
    V1("v1"),
    /** Positions of Protocol V2: exchange domain 3. */
    V2("v2");

    private final String word;

    ProtocolVersion(String word) {
        this.word = word;
    }

    /**
     * As the catalogue has it.
     *
     * @return {@code v1} or {@code v2}
     */
    public String word() {
        return word;
    }
}
