package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.List;
import java.util.Locale;

/** Reads an account's open orders, and whether they earn rewards: here every order does that rests. */
final class OrderReads {
    private static final String INVALID = "invalid order params payload";

    private final Callers callers;
    private final TradingDesk desk;
    private final TradingSettings settings;

    OrderReads(Callers callers, TradingDesk desk, TradingSettings settings) {
        this.callers = callers;
        this.desk = desk;
        this.settings = settings;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/data/order/{id}", (request, parts) -> one(request, parts.getOrDefault("id", "")));
        routes.on("GET", "/data/orders", (request, parts) -> list(request));
        routes.on("GET", "/data/pre-migration-orders", (request, parts) -> preMigration(request));
        routes.on("GET", "/order-scoring", (request, parts) -> scoring(request));
        routes.on("POST", "/orders-scoring", (request, parts) -> scoringOfSeveral(request));
    }

    private Turn one(WireRequest request, String id) {
        Caller caller = callers.caller(request);
        String hash = hash(id);
        return () -> desk.open(caller, hash)
                .map(order -> WireAnswer.json(OrderJson.of(order).toString()))
                .orElseThrow(() -> Words.refusal(Words.UNKNOWN));
    }

    private Turn list(WireRequest request) {
        Caller caller = callers.caller(request);
        Page page = Page.of(request, settings.pageSize(), INVALID);
        String id = request.parameter("id").orElse("");
        String market = request.parameter("market").orElse("");
        String token = request.parameter("asset_id").orElse("");
        return () -> {
            List<OrderRow> orders = desk.open(caller).stream()
                    .filter(order -> (id.isEmpty() || order.id().equalsIgnoreCase(id))
                            && (market.isEmpty() || order.market().conditionId().equalsIgnoreCase(market))
                            && (token.isEmpty() || order.instrument().symbol().equals(token)))
                    .toList();
            return page.of(orders, OrderJson::of);
        };
    }

    /** No order of this venue is older than its present protocol. */
    private Turn preMigration(WireRequest request) {
        callers.caller(request);
        Page page = Page.of(request, settings.pageSize(), INVALID);
        return () -> page.of(List.<OrderRow>of(), OrderJson::of);
    }

    private Turn scoring(WireRequest request) {
        Caller caller = callers.caller(request);
        String hash = hash(request.parameter("order_id").orElse(""));
        return () -> WireAnswer.json("{\"scoring\":" + scores(caller, hash) + "}");
    }

    private Turn scoringOfSeveral(WireRequest request) {
        Caller caller = callers.caller(request);
        List<String> ids = Bodies.orderIds(request.body());
        return () -> {
            ObjectNode scoring = Bodies.object();
            ids.forEach(id -> scoring.put(id, scores(caller, id)));
            return WireAnswer.json(scoring.toString());
        };
    }

    private boolean scores(Caller caller, String hash) {
        return desk.open(caller, hash)
                .filter(order -> !order.status().equals("DELAYED"))
                .isPresent();
    }

    private static String hash(String text) {
        if (!Hashes.isHash(text)) {
            throw new RefusedException(400, Words.INVALID_ID);
        }
        return text.toLowerCase(Locale.ROOT);
    }
}
