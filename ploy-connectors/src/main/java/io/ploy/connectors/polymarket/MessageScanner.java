package io.ploy.connectors.polymarket;

import io.ploy.connectors.polymarket.JsonText.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Reads messages as they come in, in one pass and in place. What is wrong with a message, a level or an entry is noted
 * there and the walk goes on; only what is no JSON ends it.
 */
final class MessageScanner {
    private static final int MOST_MILLIS_DIGITS = 15;

    private final ChannelMarkets known;
    private final JsonText json;
    private final LevelScanner levels;
    private final EntryScanner entries;
    private final MemberOrder order = new MemberOrder();
    private @Nullable KnownMarket marketBefore;

    MessageScanner(ChannelMarkets known, JsonText json) {
        this.known = known;
        this.json = json;
        this.levels = new LevelScanner(json);
        this.entries = new EntryScanner(known, json);
    }

    /** How many members were unknown in the messages read since this was asked last. */
    long takeUnknownMembers() {
        return levels.takeUnknownMembers() + entries.takeUnknownMembers();
    }

    /** Reads an object from its opening brace to behind its closing one. */
    void read(WireMessage into) throws NotJsonException {
        into.clear();
        if (json.enter('}')) {
            Member member = Member.UNKNOWN;
            do {
                member = json.name(order, member);
                member(member, into);
            } while (json.another('}'));
        }
    }

    private void member(Member member, WireMessage into) throws NotJsonException {
        if (entries.skipped(member)) {
            return;
        }
        if (!into.first(member)) {
            into.problem("a message has two of " + member);
            entries.again(member, into.flat, into.market);
            return;
        }
        switch (member) {
            case EVENT_TYPE ->
                into.kind = json.value() == Kind.NESTED ? MessageKind.UNKNOWN : MessageKind.of(json.text);
            case MARKET -> market(into);
            case TIMESTAMP -> timestamp(into);
            case BIDS -> levels.read(into.bids, "bids");
            case ASKS -> levels.read(into.asks, "asks");
            case CHANGES -> changes(into);
            case TICK_SIZE -> {
                into.tick = tick();
                into.tickText = json.kept();
            }
            case NEW_TICK_SIZE -> {
                into.newTick = tick();
                into.newTickText = json.kept();
            }
            case LAST_TRADE_PRICE -> into.lastTradeText = json.scalar() ? json.kept() : null;
            case MIN_ORDER_SIZE -> into.minOrderText = json.scalar() ? json.kept() : null;
            case VERSION -> into.version = json.scalar() ? json.kept() : null;
            case NEG_RISK -> {
                Kind kind = json.value();
                into.negRisk = kind == Kind.TRUE ? Boolean.TRUE : kind == Kind.FALSE ? Boolean.FALSE : null;
            }
            case WINNING_ASSET_ID -> into.winner = json.scalar() ? known.instruments.get(json.text) : null;
            default -> entries.member(member, into.flat, into.market);
        }
    }

    private void market(WireMessage into) throws NotJsonException {
        KnownMarket before = marketBefore;
        if (before != null && !before.forgotten && json.skipText(before.letters)) {
            into.market = before;
        } else if (json.scalar()) {
            into.market = known.markets.get(json.text);
            marketBefore = into.market;
        } else {
            into.problem("market is no text");
            return;
        }
        into.marketNamed = true;
        into.marketText = !json.keepsText()
                ? null
                : into.market != null ? into.market.market().id().symbol() : json.text.toString();
    }

    private void timestamp(WireMessage into) throws NotJsonException {
        Kind kind = json.value();
        if (kind == Kind.TEXT && json.text.length() == 0) {
            return;
        }
        into.timestamp = kind == Kind.TEXT || kind == Kind.NUMBER ? millis(json.text) : -1;
        into.timestampText = json.kept();
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
                    entries.read(change, into.market);
                } else {
                    json.value();
                    change.problem("an entry is no object");
                }
            } while (json.another(']'));
        }
    }
}
