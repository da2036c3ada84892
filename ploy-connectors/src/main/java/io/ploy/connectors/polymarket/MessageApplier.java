package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.BookTrust;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Takes in messages that were read and checked. */
final class MessageApplier {
    private final boolean checking;
    private final BookChecker checker = new BookChecker();

    MessageApplier(boolean checking) {
        this.checking = checking;
    }

    BookChecks checks() {
        return checker.checks();
    }

    boolean apply(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        switch (message.eventType) {
            case "" -> {
                return (message.bids.present || message.asks.present) && book(message, at, out, true);
            }
            case "book" -> {
                return book(message, at, out, false);
            }
            case "price_change" -> {
                changes(message, at, out);
                return true;
            }
            case "last_trade_price" -> {
                trade(message, at, out);
                return true;
            }
            case "tick_size_change" -> {
                tick(message, at, out);
                return true;
            }
            case "market_resolved" -> {
                return resolved(message, at, out);
            }
            default -> {
                return false;
            }
        }
    }

    private boolean book(WireMessage message, Instant at, Consumer<? super MarketEvent> out, boolean requested) {
        KnownInstrument of = message.flat.instrument();
        boolean right = !checking || checker.bookMatches(message, of);
        if (requested && message.timestamp >= 0 && message.timestamp < of.asOf) {
            // Answers come from a cache that can lie minutes behind the stream.
            return false;
        }
        of.advance(message.timestamp, at);
        of.hasBook = true;
        of.suspect = false;
        if (message.tickText != null) {
            of.tickSize(TickSize.parse(message.tickText), message.tickText);
        }
        if (checking) {
            keep(message, of);
        }
        out.accept(
                new MarketEvent.BookSnapshot(at, of.id, of.tickSize(), message.bids.levels(), message.asks.levels()));
        if (!right) {
            suspect(of, at, "the hash of the whole book differs", out);
        }
        return true;
    }

    private static void keep(WireMessage message, KnownInstrument of) {
        of.book.clear();
        message.bids.copyTo(of.book, BookSide.BIDS);
        message.asks.copyTo(of.book, BookSide.ASKS);
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
            KnownInstrument of = message.change(i).instrument();
            if (firstOf(message, of) == i) {
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
        List<LevelChange> more = null;
        LevelChange first = message.change(from).change();
        for (int i = from + 1; i < message.changeCount(); i++) {
            if (message.change(i).instrument == of) {
                if (more == null) {
                    more = new ArrayList<>();
                    more.add(first);
                }
                more.add(message.change(i).change());
            }
        }
        return more == null ? List.of(first) : more;
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
            String doubt = checker.afterChange(message, of);
            if (doubt != null) {
                suspect(of, at, doubt, out);
            }
        }
    }

    private static void suspect(KnownInstrument of, Instant at, String reason, Consumer<? super MarketEvent> out) {
        if (!of.suspect) {
            of.suspect = true;
            out.accept(new MarketEvent.BookDistrusted(at, of.id, BookTrust.SUSPECT, reason));
        }
    }

    private static void trade(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        KnownInstrument of = message.flat.instrument();
        of.market.first.lastTradeText = null;
        of.market.second.lastTradeText = null;
        Side side = Objects.requireNonNull(message.flat.side);
        out.accept(new MarketEvent.Traded(
                new MarketTrade(of.id, side, new Price(message.flat.price), new Quantity(message.flat.size), at)));
    }

    private static void tick(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        KnownInstrument of = message.flat.instrument();
        String text = Objects.requireNonNull(message.newTickText);
        TickSize size = TickSize.parse(text);
        of.tickSize(size, text);
        of.book.dropOffGrid(size.micros());
        out.accept(new MarketEvent.TickSizeChanged(at, of.id, size));
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
