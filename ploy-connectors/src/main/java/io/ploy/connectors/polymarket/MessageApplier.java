package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** Takes in messages that were read and checked. */
final class MessageApplier {
    private final boolean checking;
    private final int patience;
    private final BookChecker checker = new BookChecker();

    /**
     * Takes messages in.
     *
     * @param patience how many disagreements in a row between a book and what the venue says of it are borne
     */
    MessageApplier(boolean checking, int patience) {
        this.checking = checking;
        this.patience = patience;
    }

    BookChecker checker() {
        return checker;
    }

    boolean apply(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        switch (message.kind) {
            case ANSWER -> {
                return (message.bids.present || message.asks.present) && book(message, at, out, true);
            }
            case BOOK -> {
                return book(message, at, out, false);
            }
            case PRICE_CHANGE -> {
                changes(message, at, out);
                return true;
            }
            case TRADE -> {
                trade(message, at, out);
                return true;
            }
            case TICK_SIZE_CHANGE -> {
                tick(message, at, out);
                return true;
            }
            case MARKET_RESOLVED -> {
                return resolved(message, at, out);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean book(WireMessage message, Instant at, Consumer<? super MarketEvent> out, boolean requested) {
        KnownInstrument of = message.flat.instrument();
        BookChecker.Match match = checking ? checker.book(message, of) : BookChecker.Match.NOT_COMPARED;
        if (requested && message.timestamp >= 0 && message.timestamp < of.asOf) {
            // Answers come from a cache that can lie minutes behind the stream.
            return false;
        }
        of.advance(message.timestamp, at);
        of.hasBook = true;
        of.suspect = false;
        of.evidence.startAnew(match == BookChecker.Match.RIGHT);
        if (message.tick != WireMessage.UNSAID) {
            of.tickSize(message.tick, message.tickText);
        }
        if (checking) {
            keep(message, of);
        }
        out.accept(
                new MarketEvent.BookSnapshot(at, of.id, of.tickSize(), message.bids.toList(), message.asks.toList()));
        if (match == BookChecker.Match.WRONG && patience == 0) {
            of.doubt(at, "the hash of the whole book differs", out);
        }
        return true;
    }

    private static void keep(WireMessage message, KnownInstrument of) {
        of.book.clear();
        of.book.setAll(BookSide.BIDS, message.bids.levels);
        of.book.setAll(BookSide.ASKS, message.asks.levels);
        of.lastTradeText = message.lastTradeText;
        if (message.minOrderText != null) {
            of.minOrderText = message.minOrderText;
        }
        if (message.negRisk != null) {
            of.negRisk = message.negRisk;
        }
        of.version = message.version;
    }

    private void changes(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        if (!message.hasChanges) {
            changed(message.flat.instrument(), List.of(message.flat.change()), message, at, out);
            return;
        }
        int count = message.changeCount();
        for (int i = 0; i < count; i++) {
            KnownInstrument of = message.change(i).instrument;
            if (of != null && firstOf(message, of) == i) {
                changed(of, changesOf(message, of, i), message, at, out);
            }
        }
    }

    private static int firstOf(WireMessage message, KnownInstrument of) {
        int i = 0;
        while (message.change(i).instrument != of) {
            i++;
        }
        return i;
    }

    private static List<LevelChange> changesOf(WireMessage message, KnownInstrument of, int from) {
        LevelChange first = message.change(from).change();
        int more = 0;
        for (int i = from + 1; i < message.changeCount(); i++) {
            more += message.change(i).instrument == of ? 1 : 0;
        }
        if (more == 0) {
            return List.of(first);
        }
        LevelChange[] all = new LevelChange[1 + more];
        all[0] = first;
        for (int i = message.changeCount() - 1; more > 0; i--) {
            if (message.change(i).instrument == of) {
                all[more--] = message.change(i).change();
            }
        }
        return List.of(all);
    }

    private void changed(
            KnownInstrument of,
            List<LevelChange> changes,
            WireMessage message,
            Instant at,
            Consumer<? super MarketEvent> out) {
        of.advance(message.timestamp, at);
        out.accept(new MarketEvent.BookChanged(at, of.id, changes));
        if (checking && of.hasBook) {
            checker.changed(message, of);
            judge(of, at, out);
        }
    }

    private void judge(KnownInstrument of, Instant at, Consumer<? super MarketEvent> out) {
        String verdict = of.evidence.verdict(patience);
        if (verdict != null) {
            of.doubt(at, verdict, out);
        }
    }

    /** Best prices that came on their own, of an outcome known. */
    void quote(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        KnownInstrument of = message.flat.instrument();
        if (checking && of.hasBook) {
            checker.quoted(message.flat, of);
            judge(of, at, out);
        }
    }

    private static void trade(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        KnownInstrument of = message.flat.instrument();
        of.market.loseLastTrade();
        WireChange said = message.flat;
        out.accept(new MarketEvent.Traded(
                new MarketTrade(of.id, said.side(), Prices.of(said.price), new Quantity(said.size), at)));
    }

    private static void tick(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        KnownInstrument of = message.flat.instrument();
        of.tickSize(message.newTick, message.newTickText);
        of.book.dropOffGrid(message.newTick);
        out.accept(new MarketEvent.TickSizeChanged(at, of.id, of.tickSize()));
    }

    private static boolean resolved(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        if (message.market == null) {
            return false;
        }
        Market market = message.market.market();
        Instant said = message.timestamp < 0 ? at : Instant.ofEpochMilli(message.timestamp);
        out.accept(new MarketEvent.MarketResolved(
                at,
                message.winner == message.market.first
                        ? Resolution.first(market.id(), said)
                        : Resolution.second(market.id(), said)));
        return true;
    }
}
