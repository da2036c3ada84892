package io.ploy.connectors.polymarket.order;

import io.ploy.connectors.polymarket.protocol.TypedData;

/** The words of a signed order, in their order; the first holds the hash of the type. */
enum OrderField {
    TYPE("type"),
    SALT("salt"),
    MAKER("maker"),
    SIGNER("signer"),
    TOKEN("tokenId"),
    MAKER_AMOUNT("makerAmount"),
    TAKER_AMOUNT("takerAmount"),
    SIDE("side"),
    SIGNATURE_TYPE("signatureType"),
    TIMESTAMP("timestamp"),
    METADATA("metadata"),
    BUILDER("builder");

    /** How many there are. */
    static final int COUNT = 12;

    private final String word;

    OrderField(String word) {
        this.word = word;
    }

    /** Where the field stands. */
    int at() {
        return ordinal() * TypedData.WORD;
    }

    /** As the venue writes it. */
    @Override
    public String toString() {
        return word;
    }
}
