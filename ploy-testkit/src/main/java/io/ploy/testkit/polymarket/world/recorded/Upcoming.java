package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Recording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What comes next in a recording, read so far ahead as a trade may be told after the book that it changed. */
final class Upcoming {
    private static final Duration TOLD_LATE = Duration.ofMillis(250);

    private final Recording recording;
    private final Deque<MarketEvent> events = new ArrayDeque<>();
    private final List<MarketEvent.Traded> trades = new ArrayList<>();
    private boolean exhausted;

    Upcoming(Recording recording) {
        this.recording = recording;
    }

    /** The next event, which stays the next one; null at the end. */
    @Nullable
    MarketEvent head() {
        if (events.isEmpty()) {
            read();
        }
        return events.peekFirst();
    }

    /** Goes on to the event after the head. */
    MarketEvent next() {
        MarketEvent event = events.removeFirst();
        if (event instanceof MarketEvent.Traded trade) {
            trades.remove(trade);
        }
        return event;
    }

    /**
     * The trades told soon after a time that fit.
     *
     * @return in order
     */
    List<MarketEvent.Traded> trades(Instant after, Predicate<MarketTrade> fits) {
        Instant until = after.plus(TOLD_LATE);
        while (!exhausted && (events.isEmpty() || !events.getLast().at().isAfter(until))) {
            read();
        }
        return trades.isEmpty()
                ? List.of()
                : trades.stream()
                        .filter(trade -> !trade.at().isAfter(until) && fits.test(trade.trade()))
                        .toList();
    }

    /** A trade is made before it is told. */
    void remove(MarketEvent.Traded made) {
        trades.remove(made);
        events.remove(made);
    }

    private void read() {
        MarketEvent event = exhausted ? null : recording.next().orElse(null);
        if (event == null) {
            exhausted = true;
            return;
        }
        events.addLast(event);
        if (event instanceof MarketEvent.Traded trade) {
            trades.add(trade);
        }
    }
}
