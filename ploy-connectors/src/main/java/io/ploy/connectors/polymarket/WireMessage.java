package io.ploy.connectors.polymarket;

import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One object of a frame as it came, used again for the next one. */
final class WireMessage {
    /** Not said. */
    static final long UNSAID = -1;

    private final List<WireChange> pool = new ArrayList<>();
    private int changeCount;
    private long seen;

    final WireLevels bids = new WireLevels();
    final WireLevels asks = new WireLevels();
    /** The members that make an old-style change, a trade or a quote, without a list. */
    final WireChange flat = new WireChange();

    MessageKind kind = MessageKind.ANSWER;
    /** What is wrong with it as a whole, or null. */
    @Nullable
    String problem;

    @Nullable
    KnownMarket market;

    /** Whether it names a market, known or not. */
    boolean marketNamed;

    @Nullable
    String marketText;

    @Nullable
    KnownInstrument winner;

    @Nullable
    String winnerText;

    boolean hasChanges;
    long timestamp;

    @Nullable
    String timestampText;

    long tick;

    @Nullable
    String tickText;

    long newTick;

    @Nullable
    String newTickText;

    @Nullable
    String lastTradeText;

    @Nullable
    String minOrderText;

    @Nullable
    Boolean negRisk;

    @Nullable
    String version;

    void clear() {
        bids.clear();
        asks.clear();
        flat.clear();
        changeCount = 0;
        seen = 0;
        kind = MessageKind.ANSWER;
        problem = null;
        market = null;
        marketNamed = false;
        marketText = null;
        winner = null;
        winnerText = null;
        hasChanges = false;
        timestamp = UNSAID;
        timestampText = null;
        tick = UNSAID;
        tickText = null;
        newTick = UNSAID;
        newTickText = null;
        lastTradeText = null;
        minOrderText = null;
        negRisk = null;
        version = null;
    }

    int changeCount() {
        return changeCount;
    }

    WireChange change(int index) {
        return pool.get(index);
    }

    WireChange addChange() {
        if (changeCount == pool.size()) {
            pool.add(new WireChange());
        }
        WireChange change = pool.get(changeCount++);
        change.clear();
        return change;
    }

    /** Whether a member comes for the first time. One that stands twice contradicts itself. */
    boolean first(Member member) {
        long bit = 1L << member.ordinal();
        boolean first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }

    void problem(String what) {
        if (problem == null) {
            problem = what;
        }
    }
}
