package io.ploy.testkit.polymarket.stream.market;

import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Price;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.testkit.polymarket.book.BookListener;
import io.ploy.testkit.polymarket.book.MarketBook;
import io.ploy.testkit.polymarket.book.OutcomeBook;
import io.ploy.testkit.polymarket.book.VenueBooks;
import io.ploy.testkit.polymarket.record.VenueRecords;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.wire.SocketService;
import io.ploy.testkit.polymarket.wire.WireSocket;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Serves the market channel. What an order does to a book is told as the venue tells it: the whole books if orders
 * met, the levels for both outcomes, the new best prices, and a little later each trade. Every event is written once, however many
 * follow it. There are no sequence numbers.
 *
 * <p><b>Threading.</b> Used on the venue's thread.
 */
public final class MarketChannel implements SocketService, BookListener, ExchangeObserver {
    private final VenueState state;
    private final VenueBooks books;
    private final Audience audience = new Audience();
    private final Map<OutcomeBook, Top> tops = new HashMap<>();

    private record Top(Price bid, Price ask) {}

    /**
     * A channel that tells what happens from now on.
     *
     * @param state the venue
     * @param books what is followed
     * @param records tell of trades
     */
    public MarketChannel(VenueState state, VenueBooks books, VenueRecords records) {
        this.state = state;
        this.books = books;
        books.listen(this);
        records.listen(new TradePrinter(state.loop().timeline(), audience));
        state.catalogue()
                .listen(listing -> audience.tellMore(MarketFrames.newMarket(
                        listing, state.games().of(listing.event().id()), now())));
        state.exchange().observe(this);
    }

    @Override
    public Session open(WireSocket socket) {
        return new MarketSession(socket, books, audience);
    }

    @Override
    public void onLevels(MarketBook book, List<LevelChange> changes, boolean traded) {
        if (traded) {
            // First, since hashes are taken over the last trade's price too, which only whole books tell.
            books(book);
        }
        if (audience.isFollowed(book.listing())) {
            audience.tell(book.listing(), MarketFrames.priceChange(book, changes));
        }
        for (boolean first : List.of(true, false)) {
            OutcomeBook outcome = book.outcome(first);
            if (hasNewTop(outcome)) {
                audience.tellMore(outcome.instrument().symbol(), MarketFrames.bestBidAsk(outcome, now()));
            }
        }
    }

    private void books(MarketBook book) {
        for (boolean first : List.of(true, false)) {
            OutcomeBook outcome = book.outcome(first);
            if (audience.isFollowed(outcome.instrument().symbol())) {
                audience.tell(outcome.instrument().symbol(), outcome.event());
            }
        }
    }

    private boolean hasNewTop(OutcomeBook outcome) {
        Top top = new Top(MarketFrames.bestBid(outcome), MarketFrames.bestAsk(outcome));
        return !top.equals(tops.put(outcome, top));
    }

    @Override
    public void onTick(MarketBook book, TickSize before) {
        for (boolean first : List.of(true, false)) {
            OutcomeBook outcome = book.outcome(first);
            audience.tell(outcome.instrument().symbol(), MarketFrames.tickSizeChange(outcome, before, now()));
        }
    }

    @Override
    public void onResolved(Resolution resolution) {
        state.catalogue()
                .market(resolution.market())
                .ifPresent(listing -> audience.tellMore(MarketFrames.marketResolved(listing, resolution, now())));
    }

    private Instant now() {
        return state.loop().timeline().now();
    }
}
