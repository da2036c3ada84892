package io.ploy.testkit.polymarket.book;

import io.ploy.api.market.BookSide;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.Side;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The one book of a market, which its outcomes see from either side. Used on the venue's thread. */
public final class MarketBook {
    private static final int MOST_HISTORY = 10_080;

    private final Ladder bids = new Ladder(BookSide.BIDS);
    private final Ladder asks = new Ladder(BookSide.ASKS);
    private final PriceHistory history = new PriceHistory(MOST_HISTORY);
    private final OutcomeBook first;
    private final OutcomeBook second;
    private ListedMarket listing;
    private TickSize tickSize;
    private Instant changedAt;
    private @Nullable Price makerPrice;
    private @Nullable LastTrade lastOfFirst;

    MarketBook(ListedMarket listing, Instant now, MessageDigest sha1) {
        this.listing = listing;
        tickSize = listing.market().rules().tickSize();
        changedAt = now;
        first = new OutcomeBook(this, true, sha1);
        second = new OutcomeBook(this, false, sha1);
    }

    /**
     * The market.
     *
     * @return as it is listed now
     */
    public ListedMarket listing() {
        return listing;
    }

    /**
     * One outcome's view.
     *
     * @param ofFirst whether of the first
     * @return the same for every call
     */
    public OutcomeBook outcome(boolean ofFirst) {
        return ofFirst ? first : second;
    }

    /**
     * The price step that the book's followers know of.
     *
     * @return the tick size
     */
    public TickSize tickSize() {
        return tickSize;
    }

    /**
     * When a level or the last trade changed last.
     *
     * @return the venue's time
     */
    public Instant changedAt() {
        return changedAt;
    }

    /**
     * The last trade's price as both outcomes' books state it: the maker's own, with three decimals or more.
     *
     * @return empty if there was none
     */
    public String lastTradePrice() {
        return makerPrice == null ? "" : atLeastThreeDecimals(makerPrice);
    }

    private static String atLeastThreeDecimals(Price price) {
        String text = price.toString();
        int point = text.indexOf('.');
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        return decimals >= 3 ? text : text + (point < 0 ? "." : "") + "0".repeat(3 - decimals);
    }

    Optional<LastTrade> lastTrade(boolean ofFirst) {
        return Optional.ofNullable(lastOfFirst)
                .map(last -> ofFirst
                        ? last
                        : new LastTrade(last.price().complement(), last.side().opposite()));
    }

    List<HistoryPoint> history(Instant from, Instant to, long everyMinutes, int limit) {
        return history.points(from, to, everyMinutes, limit);
    }

    Optional<Price> bestOfFirst(BookSide side) {
        return ladder(side).best();
    }

    String levels(boolean ofFirst, BookSide side) {
        return ladder(ofFirst ? side : side.opposite()).text(ofFirst);
    }

    private Ladder ladder(BookSide side) {
        return side == BookSide.BIDS ? bids : asks;
    }

    void apply(List<LevelChange> changes, Instant now) {
        for (LevelChange change : changes) {
            ladder(change.side()).set(change.price().micros(), change.size().micros());
        }
        changed(now);
        worth().ifPresent(price -> history.changed(now, price));
    }

    /** What a share of the first outcome is taken to be worth: the middle, or what it last traded at. */
    private Optional<Price> worth() {
        Optional<Price> bid = bids.best();
        Optional<Price> ask = asks.best();
        if (bid.isPresent() && ask.isPresent()) {
            return Optional.of(Price.ofMicros((bid.get().micros() + ask.get().micros()) / 2));
        }
        return lastTrade(true).map(LastTrade::price);
    }

    void traded(ExchangeTrade trade, Instant now) {
        ExchangeTrade.Leg taker = trade.taker();
        makerPrice = trade.makers().get(trade.makers().size() - 1).price();
        boolean ofFirst = listing.isFirst(taker.instrument());
        Side side = ofFirst ? taker.side() : taker.side().opposite();
        lastOfFirst = new LastTrade(ofFirst ? taker.price() : taker.price().complement(), side);
        changed(now);
    }

    void tickSize(TickSize changed) {
        tickSize = changed;
        forgetHashes();
    }

    void market(Market changed) {
        listing = listing.with(changed);
        forgetHashes();
    }

    private void changed(Instant now) {
        changedAt = now;
        forgetHashes();
    }

    private void forgetHashes() {
        first.forgetHash();
        second.forgetHash();
    }
}
