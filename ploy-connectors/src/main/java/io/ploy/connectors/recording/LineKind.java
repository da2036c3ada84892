package io.ploy.connectors.recording;

/** What a line of Ploy's own format holds. */
enum LineKind {
    NONE,
    /** From the market channel, or the answer to a request for books. */
    MARKET_FRAME,
    /** Reference prices of the venue's real-time data service. */
    PRICE_FRAME,
    /** From a source this reader does not read. */
    OTHER_FRAME,
    MARKET,
    GAP,
    RESOLUTION,
    PRICE,
    END;

    static final String MARKET_SOURCE = "market";
    static final String REST_SOURCE = "rest";
    static final String RTDS_SOURCE = "rtds";

    static LineKind source(String name) {
        return switch (name) {
            case MARKET_SOURCE, REST_SOURCE -> MARKET_FRAME;
            case RTDS_SOURCE -> PRICE_FRAME;
            default -> OTHER_FRAME;
        };
    }
}
