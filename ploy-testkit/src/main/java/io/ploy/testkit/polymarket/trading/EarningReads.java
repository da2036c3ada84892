package io.ploy.testkit.polymarket.trading;

import io.ploy.testkit.polymarket.auth.Callers;
import io.ploy.testkit.polymarket.wire.RestService.Turn;
import io.ploy.testkit.polymarket.wire.Routes;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.List;

/** Reads what an account's resting orders earned: nothing, since this venue pays no rewards. */
final class EarningReads {
    private final Callers callers;
    private final TradingSettings settings;

    EarningReads(Callers callers, TradingSettings settings) {
        this.callers = callers;
        this.settings = settings;
    }

    void addTo(Routes routes) {
        routes.on("GET", "/rewards/user", (request, parts) -> page(request));
        routes.on("GET", "/rewards/user/markets", (request, parts) -> page(request));
        routes.on("GET", "/rewards/user/total", (request, parts) -> fixed(request, "[]"));
        routes.on("GET", "/rewards/user/percentages", (request, parts) -> fixed(request, "{}"));
    }

    private Turn page(WireRequest request) {
        callers.caller(request);
        Page page = Page.of(request, settings.pageSize(), Words.INVALID_PAYLOAD);
        return () -> page.of(List.of(), none -> Bodies.object());
    }

    private Turn fixed(WireRequest request, String json) {
        callers.caller(request);
        return () -> WireAnswer.json(json);
    }
}
