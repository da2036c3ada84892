package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.auth.Caller;
import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.limit.SignerLimits;
import io.ploy.testkit.polymarket.limit.TokenKind;
import io.ploy.testkit.polymarket.mode.ModeSwitch;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.wire.RefusedException;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.List;
import java.util.function.Predicate;

/** Cancels orders: by name, by market, or all. */
final class CancelRoutes {
    private static final int MOST_CANCELS = 1_000;

    private final Callers callers;
    private final TradingDesk desk;
    private final SignerLimits limits;
    private final ModeSwitch mode;

    CancelRoutes(Callers callers, TradingDesk desk, SignerLimits limits, ModeSwitch mode) {
        this.callers = callers;
        this.desk = desk;
        this.limits = limits;
        this.mode = mode;
    }

    void addTo(Routes routes) {
        routes.on("DELETE", "/order", (request, parts) -> one(request));
        routes.on("DELETE", "/orders", (request, parts) -> several(request));
        routes.on("DELETE", "/cancel-all", (request, parts) -> matching(callers.caller(request), order -> true));
        routes.on("DELETE", "/cancel-market-orders", (request, parts) -> ofMarket(request));
    }

    private Turn one(WireRequest request) {
        Caller caller = callers.caller(request);
        JsonNode json = Bodies.read(request.body(), Words.INVALID_ID);
        return named(caller, List.of(Bodies.orderId(json.path("orderID"))));
    }

    private Turn several(WireRequest request) {
        Caller caller = callers.caller(request);
        List<String> ids = Bodies.orderIds(request.body());
        if (ids.size() > MOST_CANCELS) {
            throw new RefusedException(400, "Too many orders in payload, max allowed: " + MOST_CANCELS);
        }
        return named(caller, ids);
    }

    private Turn named(Caller caller, List<String> ids) {
        return () -> limits.metered(caller.signer(), TokenKind.CANCEL, ids.size(), () -> {
            mode.admitCancels();
            CancelAnswer answer = new CancelAnswer();
            ids.forEach(id -> answer.add(id, desk.cancel(caller, id)));
            return answer.toWire();
        });
    }

    private Turn ofMarket(WireRequest request) {
        Caller caller = callers.caller(request);
        JsonNode json = Bodies.read(request.body(), Words.INVALID_PAYLOAD);
        String market = json.path("market").asText("");
        String token = json.path("asset_id").asText("");
        if (market.isEmpty() && token.isEmpty()) {
            throw new RefusedException(400, Words.INVALID_PAYLOAD);
        }
        return matching(
                caller,
                order -> (market.isEmpty() || order.market().conditionId().equalsIgnoreCase(market))
                        && (token.isEmpty() || order.instrument().symbol().equals(token)));
    }

    private Turn matching(Caller caller, Predicate<OrderRow> which) {
        return () -> limits.metered(caller.signer(), TokenKind.CANCEL, 1, () -> {
            mode.admitCancels();
            return cancelMatching(caller, which);
        });
    }

    private WireAnswer cancelMatching(Caller caller, Predicate<OrderRow> which) {
        CancelAnswer answer = new CancelAnswer();
        desk.open(caller).stream().filter(which).forEach(order -> answer.add(order.id(), desk.cancel(order)));
        limits.chargeCancels(caller.signer(), answer.cancelled());
        return answer.toWire();
    }
}
