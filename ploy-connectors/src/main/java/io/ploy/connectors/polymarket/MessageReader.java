package io.ploy.connectors.polymarket;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import java.io.IOException;

/**
 * Reads messages that must be right, in one pass whatever the order of their members: the venue puts the kind last.
 */
final class MessageReader {
    private final ChannelMarkets known;
    private final boolean keepText;
    private final TextSlice text = new TextSlice();

    MessageReader(ChannelMarkets known, boolean keepText) {
        this.known = known;
        this.keepText = keepText;
    }

    /** Reads from the start of an object to its end. */
    void read(JsonParser in, WireMessage into) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedFrameException("a frame holds objects, found " + in.currentToken());
        }
        into.clear();
        String name;
        while ((name = in.nextFieldName()) != null) {
            if (in.nextToken() != JsonToken.VALUE_NULL) {
                member(in, name, into);
            }
        }
    }

    private void member(JsonParser in, String name, WireMessage into) throws IOException {
        Member member = Member.of(name);
        if (member == Member.OF_NO_USE || member == Member.UNKNOWN) {
            in.skipChildren();
            return;
        }
        if (member != Member.BEST_BID && member != Member.BEST_ASK) {
            once(into.first(member), name);
        }
        switch (member) {
            case EVENT_TYPE -> into.kind = MessageKind.of(scalar(in, name));
            case MARKET -> {
                into.market = known.markets.get(scalar(in, name));
                into.marketNamed = true;
                into.marketText = keepText || into.market == null ? in.getText() : null;
            }
            case TIMESTAMP -> {
                into.timestamp = text.millis(in, name);
                into.timestampText = keepText ? in.getText() : null;
            }
            case BIDS -> levels(in, name, into.bids);
            case ASKS -> levels(in, name, into.asks);
            case CHANGES -> changes(in, name, into);
            case TICK_SIZE -> into.tickText = string(in, name);
            case NEW_TICK_SIZE -> into.newTickText = string(in, name);
            case LAST_TRADE_PRICE -> into.lastTradeText = string(in, name);
            case MIN_ORDER_SIZE -> into.minOrderText = string(in, name);
            case NEG_RISK -> into.negRisk = bool(in, name);
            case VERSION -> into.version = string(in, name);
            case WINNING_ASSET_ID -> {
                into.winner = known.instruments.get(scalar(in, name));
                into.winnerText = in.getText();
            }
            case ASSET_ID, PRICE, SIZE, SIDE, HASH -> changeMember(in, member, name, into.flat);
            default -> in.skipChildren();
        }
    }

    private void changes(JsonParser in, String name, WireMessage into) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedFrameException(name + " is no list");
        }
        into.hasChanges = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() != JsonToken.START_OBJECT) {
                throw new MalformedFrameException("a price change is no object");
            }
            WireChange change = into.addChange();
            String field;
            while ((field = in.nextFieldName()) != null) {
                if (in.nextToken() != JsonToken.VALUE_NULL) {
                    Member member = Member.of(field);
                    if (member == Member.ASSET_ID
                            || member == Member.PRICE
                            || member == Member.SIZE
                            || member == Member.SIDE) {
                        once(change.first(member), field);
                    }
                    changeMember(in, member, field, change);
                }
            }
        }
    }

    private void changeMember(JsonParser in, Member member, String name, WireChange into) throws IOException {
        switch (member) {
            case ASSET_ID -> {
                into.instrument = known.instruments.get(scalar(in, name));
                into.named = true;
                into.unknownAsset = into.instrument == null ? in.getText() : null;
            }
            case PRICE -> {
                into.price = price(text.micros(in, name));
                into.priceText = keepText ? text.unlessShortest() : null;
            }
            case SIZE -> {
                into.size = size(text.micros(in, name));
                into.sizeText = keepText ? text.unlessShortest() : null;
            }
            case SIDE -> into.side = side(string(in, name));
            case HASH -> {
                String hash = string(in, name);
                into.hash = keepText && !hash.isEmpty() ? hash : null;
            }
            case BEST_BID -> into.bestBid = best(in, name);
            case BEST_ASK -> into.bestAsk = best(in, name);
            default -> in.skipChildren();
        }
    }

    private void levels(JsonParser in, String name, WireLevels into) throws IOException {
        if (in.currentToken() != JsonToken.START_ARRAY) {
            throw new MalformedFrameException(name + " is no list");
        }
        into.present = true;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            level(in, name, into);
        }
    }

    private void level(JsonParser in, String name, WireLevels into) throws IOException {
        if (in.currentToken() != JsonToken.START_OBJECT) {
            throw new MalformedFrameException("a level of " + name + " is no object");
        }
        long price = -1;
        long size = -1;
        String priceText = null;
        String sizeText = null;
        String field;
        while ((field = in.nextFieldName()) != null) {
            in.nextToken();
            if (field.equals("price")) {
                once(price < 0, field);
                price = price(text.micros(in, field));
                priceText = keepText ? text.unlessShortest() : null;
            } else if (field.equals("size")) {
                once(size < 0, field);
                size = size(text.micros(in, field));
                sizeText = keepText ? text.unlessShortest() : null;
            } else {
                in.skipChildren();
            }
        }
        if (price < 0 || size < 0) {
            throw new MalformedFrameException("a level of " + name + " has no price or no size");
        }
        into.levels.add(price, size, priceText, sizeText);
    }

    private static long price(long micros) throws MalformedFrameException {
        if (micros < 0 || micros > FixedPoint.ONE) {
            throw new MalformedFrameException("price outside [0, 1]: " + FixedPoint.format(micros));
        }
        return micros;
    }

    private static long size(long micros) throws MalformedFrameException {
        if (micros < 0) {
            throw new MalformedFrameException("size below zero: " + FixedPoint.format(micros));
        }
        return micros;
    }

    /** Zero, one and empty stand for a side without levels. */
    private long best(JsonParser in, String name) throws IOException {
        if (!keepText) {
            in.skipChildren();
            return WireChange.UNSAID;
        }
        return scalar(in, name).isEmpty() ? KeptBook.NONE : KeptBook.best(price(text.micros(in, name)));
    }

    private static Side side(String text) throws MalformedFrameException {
        return switch (text) {
            case "BUY", "buy" -> Side.BUY;
            case "SELL", "sell" -> Side.SELL;
            default -> throw new MalformedFrameException("side is neither BUY nor SELL: '" + text + "'");
        };
    }

    private static boolean bool(JsonParser in, String name) throws IOException {
        if (!in.currentToken().isBoolean()) {
            throw new MalformedFrameException(name + " is neither true nor false");
        }
        return in.getBooleanValue();
    }

    private String string(JsonParser in, String name) throws IOException {
        scalar(in, name);
        return in.getText();
    }

    private TextSlice scalar(JsonParser in, String name) throws IOException {
        if (!in.currentToken().isScalarValue()) {
            throw new MalformedFrameException(name + " is no text");
        }
        return text.look(in);
    }

    private static void once(boolean first, String name) throws MalformedFrameException {
        if (!first) {
            throw new MalformedFrameException(name + " stands twice");
        }
    }
}
