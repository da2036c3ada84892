package io.ploy.connectors.polymarket;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import java.time.Instant;
import java.util.Collection;
import java.util.function.Consumer;

/** The markets a channel was told of, found by the venue's words for them. */
final class ChannelMarkets {
    final SymbolTable<KnownMarket> markets = new SymbolTable<>();
    final SymbolTable<KnownInstrument> instruments = new SymbolTable<>();

    void define(VenueMarket definition) throws MalformedFrameException {
        String symbol = definition.market().id().symbol();
        String first = definition.market().first().instrument().symbol();
        String second = definition.market().second().instrument().symbol();
        KnownMarket known = markets.get(symbol);
        KnownInstrument firstKnown = instruments.get(first);
        KnownInstrument secondKnown = instruments.get(second);
        if (known != null) {
            if (known.first != firstKnown || known.second != secondKnown) {
                throw new MalformedFrameException("market " + symbol + " changed its outcomes");
            }
            known.redefine(definition);
            return;
        }
        if (firstKnown != null || secondKnown != null) {
            throw new MalformedFrameException("an outcome of market " + symbol + " belongs to another market");
        }
        KnownMarket added = new KnownMarket(definition);
        markets.put(symbol, added);
        instruments.put(first, added.first);
        instruments.put(second, added.second);
    }

    void forget(MarketId market) {
        KnownMarket known = markets.get(market.symbol());
        if (known != null) {
            known.forgotten = true;
            markets.remove(market.symbol());
            instruments.remove(known.first.id.symbol());
            instruments.remove(known.second.id.symbol());
        }
    }

    long asOf(InstrumentId instrument) {
        KnownInstrument each = instruments.get(instrument.symbol());
        return each == null ? -1 : each.asOf;
    }

    void distrustAll(Instant at, BookTrust trust, String reason, Consumer<? super MarketEvent> out) {
        for (KnownInstrument each : instruments.values()) {
            if (each.hasBook) {
                each.lose();
                out.accept(new MarketEvent.BookDistrusted(at, each.id, trust, reason));
            }
        }
    }

    void distrust(
            Instant at,
            BookTrust trust,
            String reason,
            Collection<InstrumentId> which,
            Consumer<? super MarketEvent> out) {
        for (InstrumentId id : which) {
            KnownInstrument each = instruments.get(id.symbol());
            if (each == null) {
                throw new IllegalArgumentException("instrument " + id + " is in no market defined before");
            }
            if (trust == BookTrust.SUSPECT) {
                each.suspect = true;
            } else {
                each.lose();
            }
            out.accept(new MarketEvent.BookDistrusted(at, id, trust, reason));
        }
    }
}
