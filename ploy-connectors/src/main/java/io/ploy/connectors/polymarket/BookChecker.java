package io.ploy.connectors.polymarket;

import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Compares kept books with what the venue says of them, and counts. What is not known is not compared. */
final class BookChecker {
    private final BookHash hash = new BookHash();
    private long books;
    private long booksRight;
    private long deltas;
    private long deltasRight;
    private long tops;
    private long topsRight;

    BookChecks checks() {
        return new BookChecks(books, booksRight, deltas, deltasRight, tops, topsRight);
    }

    /** Over the book as it came, in its own order. The stream leaves out what the request answers; that is filled in. */
    boolean bookMatches(WireMessage message, KnownInstrument of) {
        String stated = message.flat.hash;
        String market = message.marketText;
        String time = message.timestampText;
        if (stated == null || market == null || time == null || message.lastTradeText == null) {
            return true;
        }
        books++;
        boolean right = stated.equals(hash.of(new BookText(
                market,
                of.id.symbol(),
                time,
                message.bids.texts(),
                message.asks.texts(),
                message.minOrderText != null ? message.minOrderText : of.minOrderText(),
                message.tickText != null ? message.tickText : of.tickText,
                message.negRisk != null ? message.negRisk : of.negRiskNow(),
                message.lastTradeText,
                message.version)));
        if (right) {
            booksRight++;
        }
        return right;
    }

    /** Takes the message's changes into the kept book; what is wrong with it then, or null. */
    @Nullable
    String afterChange(WireMessage message, KnownInstrument of) {
        WireChange last = message.flat;
        if (!message.hasChanges) {
            set(of, last);
        } else {
            for (int i = 0; i < message.changeCount(); i++) {
                WireChange change = message.change(i);
                if (change.instrument == of) {
                    set(of, change);
                    last = change;
                }
            }
        }
        // The stated hash and best prices are those after the whole message, so only the last entry's can be compared.
        boolean topRight = topMatches(last, of.book);
        boolean hashRight = hashMatches(message, last, of);
        if (!topRight) {
            return "the best prices stated differ from the book's";
        }
        return hashRight ? null : "the hash of the book after a change differs";
    }

    private static void set(KnownInstrument of, WireChange change) {
        of.book.set(change.bookSide(), change.price, change.size, change.text());
    }

    private boolean topMatches(WireChange change, KeptBook book) {
        if (change.bestBid == WireChange.UNSAID || change.bestAsk == WireChange.UNSAID) {
            return true;
        }
        tops++;
        boolean right = change.bestBid == book.bestBid() && change.bestAsk == book.bestAsk();
        if (right) {
            topsRight++;
        }
        return right;
    }

    private boolean hashMatches(WireMessage message, WireChange change, KnownInstrument of) {
        String market = message.marketText;
        String time = message.timestampText;
        String lastTrade = of.lastTradeText;
        if (change.hash == null || market == null || time == null || lastTrade == null) {
            return true;
        }
        deltas++;
        List<BookText.Level> bids = of.book.bids();
        boolean right = change.hash.equals(hash.of(new BookText(
                market,
                of.id.symbol(),
                time,
                bids,
                of.book.asks(),
                of.minOrderText(),
                of.tickText,
                of.negRiskNow(),
                lastTrade,
                of.version)));
        if (right) {
            deltasRight++;
        }
        return right;
    }
}
