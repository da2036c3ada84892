package io.ploy.testkit.polymarket.fault.venue;

import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.plugin.Parameter;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Markets;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Takes markets away: for a while, for good, or without saying so. */
final class MarketGoesAway extends Deed {
    static final Parameter<How> HOW = Parameter.choice("how", How.PAUSED).help("What becomes of the market.");

    /** What becomes of a market. */
    enum How {
        /** It takes no orders; what rests stays. */
        PAUSED,
        /** It takes no orders, and what rests is cancelled. */
        CLOSED,
        /** Its book is not found, though the catalogue knows it. */
        BOOK_GONE,
        /** Its book is cleared, and trading goes on. */
        GAME_START
    }

    private final Map<MarketId, MarketStatus> before = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();

    MarketGoesAway(Injection injection) {
        super(injection);
    }

    @Override
    protected void act(Occasion occasion) {
        Markets.of(injection(), occasion).forEach(this::takeAway);
    }

    private void takeAway(ListedMarket market) {
        MarketId id = market.market().id();
        switch (injection().get(HOW)) {
            case PAUSED -> set(id, MarketStatus.PAUSED);
            case CLOSED -> set(id, MarketStatus.CLOSED);
            case BOOK_GONE -> {
                gone.add(market.tokenId(true));
                gone.add(market.tokenId(false));
            }
            case GAME_START -> exchange().clearBook(id);
        }
    }

    @Override
    public OnRequest before(Ask ask) {
        OnRequest usual = super.before(ask);
        boolean hit = gone.stream()
                .anyMatch(token ->
                        ask.orders().stream().anyMatch(order -> order.token().equals(token))
                                || (ask.request().path().equals("/book")
                                        && ask.request()
                                                .parameter("token_id")
                                                .orElse("")
                                                .equals(token)));
        return hit ? OnRequest.refuse(Effects.refusal(404, "No orderbook exists for the requested token id")) : usual;
    }

    @Override
    public void over() {
        gone.clear();
        before.forEach(this::set);
        before.clear();
    }

    private void set(MarketId id, MarketStatus status) {
        injection().venue().state().catalogue().market(id).ifPresent(listed -> {
            before.putIfAbsent(id, listed.market().status());
            exchange().update(listed.market().toBuilder().status(status).build());
        });
    }

    private SimulatedExchange exchange() {
        return injection().venue().state().exchange();
    }
}
