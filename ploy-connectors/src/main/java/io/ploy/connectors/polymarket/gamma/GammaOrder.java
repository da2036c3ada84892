package io.ploy.connectors.polymarket.gamma;

/** What markets or events are sorted by. */
public enum GammaOrder {
    /** The catalogue's number. */
    ID("id"),
    /** When they were released. */
    START("startDate"),
    /** When what they are about is over. */
    END("endDate"),
    /** All that was traded. */
    VOLUME("volume"),
    /** What was traded in the last day. */
    VOLUME_24_HOURS("volume24hr"),
    /** What is offered in the books. */
    LIQUIDITY("liquidity");

    private final String field;

    GammaOrder(String field) {
        this.field = field;
    }

    String field() {
        return field;
    }
}
