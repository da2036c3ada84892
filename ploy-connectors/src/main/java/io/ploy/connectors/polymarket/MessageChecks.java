package io.ploy.connectors.polymarket;

import io.ploy.api.market.TickSize;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import org.jspecify.annotations.Nullable;

/** What a message of each kind must hold before any of its frame is taken in. */
final class MessageChecks {
    private MessageChecks() {}

    static void check(WireMessage message) throws MalformedFrameException {
        switch (message.kind) {
            case ANSWER -> {
                if (message.bids.present || message.asks.present) {
                    checkBook(message);
                }
            }
            case BOOK -> checkBook(message);
            case PRICE_CHANGE -> checkChanges(message);
            case TRADE -> {
                instrument(message, message.flat);
                complete(message.flat, "a trade");
                if (message.flat.size == 0) {
                    throw new MalformedFrameException("a trade of no shares");
                }
            }
            case TICK_SIZE_CHANGE -> {
                instrument(message, message.flat);
                if (message.newTickText == null) {
                    throw new MalformedFrameException("a change of tick size has no new tick size");
                }
                message.newTick = tick(message.newTickText);
            }
            case MARKET_RESOLVED -> checkResolved(message);
            default -> {
                // New kinds come without notice and are skipped, as the venue asks.
            }
        }
    }

    private static void checkBook(WireMessage message) throws MalformedFrameException {
        instrument(message, message.flat);
        refuse(message.bids.check("bids"));
        refuse(message.asks.check("asks"));
        if (message.tickText != null) {
            message.tick = tick(message.tickText);
        }
    }

    private static void checkChanges(WireMessage message) throws MalformedFrameException {
        if (!message.hasChanges) {
            instrument(message, message.flat);
            complete(message.flat, "a price change");
            return;
        }
        known(message.flat);
        if (message.changeCount() == 0) {
            throw new MalformedFrameException("a price change changes nothing");
        }
        for (int i = 0; i < message.changeCount(); i++) {
            WireChange change = message.change(i);
            if (!change.named) {
                change.instrument = message.flat.instrument;
            }
            instrument(message, change);
            complete(change, "a price change");
        }
    }

    private static void checkResolved(WireMessage message) throws MalformedFrameException {
        if (message.market == null) {
            return;
        }
        KnownInstrument winner = message.winner;
        if (winner == null || winner.market != message.market) {
            throw new MalformedFrameException(
                    "market resolved to " + message.winnerText + ", which is none of its outcomes");
        }
    }

    private static void complete(WireChange change, String what) throws MalformedFrameException {
        if (!change.isComplete()) {
            throw new MalformedFrameException(what + " lacks price, size or side");
        }
    }

    private static void instrument(WireMessage message, WireChange change) throws MalformedFrameException {
        known(change);
        KnownInstrument instrument = change.instrument;
        if (instrument == null) {
            throw new MalformedFrameException("asset_id is missing");
        }
        if (message.market != instrument.market && message.marketNamed) {
            throw new MalformedFrameException("asset " + instrument.id.symbol() + " is not in market "
                    + (message.market != null ? message.market.market().id().symbol() : message.marketText));
        }
    }

    private static void known(WireChange change) throws MalformedFrameException {
        if (change.named && change.instrument == null) {
            throw new MalformedFrameException("asset " + change.unknownAsset + " is in no market defined before");
        }
    }

    private static void refuse(@Nullable String problem) throws MalformedFrameException {
        if (problem != null) {
            throw new MalformedFrameException(problem);
        }
    }

    private static long tick(String text) throws MalformedFrameException {
        try {
            return TickSize.parse(text).micros();
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException("tick size: " + e.getMessage());
        }
    }
}
