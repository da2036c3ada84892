package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** All feeds of an exchange. What it is told now they hear after the data latency, in the same order. */
final class FeedHub {
    private final Timeline timeline;
    private final Duration latency;
    private final List<SimulatedFeed> feeds = new ArrayList<>();

    FeedHub(Timeline timeline, Duration latency) {
        this.timeline = timeline;
        this.latency = latency;
    }

    void add(SimulatedFeed feed) {
        feeds.add(feed);
    }

    void remove(SimulatedFeed feed) {
        feeds.remove(feed);
    }

    /** When something said now is received. */
    Instant receivedAt() {
        return timeline.now().plus(latency);
    }

    boolean isFollowed(InstrumentId instrument) {
        for (SimulatedFeed feed : feeds) {
            if (feed.follows(instrument)) {
                return true;
            }
        }
        return false;
    }

    void publish(InstrumentId instrument, MarketEvent event) {
        for (SimulatedFeed feed : feeds) {
            if (feed.follows(instrument)) {
                deliver(feed, event);
            }
        }
    }

    void publishToAll(MarketEvent event) {
        feeds.forEach(feed -> deliver(feed, event));
    }

    void deliver(SimulatedFeed feed, MarketEvent event) {
        timeline.schedule(event.at(), () -> feed.deliver(event));
    }
}
