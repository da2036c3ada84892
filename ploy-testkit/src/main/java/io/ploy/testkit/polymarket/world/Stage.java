package io.ploy.testkit.polymarket.world;

import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.testkit.polymarket.game.Games;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;

/** A venue as a world acts on it: names, agents, time. */
public final class Stage {
    private final VenueState state;
    private final Names names;
    private final House house;
    private final Traffic traffic;

    /**
     * A venue for one world or several.
     *
     * @param state the venue
     * @param traffic how busy its agents are
     */
    public Stage(VenueState state, Traffic traffic) {
        this.state = state;
        this.traffic = traffic;
        names = new Names(state.draws("names"));
        house = new House(state, state.draws("house"));
    }

    Names names() {
        return names;
    }

    House house() {
        return house;
    }

    Traffic traffic() {
        return traffic;
    }

    Games games() {
        return state.games();
    }

    SplittableRandom draws(String purpose) {
        return state.draws(purpose);
    }

    Instant now() {
        return state.loop().timeline().now();
    }

    void at(Instant time, Runnable action) {
        state.loop().timeline().schedule(time, action);
    }

    void after(Duration wait, Runnable action) {
        at(now().plus(wait), action);
    }

    void list(ListedMarket market) {
        state.catalogue().list(market);
    }

    void publish(ReferencePrice price) {
        state.exchange().publish(price);
    }

    /** The market as it is now. */
    Market market(MarketId id) {
        return state.catalogue().market(id).orElseThrow().market();
    }

    void update(MarketId id, UnaryOperator<Market.Builder> change) {
        state.exchange().update(change.apply(market(id).toBuilder()).build());
    }

    /** Cancels whatever rests in a market. */
    void clearBook(MarketId id) {
        state.exchange().clearBook(id);
    }

    void changeTick(MarketId id, TickSize tickSize) {
        state.exchange().changeTick(id, tickSize);
    }

    /** Ends trading, has an answer proposed, and pays out after a while. */
    void decide(MarketId id, boolean first, Duration wait) {
        update(id, market -> market.status(MarketStatus.PROPOSED));
        after(wait, () -> state.exchange().resolve(first ? Resolution.first(id, now()) : Resolution.second(id, now())));
    }
}
