package io.ploy.connectors.polymarket.data;

import io.ploy.connectors.polymarket.json.JsonValue;

/**
 * What all outstanding shares of a market are worth.
 *
 * @param conditionId which market, or {@link #EVERYTHING}
 * @param value in USD
 */
public record OpenInterest(String conditionId, Amount value) {
    /** Stands for all markets together. */
    public static final String EVERYTHING = "GLOBAL";

    static OpenInterest read(JsonValue row) {
        return row.object(in -> new OpenInterest(in.required("condition_id").id(), Amount.of(in.required("value"))));
    }
}
