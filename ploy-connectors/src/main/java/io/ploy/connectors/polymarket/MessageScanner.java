package io.ploy.connectors.polymarket;

import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.connectors.polymarket.JsonText.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages as they come in, in one pass and in place. What is wrong with a message, a level or an entry is noted
 * there and the walk goes on; only what is no JSON ends it.
 */
final class MessageScanner {
    private static final char[] PLAIN_PRICE = "{\"price\":".toCharArray();
    private static final char[] PLAIN_SIZE = ",\"size\":".toCharArray();
    private static final char[] BUY = "BUY".toCharArray();
    private static final char[] SELL = "SELL".toCharArray();
    private static final char[] SMALL_BUY = "buy".toCharArray();
    private static final char[] SMALL_SELL = "sell".toCharArray();
    private static final String NO_SIDE = "side is neither BUY nor SELL";
    private static final int MOST_MILLIS_DIGITS = 15;

    private final KnownMarkets known;
    private final boolean keepText;
    private final JsonText json;
    private final MemberOrder messageOrder = new MemberOrder();
    private final MemberOrder entryOrder = new MemberOrder();
    private final MemberOrder levelOrder = new MemberOrder();
    private @Nullable KnownMarket marketBefore;
    private long unknownMembers;

    /**
     * A scanner.
     *
     * @param keepText whether the venue's own words are wanted, to hash books and to compare best prices
     */
    MessageScanner(KnownMarkets known, boolean keepText, JsonText json) {
        this.known = known;
        this.keepText = keepText;
        this.json = json;
    }

    /** How many members were unknown in the messages read since this was asked last. */
    long takeUnknownMembers() {
        long count = unknownMembers;
        unknownMembers = 0;
        return count;
    }

    /** Reads an object from its opening brace to behind its closing one. */
    void read(WireMessage into) throws NotJsonException {
        into.clear();
        if (json.enter('}')) {
            Member member = Member.UNKNOWN;
            do {
                member = json.name(messageOrder, member);
                member(member, into);
            } while (json.another('}'));
        }
    }

    private void member(Member member, WireMessage into) throws NotJsonException {
        if (skipped(member)) {
            return;
        }
        if (!into.first(member)) {
            into.problem("a message has two of " + member);
            again(member, into.flat, into.market);
            return;
        }
        switch (member) {
            case EVENT_TYPE ->
                into.kind = json.value() == Kind.NESTED ? MessageKind.UNKNOWN : MessageKind.of(json.text);
            case MARKET -> market(into);
            case TIMESTAMP -> timestamp(into);
            case BIDS -> levels(into.bids, "bids");
            case ASKS -> levels(into.asks, "asks");
            case CHANGES -> changes(into);
            case TICK_SIZE -> {
                into.tick = tick();
                into.tickText = kept();
            }
            case NEW_TICK_SIZE -> {
                into.newTick = tick();
                into.newTickText = kept();
            }
            case LAST_TRADE_PRICE -> into.lastTradeText = scalar() ? kept() : null;
            case MIN_ORDER_SIZE -> into.minOrderText = scalar() ? kept() : null;
            case VERSION -> into.version = scalar() ? kept() : null;
            case NEG_RISK -> {
                Kind kind = json.value();
                into.negRisk = kind == Kind.TRUE ? Boolean.TRUE : kind == Kind.FALSE ? Boolean.FALSE : null;
            }
            case WINNING_ASSET_ID -> into.winner = scalar() ? known.instruments.get(json.text) : null;
            default -> entryMember(member, into.flat, into.market);
        }
    }

    /** Skips a member that says nothing here: of no use, unknown, or null. */
    private boolean skipped(Member member) throws NotJsonException {
        if (member == Member.UNKNOWN) {
            unknownMembers++;
        } else if (member != Member.OF_NO_USE && json.chars[json.at] != 'n') {
            return false;
        }
        json.value();
        return true;
    }

    private void market(WireMessage into) throws NotJsonException {
        KnownMarket before = marketBefore;
        if (before != null && !before.forgotten && json.skipText(before.letters)) {
            into.market = before;
        } else if (scalar()) {
            into.market = known.markets.get(json.text);
            marketBefore = into.market;
        } else {
            into.problem("market is no text");
            return;
        }
        into.marketNamed = true;
        into.marketText = !keepText
                ? null
                : into.market != null ? into.market.market().id().symbol() : json.text.toString();
    }

    private void timestamp(WireMessage into) throws NotJsonException {
        Kind kind = json.value();
        if (kind == Kind.TEXT && json.text.length() == 0) {
            return;
        }
        into.timestamp = kind == Kind.TEXT || kind == Kind.NUMBER ? millis(json.text) : -1;
        into.timestampText = kept();
        if (into.timestamp < 0) {
            into.problem("timestamp is no time in milliseconds");
        }
    }

    private static long millis(TextSlice text) {
        int length = text.length();
        if (length == 0 || length > MOST_MILLIS_DIGITS) {
            return -1;
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** A price step; it is checked with the message. */
    private long tick() throws NotJsonException {
        long micros = json.decimal();
        return micros == JsonText.ABSENT ? WireMessage.UNSAID : micros < 0 ? JsonText.NO_DECIMAL : micros;
    }

    private void levels(WireLevels into, String name) throws NotJsonException {
        if (json.chars[json.at] != '[') {
            json.value();
            into.problem(name + " is no list");
            return;
        }
        into.present = true;
        if (json.enter(']')) {
            do {
                if (!plainLevel(into)) {
                    level(into, name);
                }
            } while (json.another(']'));
        }
    }

    /** A level written the way the venue writes them, or else nothing is read. */
    private boolean plainLevel(WireLevels into) {
        int from = json.at;
        if (json.skip(PLAIN_PRICE)) {
            long price = json.plainDecimal();
            String priceText = written();
            if (price >= 0 && price <= FixedPoint.ONE && json.skip(PLAIN_SIZE)) {
                long size = json.plainDecimal();
                String sizeText = written();
                if (size >= 0 && json.chars[json.at] == '}') {
                    json.at++;
                    into.levels.add(price, size, priceText, sizeText);
                    return true;
                }
            }
        }
        json.at = from;
        return false;
    }

    private void level(WireLevels into, String name) throws NotJsonException {
        if (json.peek() != '{') {
            json.value();
            into.problem("a level of " + name + " is no object");
            return;
        }
        long price = JsonText.ABSENT;
        long size = JsonText.ABSENT;
        String priceText = null;
        String sizeText = null;
        if (json.enter('}')) {
            Member member = Member.UNKNOWN;
            do {
                member = json.name(levelOrder, member);
                if (member == Member.PRICE && price == JsonText.ABSENT) {
                    price = json.decimal();
                    priceText = written();
                } else if (member == Member.SIZE && size == JsonText.ABSENT) {
                    size = json.decimal();
                    sizeText = written();
                } else {
                    if (member == Member.PRICE || member == Member.SIZE) {
                        into.problem("a level of " + name + " has two of " + member);
                    } else {
                        unknownMembers++;
                    }
                    json.value();
                }
            } while (json.another('}'));
        }
        if (price < 0 || price > FixedPoint.ONE || size < 0) {
            into.problem("a level of " + name + " has no price from 0 to 1, or no size from 0 up");
        } else {
            into.levels.add(price, size, priceText, sizeText);
        }
    }

    private void changes(WireMessage into) throws NotJsonException {
        if (json.chars[json.at] != '[') {
            json.value();
            into.problem("price_changes is no list");
            return;
        }
        into.hasChanges = true;
        if (json.enter(']')) {
            do {
                WireChange change = into.addChange();
                if (json.peek() == '{') {
                    entry(change, into.market);
                } else {
                    json.value();
                    change.problem("an entry is no object");
                }
            } while (json.another(']'));
        }
    }

    private void entry(WireChange into, @Nullable KnownMarket market) throws NotJsonException {
        if (json.enter('}')) {
            Member member = Member.UNKNOWN;
            do {
                member = json.name(entryOrder, member);
                if (!skipped(member)) {
                    if (into.first(member)) {
                        entryMember(member, into, market);
                    } else {
                        into.problem("an entry has two of " + member);
                        again(member, into, market);
                    }
                }
            } while (json.another('}'));
        }
    }

    private void again(Member member, WireChange into, @Nullable KnownMarket market) throws NotJsonException {
        into.namedTwice |= member == Member.ASSET_ID;
        if (member == Member.ASSET_ID && into.instrument == null) {
            asset(into, market);
        } else {
            json.value();
        }
    }

    private void entryMember(Member member, WireChange into, @Nullable KnownMarket market) throws NotJsonException {
        switch (member) {
            case ASSET_ID -> asset(into, market);
            case PRICE -> {
                into.price = json.decimal();
                into.priceText = written();
                if (into.price != JsonText.ABSENT && (into.price < 0 || into.price > FixedPoint.ONE)) {
                    into.problem("price is no decimal number from 0 to 1");
                }
            }
            case SIZE -> {
                into.size = json.decimal();
                into.sizeText = written();
                if (into.size != JsonText.ABSENT && into.size < 0) {
                    into.problem("size is no decimal number from 0 up");
                }
            }
            case SIDE -> side(into);
            case HASH -> into.hash = scalar() && json.text.length() > 0 ? kept() : null;
            case BEST_BID -> into.bestBid = best(into);
            case BEST_ASK -> into.bestAsk = best(into);
            default -> {
                unknownMembers++;
                json.value();
            }
        }
    }

    private void asset(WireChange into, @Nullable KnownMarket market) throws NotJsonException {
        into.named = true;
        // Nearly always the market was named before, and it is one of its two outcomes.
        if (market != null) {
            if (json.skipText(market.first.letters)) {
                into.instrument = market.first;
                return;
            }
            if (json.skipText(market.second.letters)) {
                into.instrument = market.second;
                return;
            }
        }
        if (scalar()) {
            into.instrument = known.instruments.get(json.text);
        } else {
            into.problem("asset_id is no text");
        }
    }

    private void side(WireChange into) throws NotJsonException {
        if (json.skipText(BUY)) {
            into.side = Side.BUY;
        } else if (json.skipText(SELL)) {
            into.side = Side.SELL;
        } else if (json.value() != Kind.TEXT) {
            into.problem(NO_SIDE);
        } else if (json.text.is(BUY) || json.text.is(SMALL_BUY)) {
            into.side = Side.BUY;
        } else if (json.text.is(SELL) || json.text.is(SMALL_SELL)) {
            into.side = Side.SELL;
        } else {
            into.problem(NO_SIDE);
        }
    }

    private long best(WireChange into) throws NotJsonException {
        if (!keepText) {
            json.value();
            return WireChange.UNSAID;
        }
        long micros = json.decimal();
        if (micros == JsonText.ABSENT) {
            return KeptBook.NONE;
        }
        if (micros < 0 || micros > FixedPoint.ONE) {
            into.problem("a best price is no decimal number from 0 to 1");
            return WireChange.UNSAID;
        }
        return KeptBook.best(micros);
    }

    /** Reads a text or a number. */
    private boolean scalar() throws NotJsonException {
        Kind kind = json.value();
        return kind == Kind.TEXT || kind == Kind.NUMBER;
    }

    /** How the decimal number read last was written, if that is wanted and not plain. */
    private @Nullable String written() {
        return keepText ? json.text.unlessShortest() : null;
    }

    private @Nullable String kept() {
        return keepText ? json.text.toString() : null;
    }
}
