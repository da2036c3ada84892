package io.ploy.testkit.polymarket.book;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.TickSize;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The books of all listed markets, kept from what the exchange tells. Used on the venue's thread. */
public final class VenueBooks implements ExchangeObserver {
    private final VenueState state;
    private final MessageDigest sha1 = sha1();
    private final Map<MarketId, MarketBook> books = new HashMap<>();
    private final Set<MarketId> traded = new HashSet<>();
    private final List<BookListener> listeners = new ArrayList<>();

    /**
     * The books of the markets listed so far, and of those to come.
     *
     * @param state the venue
     */
    public VenueBooks(VenueState state) {
        this.state = state;
        state.catalogue().markets().forEach(this::open);
        state.exchange().observe(this);
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }

    private MarketBook open(ListedMarket listing) {
        MarketBook book = new MarketBook(listing, now(), sha1);
        List<LevelChange> resting = new ArrayList<>();
        InstrumentId first = listing.market().first().instrument();
        for (BookSide side : BookSide.values()) {
            for (BookLevel level : state.exchange().levels(first, side, Integer.MAX_VALUE)) {
                resting.add(new LevelChange(side, level.price(), level.size()));
            }
        }
        book.apply(resting, now());
        books.put(listing.market().id(), book);
        return book;
    }

    /**
     * Adds a listener.
     *
     * @param listener told of changes from now on
     */
    public void listen(BookListener listener) {
        listeners.add(listener);
    }

    /**
     * The book of an outcome.
     *
     * @param tokenId the venue's name of it
     * @return absent if there is none, or it was taken down because trading has ended
     */
    public Optional<OutcomeBook> book(String tokenId) {
        return listed(tokenId).filter(book -> isUp(book.market().listing().market()));
    }

    /**
     * The view of an outcome, whether or not its book is still up.
     *
     * @param tokenId the venue's name of it
     * @return absent if it was never listed
     */
    public Optional<OutcomeBook> listed(String tokenId) {
        return state.catalogue()
                .token(tokenId)
                .flatMap(listing -> market(listing).map(book -> book.outcome(tokenId.equals(listing.tokenId(true)))));
    }

    /**
     * The book of a market.
     *
     * @param listing which
     * @return absent if it was never listed
     */
    public Optional<MarketBook> market(ListedMarket listing) {
        return Optional.ofNullable(books.get(listing.market().id()));
    }

    private static boolean isUp(Market market) {
        return market.status() == MarketStatus.OPEN || market.status() == MarketStatus.PAUSED;
    }

    @Override
    public void onMarket(Market market) {
        MarketBook book = books.get(market.id());
        if (book == null) {
            state.catalogue().market(market.id()).ifPresent(this::open);
        } else {
            book.market(market);
        }
    }

    @Override
    public void onTrade(ExchangeTrade trade) {
        MarketBook book = books.get(trade.market());
        // What settles later has traded before.
        if (book != null && trade.matchedAt().equals(trade.updatedAt())) {
            book.traded(trade, now());
            traded.add(trade.market());
        }
    }

    @Override
    public void onBook(Market market, List<LevelChange> changes) {
        MarketBook book = books.get(market.id());
        if (book != null) {
            book.apply(changes, now());
            boolean withTrade = traded.remove(market.id());
            listeners.forEach(listener -> listener.onLevels(book, changes, withTrade));
        }
    }

    @Override
    public void onTickSize(Market market, TickSize before) {
        MarketBook book = books.get(market.id());
        if (book != null) {
            book.tickSize(market.rules().tickSize());
            listeners.forEach(listener -> listener.onTick(book, before));
        }
    }

    private Instant now() {
        return state.loop().timeline().now();
    }
}
