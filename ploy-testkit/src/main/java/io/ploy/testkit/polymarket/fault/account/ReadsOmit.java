package io.ploy.testkit.polymarket.fault.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.wire.Api;
import java.util.function.Predicate;

/** Reads that leave out what they should tell. */
final class ReadsOmit {
    static final Parameter<How> HOW = Parameter.choice("how", How.UNSETTLED).help("What is left out.");

    /** What is left out. */
    enum How {
        /** Trades that are not final. */
        UNSETTLED,
        /** The trades of an order. */
        ORDERS_TRADES,
        /** Everything, where an outcome is asked for without its market. */
        ASSET_WITHOUT_MARKET
    }

    private ReadsOmit() {}

    static Effect create(Injection injection) {
        return switch (injection.get(HOW)) {
            case UNSETTLED ->
                Effects.edit(
                        injection,
                        ask -> ask.is(Api.CLOB, "GET", "/data/trades"),
                        page -> without(
                                page, row -> !row.path("status").asText().equals("CONFIRMED")));
            case ORDERS_TRADES ->
                Effects.edit(
                        injection,
                        ask -> ask.is(Api.CLOB, "GET", "/data/order") || ask.is(Api.CLOB, "GET", "/data/orders"),
                        ReadsOmit::withoutTrades);
            case ASSET_WITHOUT_MARKET ->
                Effects.edit(
                        injection,
                        ask -> ask.request().path().startsWith("/data/")
                                && ask.request().parameter("asset_id").isPresent()
                                && ask.request().parameter("market").isEmpty(),
                        page -> without(page, row -> true));
        };
    }

    private static JsonNode without(JsonNode page, Predicate<JsonNode> which) {
        if (page.path("data") instanceof ArrayNode rows && page instanceof ObjectNode told) {
            for (int i = rows.size() - 1; i >= 0; i--) {
                if (which.test(rows.get(i))) {
                    rows.remove(i);
                }
            }
            told.put("count", rows.size());
        }
        return page;
    }

    private static JsonNode withoutTrades(JsonNode answer) {
        if (answer.has("data")) {
            answer.path("data").forEach(ReadsOmit::withoutTrades);
        } else if (answer instanceof ObjectNode order && order.has("associate_trades")) {
            order.putArray("associate_trades");
        }
        return answer;
    }
}
