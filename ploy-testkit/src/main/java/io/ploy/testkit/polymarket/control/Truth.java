package io.ploy.testkit.polymarket.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.scenario.Stage;

/** What is so, whatever clients are told. */
final class Truth {
    private final Stage stage;

    Truth(Stage stage) {
        this.stage = stage;
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("time", stage.engine().now().toString());
        ArrayNode accounts = json.putArray("accounts");
        for (VenueAccount account : stage.accounts()) {
            accounts.add(account(account));
        }
        return json;
    }

    private ObjectNode account(VenueAccount account) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        var snapshot = stage.venue().state().exchange().account(account.id());
        json.put("name", account.id().name());
        json.put("collateral", snapshot.collateral().toString());
        ObjectNode holdings = json.putObject("holdings");
        snapshot.holdings().forEach((instrument, quantity) -> {
            if (!quantity.isZero()) {
                holdings.put(instrument.symbol(), quantity.toString());
            }
        });
        ArrayNode orders = json.putArray("orders");
        for (OrderRow order : stage.orders(account.id())) {
            orders.addObject()
                    .put("id", order.id())
                    .put("status", order.status())
                    .put("token", order.instrument().symbol())
                    .put("side", order.side().name())
                    .put("price", order.price().toString())
                    .put("size", order.original().toString())
                    .put("matched", order.matched().toString());
        }
        ArrayNode trades = json.putArray("trades");
        for (TradeRow trade : stage.venue().records().trades(account)) {
            trades.addObject()
                    .put("id", trade.id())
                    .put("bucket", trade.bucket())
                    .put("status", trade.status().name())
                    .put("takerOrder", trade.taker().order())
                    .put("size", trade.taker().quantity().toString())
                    .put("price", trade.taker().price().toString());
        }
        return json;
    }
}
