package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.connectors.polymarket.KnownMarket.KnownInstrument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One object of a frame, read in one pass whatever the order of its members: the venue puts the kind last. Used again for
 * the next frame.
 */
final class WireMessage {
    private final SymbolTable<KnownMarket> markets;
    private final SymbolTable<KnownInstrument> instruments;
    private final boolean keepText;
    private final TextSlice text = new TextSlice();
    private final List<WireChange> pool = new ArrayList<>();
    private int changeCount;
    private long seen;

    final WireLevels bids;
    final WireLevels asks;
    /** The members that make an old-style change, or a trade, without a list. */
    final WireChange flat = new WireChange();

    String eventType = "";

    @Nullable
    KnownMarket market;

    @Nullable
    String marketText;

    @Nullable
    String unknownAsset;

    @Nullable
    KnownInstrument winner;

    @Nullable
    String winnerText;

    boolean hasChanges;
    long timestamp;

    @Nullable
    String timestampText;

    @Nullable
    String tickText;

    @Nullable
    String newTickText;

    @Nullable
    String lastTradeText;

    @Nullable
    String minOrderText;

    @Nullable
    Boolean negRisk;

    @Nullable
    String version;

    WireMessage(SymbolTable<KnownMarket> markets, SymbolTable<KnownInstrument> instruments, boolean keepText) {
        this.markets = markets;
        this.instruments = instruments;
        this.keepText = keepText;
        bids = new WireLevels(keepText);
        asks = new WireLevels(keepText);
    }

    int changeCount() {
        return changeCount;
    }

    WireChange change(int index) {
        return pool.get(index);
    }

    private void clear() {
        bids.clear();
        asks.clear();
        flat.clear();
        changeCount = 0;
        seen = 0;
        eventType = "";
        market = null;
        marketText = null;
        unknownAsset = null;
        winner = null;
        winnerText = null;
        hasChanges = false;
        timestamp = -1;
        timestampText = null;
        tickText = null;
        newTickText = null;
        lastTradeText = null;
        minOrderText = null;
        negRisk = null;
        version = null;
    }

    /** Reads from the start of an object to its end. */
    void read(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedFrameException("a frame holds objects, found " + in.currentToken());
        }
        clear();
        String name;
        while ((name = in.nextFieldName()) != null) {
            if (in.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            member(in, name);
        }
    }

    private void member(JsonParser in, String name) throws IOException {
        switch (name) {
            case "event_type" -> eventType = string(in, name, 0);
            case "market" -> market(in, name);
            case "asset_id" -> asset(in, name, flat, 2);
            case "timestamp" -> timestamp(in, name);
            case "hash" -> flat.hash = kept(string(in, name, 4));
            case "bids", "buys" -> levels(in, name, bids, 5);
            case "asks", "sells" -> levels(in, name, asks, 6);
            case "price_changes", "changes" -> changes(in, name);
            case "price", "size", "side" -> changeMember(in, name, flat);
            case "tick_size" -> tickText = string(in, name, 11);
            case "new_tick_size" -> newTickText = string(in, name, 8);
            case "last_trade_price" -> lastTradeText = string(in, name, 12);
            case "min_order_size" -> minOrderText = string(in, name, 13);
            case "neg_risk" -> negRisk = bool(in, name);
            case "version" -> version = string(in, name, 15);
            case "winning_asset_id" -> {
                winnerText = string(in, name, 16);
                winner = instruments.get(winnerText);
            }
            default -> in.skipChildren();
        }
    }

    private void market(JsonParser in, String name) throws IOException {
        once(name, 1);
        scalar(in, name);
        market = markets.get(text.look(in));
        marketText = keepText || market == null ? in.getText() : null;
    }

    private void asset(JsonParser in, String name, WireChange into, int bit) throws IOException {
        if (bit >= 0) {
            once(name, bit);
        }
        scalar(in, name);
        into.instrument = instruments.get(text.look(in));
        if (into.instrument == null) {
            unknownAsset = in.getText();
        }
    }

    private void timestamp(JsonParser in, String name) throws IOException {
        once(name, 3);
        timestamp = text.millis(in, name);
        timestampText = keepText ? in.getText() : null;
    }

    private void levels(JsonParser in, String name, WireLevels into, int bit) throws IOException {
        once(name, bit);
        into.read(in, name);
    }

    private void changes(JsonParser in, String name) throws IOException {
        once(name, 7);
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedFrameException(name + " is no list");
        }
        hasChanges = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            readChange(in);
        }
    }

    private void readChange(JsonParser in) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedFrameException("a price change is no object");
        }
        if (changeCount == pool.size()) {
            pool.add(new WireChange());
        }
        WireChange change = pool.get(changeCount++);
        change.clear();
        String name;
        while ((name = in.nextFieldName()) != null) {
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                changeMember(in, name, change);
            }
        }
    }

    private void changeMember(JsonParser in, String name, WireChange into) throws IOException {
        switch (name) {
            case "asset_id" -> {
                single(into.instrument == null, name);
                asset(in, name, into, -1);
            }
            case "price" -> {
                single(into.price < 0, name);
                into.price = WireLevels.price(text.micros(in, name));
                into.priceText = keepText ? in.getText() : null;
            }
            case "size" -> {
                single(into.size < 0, name);
                into.size = WireLevels.size(text.micros(in, name));
                into.sizeText = keepText ? in.getText() : null;
            }
            case "side" -> {
                single(into.side == null, name);
                into.side = side(string(in, name, -1));
            }
            case "hash" -> into.hash = kept(string(in, name, -1));
            case "best_bid" -> into.bestBid = best(in, name);
            case "best_ask" -> into.bestAsk = best(in, name);
            default -> in.skipChildren();
        }
    }

    /** Zero, one and empty stand for a side without levels. */
    private long best(JsonParser in, String name) throws IOException {
        if (!keepText) {
            in.skipChildren();
            return WireChange.UNSAID;
        }
        if (string(in, name, -1).isEmpty()) {
            return KeptBook.NONE;
        }
        long micros = WireLevels.price(text.micros(in, name));
        return micros == 0 || micros == FixedPoint.ONE ? KeptBook.NONE : micros;
    }

    static Side side(String text) throws MalformedFrameException {
        return switch (text) {
            case "BUY", "buy" -> Side.BUY;
            case "SELL", "sell" -> Side.SELL;
            default -> throw new MalformedFrameException("side is neither BUY nor SELL: '" + text + "'");
        };
    }

    private @Nullable Boolean bool(JsonParser in, String name) throws IOException {
        once(name, 14);
        if (!in.currentToken().isBoolean()) {
            throw new MalformedFrameException(name + " is neither true nor false");
        }
        return in.getBooleanValue();
    }

    private @Nullable String kept(String value) {
        return keepText && !value.isEmpty() ? value : null;
    }

    private String string(JsonParser in, String name, int bit) throws IOException {
        if (bit >= 0) {
            once(name, bit);
        }
        scalar(in, name);
        return in.getText();
    }

    private static void scalar(JsonParser in, String name) throws MalformedFrameException {
        if (!in.currentToken().isScalarValue()) {
            throw new MalformedFrameException(name + " is no text");
        }
    }

    /** A member that stands twice contradicts itself, and a parser would silently take the last. */
    private void once(String name, int bit) throws MalformedFrameException {
        single((seen & (1L << bit)) == 0, name);
        seen |= 1L << bit;
    }

    private static void single(boolean first, String name) throws MalformedFrameException {
        if (!first) {
            throw new MalformedFrameException(name + " stands twice");
        }
    }
}
