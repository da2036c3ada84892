package io.ploy.testkit.polymarket.book;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A market's book seen from one of its outcomes. Used on the venue's thread. */
public final class OutcomeBook {
    private final MarketBook market;
    private final boolean first;
    private final MessageDigest sha1;
    private @Nullable String hash;

    OutcomeBook(MarketBook market, boolean first, MessageDigest sha1) {
        this.market = market;
        this.first = first;
        this.sha1 = sha1;
    }

    /**
     * The book it is a view of.
     *
     * @return the market's
     */
    public MarketBook market() {
        return market;
    }

    /**
     * Which outcome.
     *
     * @return the instrument
     */
    public InstrumentId instrument() {
        return (first
                        ? market.listing().market().first()
                        : market.listing().market().second())
                .instrument();
    }

    /**
     * The best price of one side.
     *
     * @param side of this outcome's book
     * @return absent if nothing rests there
     */
    public Optional<Price> best(BookSide side) {
        return first
                ? market.bestOfFirst(side)
                : market.bestOfFirst(side.opposite()).map(Price::complement);
    }

    /**
     * The middle between best bid and best ask.
     *
     * @return absent if a side is empty
     */
    public Optional<Price> midpoint() {
        return best(BookSide.BIDS)
                .flatMap(bid -> best(BookSide.ASKS).map(ask -> Price.ofMicros((bid.micros() + ask.micros()) / 2)));
    }

    /**
     * What lies between best bid and best ask.
     *
     * @return absent if a side is empty
     */
    public Optional<Price> spread() {
        return best(BookSide.BIDS)
                .flatMap(bid -> best(BookSide.ASKS).map(ask -> Price.ofMicros(ask.micros() - bid.micros())));
    }

    /**
     * The market's last trade.
     *
     * @return in terms of this outcome; absent if there was none
     */
    public Optional<LastTrade> lastTrade() {
        return market.lastTrade(first);
    }

    /**
     * What a share was worth at whole minutes.
     *
     * @param from the earliest time
     * @param to the latest time
     * @param everyMinutes one or more
     * @param limit at most so many; the newest are given
     * @return oldest first
     */
    public List<HistoryPoint> history(Instant from, Instant to, long everyMinutes, int limit) {
        return market.history(from, to, everyMinutes, limit).stream()
                .map(point -> new HistoryPoint(
                        point.at(), first ? point.price() : point.price().complement()))
                .toList();
    }

    /**
     * The venue's hash of the whole book.
     *
     * @return 40 hexadecimal digits, lower case
     */
    public String hash() {
        String known = hash;
        if (known == null) {
            byte[] preimage = answer("").getBytes(StandardCharsets.UTF_8);
            known = HexFormat.of().formatHex(sha1.digest(preimage));
            hash = known;
        }
        return known;
    }

    void forgetHash() {
        hash = null;
    }

    /**
     * The book as the request for it answers.
     *
     * @return a JSON object
     */
    public String answer() {
        return answer(hash());
    }

    private String answer(String stated) {
        ListedMarket listing = market.listing();
        StringBuilder out = start(stated);
        out.append(",\"min_order_size\":\"").append(listing.market().rules().minimumSize());
        out.append("\",\"tick_size\":\"").append(market.tickSize());
        out.append("\",\"neg_risk\":").append(listing.negRisk());
        return end(out);
    }

    /**
     * The book as the stream tells it.
     *
     * @return a JSON object
     */
    public String event() {
        StringBuilder out = start(hash());
        out.append(",\"tick_size\":\"").append(market.tickSize()).append("\",\"event_type\":\"book\"");
        return end(out);
    }

    private StringBuilder start(String stated) {
        String bids = market.levels(first, BookSide.BIDS);
        String asks = market.levels(first, BookSide.ASKS);
        StringBuilder out = new StringBuilder(400 + bids.length() + asks.length());
        out.append("{\"market\":\"").append(market.listing().conditionId());
        out.append("\",\"asset_id\":\"").append(instrument().symbol());
        out.append("\",\"timestamp\":\"").append(market.changedAt().toEpochMilli());
        out.append("\",\"hash\":\"").append(stated);
        return out.append("\",\"bids\":").append(bids).append(",\"asks\":").append(asks);
    }

    private String end(StringBuilder out) {
        out.append(",\"last_trade_price\":\"").append(market.lastTradePrice()).append('"');
        if (market.listing().version() == ProtocolVersion.V2) {
            out.append(",\"version\":\"v2\"");
        }
        return out.append('}').toString();
    }
}
