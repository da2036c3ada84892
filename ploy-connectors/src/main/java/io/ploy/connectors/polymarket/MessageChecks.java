package io.ploy.connectors.polymarket;

import io.ploy.api.market.TickSize;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import org.jspecify.annotations.Nullable;

/** What a message of each kind must hold before any of its frame is taken in. */
final class MessageChecks {
    private MessageChecks() {}

    static void check(WireMessage message) throws MalformedFrameException {
        switch (message.eventType) {
            case "" -> {
                if (message.bids.present || message.asks.present) {
                    checkBook(message);
                }
            }
            case "book" -> checkBook(message);
            case "price_change" -> checkChanges(message);
            case "last_trade_price" -> {
                instrument(message, message.flat.instrument);
                complete(message.flat, "a trade");
                if (message.flat.size == 0) {
                    throw new MalformedFrameException("a trade of no shares");
                }
            }
            case "tick_size_change" -> {
                instrument(message, message.flat.instrument);
                if (message.newTickText == null) {
                    throw new MalformedFrameException("a change of tick size has no new tick size");
                }
                checkTick(message.newTickText);
            }
            case "market_resolved" -> checkResolved(message);
            default -> {
                // New kinds come without notice and are skipped, as the venue asks.
            }
        }
    }

    private static void checkBook(WireMessage message) throws MalformedFrameException {
        instrument(message, message.flat.instrument);
        if (!message.bids.present || !message.asks.present) {
            throw new MalformedFrameException("a book lacks " + (message.bids.present ? "asks" : "bids"));
        }
        message.bids.checkEachPriceOnce("bids");
        message.asks.checkEachPriceOnce("asks");
        if (message.tickText != null) {
            checkTick(message.tickText);
        }
    }

    private static void checkChanges(WireMessage message) throws MalformedFrameException {
        if (!message.hasChanges) {
            instrument(message, message.flat.instrument);
            complete(message.flat, "a price change");
            return;
        }
        if (message.changeCount() == 0) {
            throw new MalformedFrameException("a price change changes nothing");
        }
        for (int i = 0; i < message.changeCount(); i++) {
            WireChange change = message.change(i);
            if (change.instrument == null) {
                change.instrument = message.flat.instrument;
            }
            instrument(message, change.instrument);
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
        if (change.price < 0 || change.size < 0 || change.side == null) {
            throw new MalformedFrameException(what + " lacks price, size or side");
        }
    }

    private static void instrument(WireMessage message, @Nullable KnownInstrument instrument)
            throws MalformedFrameException {
        if (message.unknownAsset != null) {
            throw new MalformedFrameException("asset " + message.unknownAsset + " is in no market defined before");
        }
        if (instrument == null) {
            throw new MalformedFrameException("asset_id is missing");
        }
        if (message.market != instrument.market && (message.market != null || message.marketText != null)) {
            throw new MalformedFrameException("asset " + instrument.id.symbol() + " is not in market "
                    + (message.market != null ? message.market.market().id().symbol() : message.marketText));
        }
    }

    private static void checkTick(String text) throws MalformedFrameException {
        try {
            TickSize.parse(text);
        } catch (IllegalArgumentException e) {
            throw new MalformedFrameException("tick size: " + e.getMessage());
        }
    }
}
