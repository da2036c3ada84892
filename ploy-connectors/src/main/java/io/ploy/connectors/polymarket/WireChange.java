package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Side;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import org.jspecify.annotations.Nullable;

/** One entry of a price change, used again for the next frame. */
final class WireChange {
    /** The venue did not say. */
    static final long UNSAID = Long.MIN_VALUE;

    @Nullable
    KnownInstrument instrument;

    @Nullable
    Side side;

    long price;
    long size;

    @Nullable
    String priceText;

    @Nullable
    String sizeText;

    @Nullable
    String hash;

    long bestBid;
    long bestAsk;

    void clear() {
        instrument = null;
        side = null;
        price = -1;
        size = -1;
        priceText = null;
        sizeText = null;
        hash = null;
        bestBid = UNSAID;
        bestAsk = UNSAID;
    }

    KnownInstrument instrument() {
        return required(instrument);
    }

    BookSide bookSide() {
        return required(side).restsOn();
    }

    LevelChange change() {
        return new LevelChange(bookSide(), new Price(price), Quantity.ofMicros(size));
    }

    BookText.Level text() {
        return new BookText.Level(required(priceText), required(sizeText));
    }

    private static <T> T required(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("an entry is used before it was checked");
        }
        return value;
    }
}
