package io.ploy.connectors.polymarket.stream;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;

/** One subscribed outcome, and how well its book is known. In turn only. */
final class Asset {
    private static final int MOST_DOUBLINGS = 6;

    final InstrumentId id;
    final MarketId market;
    Shard shard;
    /** The book came whole and continuity was not lost since. */
    boolean whole;
    /** A whole book was asked for and has not come. */
    boolean awaiting = true;

    long askedNanos;
    long heardNanos;
    /** When the venue was asked about it last, as a witness. */
    long rereadNanos;
    /** The venue's time in an answer that was ahead of the stream, or negative. */
    long aheadMillis = -1;

    long aheadNanos;
    /** How often a whole book did not come, since it came last. */
    int misses;
    /** How often the stream turned out to have missed something, since an answer vouched for it last. */
    int strays;

    Asset(InstrumentId id, MarketId market, Shard shard) {
        this.id = id;
        this.market = market;
        this.shard = shard;
    }

    void asked(long now) {
        awaiting = true;
        askedNanos = now;
    }

    void heard(long now) {
        heardNanos = now;
    }

    void came(long now) {
        whole = true;
        awaiting = false;
        misses = 0;
        heardNanos = now;
    }

    void lost() {
        whole = false;
        awaiting = true;
        aheadMillis = -1;
    }

    boolean isAskedWithin(long nanos, long now) {
        return now - askedNanos < nanos;
    }

    boolean isMissing(long now, long withinNanos) {
        return awaiting && now - askedNanos > grown(withinNanos, misses);
    }

    /** Since when nothing was heard of it and nobody asked. */
    long quietSince() {
        return Math.max(heardNanos, rereadNanos);
    }

    boolean isQuiet(long now, long afterNanos) {
        return whole && !awaiting && now - quietSince() >= grown(afterNanos, strays);
    }

    private static long grown(long nanos, int times) {
        return nanos << Math.min(times, MOST_DOUBLINGS);
    }
}
