package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Side;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import org.jspecify.annotations.Nullable;

/** One entry of a price change, used again for the next frame. */
final class WireChange {
    /** The venue did not say. */
    static final long UNSAID = Long.MIN_VALUE;

    private long seen;

    @Nullable
    KnownInstrument instrument;

    /** Whether it names an outcome, known or not. */
    boolean named;

    boolean namedTwice;

    /** The outcome it names if that is not known, and somebody wants to know. */
    @Nullable
    String unknownAsset;

    @Nullable
    Side side;

    long price;
    long size;

    /** As received if that is not the shortest way to write it, and somebody wants to know. */
    @Nullable
    String priceText;

    /** As received if that is not the shortest way to write it, and somebody wants to know. */
    @Nullable
    String sizeText;

    @Nullable
    String hash;

    long bestBid;
    long bestAsk;

    /** What is wrong with it, or null. */
    @Nullable
    String problem;

    void clear() {
        seen = 0;
        instrument = null;
        named = false;
        namedTwice = false;
        unknownAsset = null;
        side = null;
        price = -1;
        size = -1;
        priceText = null;
        sizeText = null;
        hash = null;
        bestBid = UNSAID;
        bestAsk = UNSAID;
        problem = null;
    }

    /** Whether a member comes for the first time. */
    boolean first(Member member) {
        long bit = 1L << member.ordinal();
        boolean first = (seen & bit) == 0;
        seen |= bit;
        return first;
    }

    boolean isComplete() {
        return price >= 0 && size >= 0 && side != null;
    }

    void problem(String what) {
        if (problem == null) {
            problem = what;
        }
    }

    KnownInstrument instrument() {
        return required(instrument);
    }

    Side side() {
        return required(side);
    }

    BookSide bookSide() {
        return side().restsOn();
    }

    LevelChange change() {
        return new LevelChange(bookSide(), Prices.of(price), Quantity.ofMicros(size));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("an entry is used before it was checked");
        }
        return value;
    }
}
