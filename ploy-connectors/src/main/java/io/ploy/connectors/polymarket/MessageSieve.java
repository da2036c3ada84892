package io.ploy.connectors.polymarket;

import io.ploy.api.market.MarketEvent;
import io.ploy.api.money.FixedPoint;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what of a message can be taken in. What cannot is counted, and the book it may have been about is doubted: a
 * change that was not understood is a change missed. Messages that change no book, and answers, leave no doubt.
 */
final class MessageSieve {
    private final Tally<DropReason> dropped = new Tally<>(DropReason.class);
    private final List<Doubt> doubts = new ArrayList<>();

    private record Doubt(KnownInstrument of, String reason) {}

    Tally<DropReason> dropped() {
        return dropped;
    }

    /** Whether anything of the message is left to take in. Entries that are not have no instrument then. */
    boolean passes(WireMessage message) {
        if (message.problem != null && message.kind != MessageKind.UNKNOWN) {
            return contradicts(message, message.problem);
        }
        return switch (message.kind) {
            case BOOK -> book(message, true);
            case ANSWER -> {
                boolean isBook = message.bids.present || message.asks.present;
                yield isBook ? book(message, false) : drop(DropReason.UNKNOWN_KIND);
            }
            case PRICE_CHANGE -> message.hasChanges ? entries(message) : entry(message, message.flat) != null;
            case TRADE -> trade(message);
            case TICK_SIZE_CHANGE -> tick(message);
            case BEST_BID_ASK -> quote(message);
            case MARKET_RESOLVED -> resolution(message);
            case NEW_MARKET -> true;
            case UNKNOWN -> drop(DropReason.UNKNOWN_KIND);
        };
    }

    /** Tells of the doubts the message left, after what could be taken in of it. */
    void tellDoubts(WireMessage message, Instant at, Consumer<? super MarketEvent> out) {
        if (doubts.isEmpty()) {
            return;
        }
        for (Doubt each : doubts) {
            // What is asked for now heals only if it is at least as new as what was missed.
            each.of.advance(message.timestamp, at);
            each.of.doubt(at, each.reason, out);
        }
        doubts.clear();
    }

    private boolean contradicts(WireMessage message, String problem) {
        if (message.kind != MessageKind.ANSWER) {
            doubt(message.market, problem);
            doubtMarket(message.flat.instrument, problem);
            for (int i = 0; i < message.changeCount(); i++) {
                doubtMarket(message.change(i).instrument, problem);
            }
        }
        return drop(DropReason.MALFORMED);
    }

    private boolean book(WireMessage message, boolean sent) {
        KnownInstrument of = instrument(message, message.flat, sent);
        if (of == null) {
            return false;
        }
        String problem = message.flat.problem;
        if (problem == null) {
            problem = message.bids.check("bids");
        }
        if (problem == null) {
            problem = message.asks.check("asks");
        }
        if (problem == null && message.tick != WireMessage.UNSAID && !isTick(message.tick)) {
            problem = "a book has an impossible tick_size";
        }
        return problem == null || malformed(sent ? of : null, problem);
    }

    private boolean entries(WireMessage message) {
        if (message.changeCount() == 0) {
            return drop(DropReason.MALFORMED);
        }
        boolean any = false;
        for (int i = 0; i < message.changeCount(); i++) {
            WireChange entry = message.change(i);
            entry.instrument = entry(message, entry);
            any |= entry.instrument != null;
        }
        return any;
    }

    private @Nullable KnownInstrument entry(WireMessage message, WireChange entry) {
        KnownInstrument of = instrument(message, entry, true);
        if (of == null) {
            return null;
        }
        String problem = entry.problem;
        if (problem == null && !entry.isComplete()) {
            problem = "a price change lacks price, size or side";
        }
        if (problem == null) {
            return of;
        }
        if (entry.namedTwice) {
            doubtMarket(of, problem);
        }
        malformed(of, problem);
        return null;
    }

    private boolean trade(WireMessage message) {
        KnownInstrument of = instrument(message, message.flat, false);
        if (of == null) {
            return false;
        }
        WireChange said = message.flat;
        if (said.problem == null && said.isComplete() && said.size > 0) {
            return true;
        }
        of.market.loseLastTrade();
        return drop(DropReason.MALFORMED);
    }

    private boolean tick(WireMessage message) {
        KnownInstrument of = instrument(message, message.flat, true);
        if (of == null) {
            return false;
        }
        return isTick(message.newTick) || malformed(of, "a change of tick size has no possible new_tick_size");
    }

    private boolean quote(WireMessage message) {
        if (instrument(message, message.flat, false) == null) {
            return false;
        }
        return message.flat.problem == null || drop(DropReason.MALFORMED);
    }

    private boolean resolution(WireMessage message) {
        if (message.market == null) {
            return drop(message.marketNamed ? DropReason.UNKNOWN_MARKET : DropReason.MALFORMED);
        }
        KnownInstrument winner = message.winner;
        return (winner != null && winner.market == message.market) || drop(DropReason.MALFORMED);
    }

    /** Whom it is about, or null if that cannot be known or is nobody known; then it is counted and doubted already. */
    private @Nullable KnownInstrument instrument(WireMessage message, WireChange said, boolean doubting) {
        WireChange naming = said.named ? said : message.flat;
        KnownInstrument of = naming.instrument;
        if (of != null && (of.market == message.market || !message.marketNamed)) {
            return of;
        }
        if (of == null && message.market == null) {
            boolean unknown = naming.named && naming.problem == null;
            drop(unknown ? DropReason.UNKNOWN_MARKET : DropReason.MALFORMED);
            return null;
        }
        if (doubting) {
            String problem = "the outcome named is none of the market named";
            doubtMarket(of, problem);
            doubt(message.market, problem);
        }
        drop(DropReason.MALFORMED);
        return null;
    }

    private static boolean isTick(long micros) {
        return micros > 0 && micros < FixedPoint.ONE && FixedPoint.ONE % micros == 0;
    }

    private boolean malformed(@Nullable KnownInstrument of, String problem) {
        doubt(of, problem);
        return drop(DropReason.MALFORMED);
    }

    private void doubt(@Nullable KnownMarket market, String problem) {
        if (market != null) {
            doubt(market.first, problem);
            doubt(market.second, problem);
        }
    }

    /** Where it is not certain whom something is about, it may be about the other outcome. */
    private void doubtMarket(@Nullable KnownInstrument of, String problem) {
        doubt(of == null ? null : of.market, problem);
    }

    private void doubt(@Nullable KnownInstrument of, String problem) {
        if (of != null) {
            doubts.add(new Doubt(of, problem));
        }
    }

    private boolean drop(DropReason reason) {
        dropped.add(reason);
        return false;
    }
}
