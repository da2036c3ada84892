package io.ploy.connectors.polymarket.stream;

import io.ploy.api.PloyException;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketDataListener;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.ReferencePrice;
import io.ploy.connectors.polymarket.NewMarket;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's markets, books, trades and resolutions, and prices from outside, as one feed.
 *
 * <p><b>Continuity.</b> A lost connection makes each of its books {@code STALE} at once; a book about which a message could
 * not be understood, or whose hash or best prices differ, is asked for again. Only a whole book from the stream makes a
 * book trusted again. A quiet book is read from the venue as a witness; if it is the same there, a snapshot is sent as
 * a sign that it is current.
 *
 * <p><b>Overload.</b> A slow listener gets fewer events: those of one book are made into one. It is counted in
 * {@link #health()}.
 *
 * <p><b>Threads.</b> {@code polymarket-feed} calls the listener, {@code polymarket-feed-lookups} waits for the directory,
 * {@code polymarket-feed-witness} for books read from the venue.
 */
public final class PolymarketFeed implements MarketDataFeed {
    private static final Logger LOG = LoggerFactory.getLogger(PolymarketFeed.class);

    /** How soon a list that could not be read is tried again. */
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    /** How long a question to the venue may still take when the feed closes. */
    private static final Duration INTERRUPT_AFTER = Duration.ofMillis(100);

    private final FeedSettings settings;
    private final VenueMarkets directory;
    private final List<PriceSource> prices;
    private final Consumer<? super NewMarket> newMarkets;
    private final Workshop workshop;
    private final Turn turn;
    private final Outbox outbox;
    private final Worker delivery = new Worker("polymarket-feed");
    private final Worker lookups = new Worker("polymarket-feed-lookups");
    private final Worker witness = new Worker("polymarket-feed-witness");
    private final MarketList markets = new MarketList();
    private final Shards shards;
    private final BookWatch watch;
    private final Set<InstrumentId> unknown = new LinkedHashSet<>();
    private final Set<MarketId> changedMeanwhile = new HashSet<>();
    private boolean started;
    private boolean reading;
    private boolean everRead;
    private long readNanos;
    private volatile boolean closed;

    /**
     * A feed that is not started.
     *
     * @param settings how it is kept
     * @param directory the venue's markets
     * @param books asked about quiet books
     * @param prices sources of prices from outside, started and closed with the feed
     * @param newMarkets told, on a thread that may wait, of every market the venue lists, whether it is wanted or not
     * @param means what streams are made with
     */
    public PolymarketFeed(
            FeedSettings settings,
            VenueMarkets directory,
            BookSnapshots books,
            List<PriceSource> prices,
            Consumer<? super NewMarket> newMarkets,
            StreamMeans means) {
        this.settings = settings;
        this.directory = directory;
        this.prices = List.copyOf(prices);
        this.newMarkets = newMarkets;
        this.workshop = Workshop.of(means);
        this.turn = workshop.turn();
        this.outbox = new Outbox(settings.conflateAbove(), settings.capacity());
        this.shards = new Shards(settings, workshop, new Desk());
        this.watch = new BookWatch(settings, workshop, shards, markets, books, witness);
    }

    @Override
    public void start(MarketDataListener listener) {
        turn.run(() -> {
            if (started) {
                throw new IllegalStateException("the feed is started already");
            }
            started = true;
            watch.begin();
        });
        if (closed) {
            return;
        }
        delivery.post(() -> deliver(listener));
        directory.onChange(changed -> turn.run(() -> changed(changed)));
        turn.run(() -> {
            lookForMarkets();
            lookAgainLater();
            List.copyOf(unknown).forEach(this::place);
        });
        prices.forEach(each -> each.start(price -> turn.run(() -> tell(price))));
    }

    private void deliver(MarketDataListener listener) {
        Consumer<MarketEvent> guarded = event -> guarded(listener, event);
        try {
            Outbox.Slot next;
            while ((next = outbox.take()) != null) {
                next.sayTo(guarded);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void guarded(MarketDataListener listener, MarketEvent event) {
        if (closed) {
            return;
        }
        try {
            listener.onMarketEvent(event);
        } catch (RuntimeException e) {
            LOG.error("the listener failed at an event and gets the next ones all the same: {}", event, e);
        }
    }

    /**
     * Reads the list of markets, unless that is being done: until it was read once, and from then on while there are
     * outcomes nobody knows.
     */
    private void lookForMarkets() {
        long since = workshop.time().nanos() - readNanos;
        boolean needed = !everRead
                || (!unknown.isEmpty() && since >= settings.lookEvery().toNanos());
        if (started && needed && !reading) {
            reading = true;
            lookups.post(this::readMarkets);
        }
    }

    private void lookAgainLater() {
        turn.after(LOOK_AGAIN, () -> {
            lookForMarkets();
            lookAgainLater();
        });
    }

    /** On the lookups' thread. */
    private void readMarkets() {
        List<VenueMarket> read = openMarkets();
        turn.run(() -> {
            reading = false;
            readNanos = workshop.time().nanos();
            if (read != null) {
                everRead = true;
                read.stream()
                        .filter(each -> !changedMeanwhile.contains(each.market().id()))
                        .forEach(this::offer);
            }
            changedMeanwhile.clear();
        });
    }

    /** What changed while the list was being read is newer than the list. */
    private void changed(VenueMarket market) {
        if (reading) {
            changedMeanwhile.add(market.market().id());
        }
        offer(market);
    }

    private @Nullable List<VenueMarket> openMarkets() {
        try {
            return directory.openVenueMarkets();
        } catch (PloyException e) {
            LOG.warn("the open markets could not be read, it is tried again: {}", e.getMessage());
            return null;
        } catch (RuntimeException e) {
            LOG.error("the directory failed at reading the open markets, it is tried again", e);
            return null;
        }
    }

    private void offer(VenueMarket market) {
        if (!markets.offer(market)) {
            return;
        }
        outbox.put(new MarketEvent.MarketChanged(turn.stamp(), market.market()));
        shards.define(market);
        market.market().outcomes().forEach(outcome -> {
            if (started && unknown.remove(outcome.instrument())) {
                shards.add(outcome.instrument(), market);
            }
        });
        forgetIfOver(market);
    }

    private void forgetIfOver(VenueMarket market) {
        boolean wanted =
                market.market().outcomes().stream().anyMatch(outcome -> shards.asset(outcome.instrument()) != null);
        if (market.market().status().isFinal() && !wanted) {
            markets.forget(market);
        }
    }

    private void tell(ReferencePrice price) {
        Instant at = turn.stamp();
        outbox.put(new MarketEvent.ReferencePriced(
                new ReferencePrice(price.symbol(), price.source(), price.value(), price.sourceTime(), at)));
    }

    @Override
    public void subscribe(Collection<InstrumentId> instruments) {
        List<VenueMarket> known = new ArrayList<>();
        instruments.forEach(each -> directory.known(each).ifPresent(known::add));
        turn.run(() -> {
            for (InstrumentId each : instruments) {
                if (shards.asset(each) == null) {
                    unknown.add(each);
                }
            }
            known.stream().filter(each -> !markets.has(each.market().id())).forEach(this::offer);
            if (started) {
                List.copyOf(unknown).forEach(this::place);
                lookForMarkets();
            }
        });
    }

    private void place(InstrumentId instrument) {
        Optional<VenueMarket> market = markets.of(instrument);
        if (market.isPresent()) {
            unknown.remove(instrument);
            shards.add(instrument, market.get());
        }
    }

    @Override
    public Optional<Instant> readAt(MarketId market) {
        return directory.readAt(market);
    }

    @Override
    public void unsubscribe(Collection<InstrumentId> instruments) {
        turn.run(() -> {
            for (InstrumentId each : instruments) {
                unknown.remove(each);
                shards.remove(each);
                markets.of(each).ifPresent(this::forgetIfOver);
            }
        });
    }

    /**
     * How the feed does.
     *
     * @return a copy
     */
    public FeedHealth health() {
        List<PriceHealth> sources = prices.stream().map(PriceSource::health).toList();
        return turn.read(() -> new FeedHealth(
                shards.all().stream().map(Shard::health).toList(),
                shards.all().stream().map(Shard::counts).toList(),
                sources,
                shards.size(),
                shards.untrusted(),
                unknown.size(),
                outbox.size(),
                outbox.conflated(),
                outbox.dropped(),
                shards.unreadable(),
                shards.resubscribed(),
                watch.rereads(),
                watch.vouched()));
    }

    @Override
    public void close() {
        closed = true;
        prices.forEach(PriceSource::close);
        turn.end(shards::close);
        outbox.close();
        delivery.close(settings.closeWithin());
        lookups.close(INTERRUPT_AFTER);
        witness.close(INTERRUPT_AFTER);
    }

    private final class Desk implements FeedDesk {
        private final Set<NewMarket> told = new LinkedHashSet<>();

        @Override
        public boolean tell(MarketEvent event) {
            boolean mustComeWhole = outbox.put(event);
            if (event instanceof MarketEvent.TickSizeChanged tick) {
                VenueMarket changed = markets.changeTick(tick.instrument(), tick.tickSize());
                if (changed != null) {
                    lookups.post(() -> directory.update(changed));
                }
            }
            return mustComeWhole;
        }

        /** Each connection says it; one word is enough. */
        @Override
        public void listed(NewMarket market) {
            if (told.add(market)) {
                lookups.post(() -> newMarkets.accept(market));
                if (told.size() > 1000) {
                    told.remove(told.iterator().next());
                }
            }
        }
    }
}
