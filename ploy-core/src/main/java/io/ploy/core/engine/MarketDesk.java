package io.ploy.core.engine;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.core.book.LadderBook;
import io.ploy.core.persistence.JournalRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** What market data changes: markets and books first, then the strategies hear of it. Engine thread only. */
final class MarketDesk implements MarketEvent.Cases<Done> {
    private final MarketStore markets;
    private final RiskDesk riskDesk;
    private final Scribe journal;
    private final Telling telling;
    private final StrategyRunner strategies;
    private final @Nullable MarketDataFeed feed;
    private final BiConsumer<Market, Resolution> payouts;
    private final boolean conflate;
    private final Set<MarketId> subscribed = new HashSet<>();
    private final Set<InstrumentId> changedBooks = new LinkedHashSet<>();

    /**
     * A desk without markets.
     *
     * @param feed is asked for the books of every new market, or null where there is nobody to ask
     * @param payouts told of a final payout, after everybody else
     * @param conflate whether a strategy hears of a book once for a batch of changes
     */
    MarketDesk(
            MarketStore markets,
            RiskDesk riskDesk,
            Scribe journal,
            Telling telling,
            StrategyRunner strategies,
            @Nullable MarketDataFeed feed,
            BiConsumer<Market, Resolution> payouts,
            boolean conflate) {
        this.markets = markets;
        this.riskDesk = riskDesk;
        this.journal = journal;
        this.telling = telling;
        this.strategies = strategies;
        this.feed = feed;
        this.payouts = payouts;
        this.conflate = conflate;
    }

    @Override
    public Done marketChanged(MarketEvent.MarketChanged event) {
        Market before = markets.put(event.market());
        if (feed != null && subscribed.add(event.market().id())) {
            feed.subscribe(List.of(
                    event.market().first().instrument(), event.market().second().instrument()));
        }
        if (event.market().equals(before)) {
            return Done.DONE;
        }
        journal.write(new JournalRecord.MarketObserved(event.market()));
        riskDesk.onMarket(event.market());
        telling.market(event.market());
        return Done.DONE;
    }

    @Override
    public Done bookSnapshot(MarketEvent.BookSnapshot event) {
        LadderBook book = markets.known(event.instrument());
        if (book != null) {
            book.snapshot(event, nanos(event.at()));
            heard(book);
        }
        return Done.DONE;
    }

    @Override
    public Done bookChanged(MarketEvent.BookChanged event) {
        LadderBook book = markets.known(event.instrument());
        if (book != null) {
            if (!apply(event, book) && book.trust() == BookTrust.LIVE) {
                book.distrust(BookTrust.SUSPECT);
                telling.alert(
                        AlertSeverity.WARNING,
                        "book.untrusted",
                        event.instrument().toString(),
                        "A level came that is not on the tick size of " + book.tickSize()
                                + ". Nothing is priced from this book until the next snapshot.");
            }
            heard(book);
        }
        return Done.DONE;
    }

    @Override
    public Done bookDistrusted(MarketEvent.BookDistrusted event) {
        LadderBook book = markets.known(event.instrument());
        if (book != null) {
            book.distrust(event.trust());
            heard(book);
        }
        return Done.DONE;
    }

    @Override
    public Done tickSizeChanged(MarketEvent.TickSizeChanged event) {
        markets.changeTick(event);
        Market market = markets.marketOf(event.instrument());
        if (market != null) {
            journal.write(new JournalRecord.MarketObserved(market));
            telling.market(market);
        }
        return Done.DONE;
    }

    @Override
    public Done traded(MarketEvent.Traded event) {
        strategies.tell(strategy -> strategy.onTrade(event.trade()));
        return Done.DONE;
    }

    @Override
    public Done referencePriced(MarketEvent.ReferencePriced event) {
        strategies.tell(strategy -> strategy.onReference(event.price()));
        return Done.DONE;
    }

    @Override
    public Done marketResolved(MarketEvent.MarketResolved event) {
        Market market = markets.market(event.resolution().market());
        if (market == null || markets.resolution(market.id()) != null) {
            return Done.DONE;
        }
        markets.resolve(event.resolution());
        journal.write(new JournalRecord.Resolved(event.resolution()));
        telling.resolution(market, event.resolution());
        payouts.accept(market, event.resolution());
        return Done.DONE;
    }

    private static long nanos(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000_000L), at.getNano());
    }

    private static boolean apply(MarketEvent.BookChanged event, LadderBook book) {
        long at = nanos(event.at());
        boolean fits = true;
        for (LevelChange change : event.changes()) {
            fits &= book.set(
                    change.side(), change.price().micros(), change.size().micros(), at);
        }
        return fits;
    }

    private void heard(LadderBook book) {
        riskDesk.onBook(book.instrument());
        if (conflate) {
            changedBooks.add(book.instrument());
        } else {
            strategies.onBook(book);
        }
    }

    /** Tells the strategies of the books that changed while the engine lagged. */
    void flush() {
        if (changedBooks.isEmpty()) {
            return;
        }
        List<InstrumentId> batch = new ArrayList<>(changedBooks);
        changedBooks.clear();
        batch.forEach(instrument -> strategies.onBook(markets.book(instrument)));
    }
}
