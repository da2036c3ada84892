package io.ploy.core.portfolio;

import io.ploy.api.market.EventId;
import java.util.HashMap;
import java.util.Map;

/** Whose stakes are added up: the account, or one strategy. */
final class Owner {
    private final String name;
    private final boolean account;
    private final Map<EventId, EventStake> events = new HashMap<>();
    private final Total exposure = new Total();
    private final Total capital = new Total();
    private int open;
    private int unhedged;

    private Owner(String name, boolean account) {
        this.name = name;
        this.account = account;
    }

    static Owner account() {
        return new Owner("account", true);
    }

    static Owner strategy(String name) {
        return new Owner(name, false);
    }

    String name() {
        return name;
    }

    boolean isAccount() {
        return account;
    }

    /** Puts a market's stake among those of its event. */
    void place(MarketStake market) {
        EventShape shape = market.pair().shape();
        EventId id = shape.id();
        EventStake stakes = id == null
                ? new EventStake(shape, this)
                : events.computeIfAbsent(id, unseen -> new EventStake(shape, this));
        stakes.add(market);
    }

    void refresh(EventId event) {
        EventStake stakes = events.get(event);
        if (stakes != null) {
            stakes.refresh();
        }
    }

    /** The sum of the worst-case losses of all events. */
    Total exposure() {
        return exposure;
    }

    /** What is reserved to buy, and what the shares that are held cost. */
    Total capital() {
        return capital;
    }

    void count(boolean nowOpen, boolean wasOpen, boolean nowUnhedged, boolean wasUnhedged) {
        open += (nowOpen ? 1 : 0) - (wasOpen ? 1 : 0);
        unhedged += (nowUnhedged ? 1 : 0) - (wasUnhedged ? 1 : 0);
    }

    /** Markets in which more than dust is held or may be bought. */
    int open() {
        return open;
    }

    /** Markets in which more is held of one outcome than of the other. */
    int unhedged() {
        return unhedged;
    }
}
