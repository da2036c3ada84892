package io.ploy.connectors.polymarket;

import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;

/** Compares kept books with what the venue says of them, and counts. What is not known is not compared. */
final class BookChecker {
    private enum Check {
        BOOK,
        BOOK_RIGHT,
        DELTA,
        DELTA_RIGHT,
        TOP,
        TOP_RIGHT,
        QUOTE,
        QUOTE_RIGHT
    }

    private final BookHash hash = new BookHash();
    private final Tally<Check> tally = new Tally<>(Check.class);

    BookChecks checks() {
        return new BookChecks(
                tally.count(Check.BOOK),
                tally.count(Check.BOOK_RIGHT),
                tally.count(Check.DELTA),
                tally.count(Check.DELTA_RIGHT),
                tally.count(Check.TOP),
                tally.count(Check.TOP_RIGHT));
    }

    long quotes() {
        return tally.count(Check.QUOTE);
    }

    long quotesMatched() {
        return tally.count(Check.QUOTE_RIGHT);
    }

    /** How a book's own hash compares. */
    enum Match {
        RIGHT,
        WRONG,
        NOT_COMPARED
    }

    /** Over the book as it came, in its own order. The stream leaves out what the request answers; that is filled in. */
    Match book(WireMessage message, KnownInstrument of) {
        String stated = message.flat.hash;
        String market = message.marketText;
        String time = message.timestampText;
        if (stated == null || market == null || time == null || message.lastTradeText == null) {
            return Match.NOT_COMPARED;
        }
        boolean right = hash.matches(
                stated,
                new BookHash.Numbers(
                        market,
                        of.id.symbol(),
                        time,
                        message.bids.levels,
                        message.asks.levels,
                        message.minOrderText != null ? message.minOrderText : of.minOrderText(),
                        message.tickText != null ? message.tickText : of.tickText(),
                        message.negRisk != null ? message.negRisk : of.negRiskNow(),
                        message.lastTradeText,
                        message.version));
        count(Check.BOOK, Check.BOOK_RIGHT, right);
        return right ? Match.RIGHT : Match.WRONG;
    }

    /** Takes the message's changes into the kept book, and notes what speaks for or against it then. */
    void changed(WireMessage message, KnownInstrument of) {
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
        top(last, of, Check.TOP, Check.TOP_RIGHT);
        hash(message, last, of);
    }

    /** Best prices that came on their own. */
    void quoted(WireChange stated, KnownInstrument of) {
        top(stated, of, Check.QUOTE, Check.QUOTE_RIGHT);
    }

    private static void set(KnownInstrument of, WireChange change) {
        of.book.set(change.bookSide(), change.price, change.size, change.priceText, change.sizeText);
    }

    private void top(WireChange stated, KnownInstrument of, Check all, Check matched) {
        if (stated.bestBid == WireChange.UNSAID || stated.bestAsk == WireChange.UNSAID) {
            return;
        }
        boolean right = stated.bestBid == of.book.bestBid() && stated.bestAsk == of.book.bestAsk();
        count(all, matched, right);
        of.evidence.top(right);
    }

    private void hash(WireMessage message, WireChange change, KnownInstrument of) {
        String market = message.marketText;
        String time = message.timestampText;
        String lastTrade = of.lastTradeText;
        if (change.hash == null || market == null || time == null || lastTrade == null) {
            return;
        }
        boolean right = hash.matches(
                change.hash,
                new BookHash.Numbers(
                        market,
                        of.id.symbol(),
                        time,
                        of.book.bids(),
                        of.book.asks(),
                        of.minOrderText(),
                        of.tickText(),
                        of.negRiskNow(),
                        lastTrade,
                        of.version));
        count(Check.DELTA, Check.DELTA_RIGHT, right);
        of.evidence.hash(right);
    }

    private void count(Check all, Check matched, boolean right) {
        tally.add(all);
        if (right) {
            tally.add(matched);
        }
    }
}
