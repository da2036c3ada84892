package io.ploy.connectors.polymarket.clob;

/** What a balance is of. */
public enum AssetType {
    /** The collateral, pUSD. */
    COLLATERAL("COLLATERAL"),
    /** An outcome token of a market with tokens. */
    CONDITIONAL("CONDITIONAL"),
    /** A position of a market with positions. */
    CONDITIONAL_V2("CONDITIONAL-V2");

    private final String word;

    AssetType(String word) {
        this.word = word;
    }

    /** As the venue writes it. */
    String word() {
        return word;
    }
}
