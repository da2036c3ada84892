package io.ploy.connectors.polymarket.gamma;

import io.ploy.connectors.polymarket.json.JsonObject;
import io.ploy.connectors.polymarket.json.JsonValue;
import java.util.List;

/**
 * How far the catalogue says a market has come. Nothing said counts as false and as empty.
 *
 * @param active whether it was released
 * @param closed whether trading is over
 * @param archived whether it is hidden
 * @param acceptingOrders whether orders are taken
 * @param enableOrderBook whether there is a book
 * @param oracleStatus the oracle's last word on a {@code v1} market, such as {@code proposed}
 * @param oracleHistory the oracle's words so far, the newest last
 * @param resolutionStatus the last word on a {@code v2} market: not released, trading or resolved, in its own words
 */
public record GammaState(
        boolean active,
        boolean closed,
        boolean archived,
        boolean acceptingOrders,
        boolean enableOrderBook,
        String oracleStatus,
        List<String> oracleHistory,
        String resolutionStatus) {
    /** Copies the list. */
    public GammaState {
        oracleHistory = List.copyOf(oracleHistory);
    }

    static GammaState read(JsonObject in) {
        return new GammaState(
                Texts.flag(in, "active"),
                Texts.flag(in, "closed"),
                Texts.flag(in, "archived"),
                Texts.flag(in, "acceptingOrders"),
                Texts.flag(in, "enableOrderBook"),
                Texts.text(in, "umaResolutionStatus"),
                Texts.list(in, "umaResolutionStatuses", JsonValue::text),
                Texts.text(in, "resolutionStatus"));
    }
}
