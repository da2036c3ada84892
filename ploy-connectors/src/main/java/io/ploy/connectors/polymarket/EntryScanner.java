package io.ploy.connectors.polymarket;

import io.ploy.api.market.Side;
import io.ploy.api.money.FixedPoint;
import io.ploy.connectors.polymarket.JsonText.Kind;
import org.jspecify.annotations.Nullable;

/** Reads entries of price changes in place, and what messages without a list have of them. What is wrong is noted there. */
final class EntryScanner {
    private static final char[] BUY = "BUY".toCharArray();
    private static final char[] SELL = "SELL".toCharArray();
    private static final char[] SMALL_BUY = "buy".toCharArray();
    private static final char[] SMALL_SELL = "sell".toCharArray();
    private static final String NO_SIDE = "side is neither BUY nor SELL";

    private final ChannelMarkets known;
    private final JsonText json;
    private final MemberOrder order = new MemberOrder();
    private long unknownMembers;

    EntryScanner(ChannelMarkets known, JsonText json) {
        this.known = known;
        this.json = json;
    }

    long takeUnknownMembers() {
        long count = unknownMembers;
        unknownMembers = 0;
        return count;
    }

    void read(WireChange into, @Nullable KnownMarket market) throws NotJsonException {
        if (json.enter('}')) {
            Member member = Member.UNKNOWN;
            do {
                member = json.name(order, member);
                if (!skipped(member)) {
                    if (into.first(member)) {
                        member(member, into, market);
                    } else {
                        into.problem("an entry has two of " + member);
                        again(member, into, market);
                    }
                }
            } while (json.another('}'));
        }
    }

    /** Skips a member that says nothing here: of no use, unknown, or null. */
    boolean skipped(Member member) throws NotJsonException {
        if (member == Member.UNKNOWN) {
            unknownMembers++;
        } else if (member != Member.OF_NO_USE && json.chars[json.at] != 'n') {
            return false;
        }
        json.value();
        return true;
    }

    /** A member that stands twice: one of the outcomes named may be known. */
    void again(Member member, WireChange into, @Nullable KnownMarket market) throws NotJsonException {
        into.namedTwice |= member == Member.ASSET_ID;
        if (member == Member.ASSET_ID && into.instrument == null) {
            asset(into, market);
        } else {
            json.value();
        }
    }

    void member(Member member, WireChange into, @Nullable KnownMarket market) throws NotJsonException {
        switch (member) {
            case ASSET_ID -> asset(into, market);
            case PRICE -> {
                into.price = json.decimal();
                into.priceText = json.written();
                if (into.price != JsonText.ABSENT && (into.price < 0 || into.price > FixedPoint.ONE)) {
                    into.problem("price is no decimal number from 0 to 1");
                }
            }
            case SIZE -> {
                into.size = json.decimal();
                into.sizeText = json.written();
                if (into.size != JsonText.ABSENT && into.size < 0) {
                    into.problem("size is no decimal number from 0 up");
                }
            }
            case SIDE -> side(into);
            case HASH -> into.hash = json.scalar() && json.text.length() > 0 ? json.kept() : null;
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
        if (json.scalar()) {
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
        if (!json.keepsText()) {
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
}
