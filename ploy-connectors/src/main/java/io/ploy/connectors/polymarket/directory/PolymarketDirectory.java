package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.connectors.polymarket.NewMarket;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.VenueMarkets;
import io.ploy.connectors.polymarket.gamma.GammaClient;
import io.ploy.connectors.polymarket.gamma.GammaGroups;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The venue's markets, as the catalogue, the order book's service and the stream have them. Once started, it looks at the
 * universe again and again; when it cannot, what was known stays, and {@link #health} says how old it is.
 *
 * <p><b>Threading.</b> Thread-safe. What reads anew waits on the caller's thread; the rest is done on a thread of its own.
 * Listeners are told of changes in their order, one at a time.
 */
public final class PolymarketDirectory implements VenueMarkets, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PolymarketDirectory.class);

    private final MarketUniverse universe;
    private final TermsSource terms;
    private final TimeSource time;
    private final Announcer announcer = new Announcer();
    private final MarketRegistry known = new MarketRegistry(announcer);
    private final CatalogueLookup lookup;
    private final Refresh refresh;
    private final RefreshLoop loop;
    private final UniverseMembers members;
    private final NewListings newListings;
    private final ReentrantLock oneLook = new ReentrantLock();
    private final WindowFinder windows;
    private volatile @Nullable Instant completeAt;
    private volatile String problem = "";

    /**
     * A directory, not started.
     *
     * @param gamma reads markets and events
     * @param groups reads series
     * @param terms asks how markets trade
     * @param universe which markets are wanted
     * @param settings how it is kept up to date
     * @param time the time; stays the caller's
     * @param random spreads the looks at the venue
     */
    public PolymarketDirectory(
            GammaClient gamma,
            GammaGroups groups,
            TermsSource terms,
            MarketUniverse universe,
            DirectorySettings settings,
            TimeSource time,
            RandomGenerator random) {
        this.universe = universe;
        this.terms = terms;
        this.time = time;
        this.lookup = new CatalogueLookup(gamma, time);
        this.refresh = new Refresh(
                new UniverseReader(gamma, groups, universe, settings.mostScanned(), time),
                lookup,
                new TermsReader(terms, known, settings, time),
                known,
                settings,
                time);
        this.loop = new RefreshLoop(this::look, settings.refresh(), time, random);
        this.members = new UniverseMembers(universe, gamma);
        this.newListings = new NewListings(this::readNew, time, loop::between);
        this.windows = new WindowFinder(this::bySlugs, time::now);
    }

    /** Starts looking at the venue again and again. */
    public void start() {
        loop.start();
    }

    /**
     * Hears that the venue has a new market, and returns at once. If it may belong to the universe it is soon read from the
     * catalogue, and if it does it is known from then on. Nothing else the notice says is believed.
     *
     * @param notice what the stream says
     */
    public void listed(NewMarket notice) {
        MarketId id = notice.market();
        if (MarketAssembly.isCondition(id) && universe.couldBring(id.symbol(), notice.slug()) && !known.isWanted(id)) {
            newListings.heard(id);
        }
    }

    /** A market that is not released yet may be any moment. */
    private Set<MarketId> readNew(List<MarketId> ids) {
        List<Listed> released = lookup.byCondition(ids, false).stream()
                .filter(each -> each.market().state().active())
                .toList();
        List<Listed> wanted = members.of(released);
        oneLook.lock();
        try {
            refresh.admit(wanted, universe.most());
        } finally {
            oneLook.unlock();
        }
        return released.stream()
                .flatMap(each -> MarketAssembly.id(each.market()).stream())
                .collect(Collectors.toSet());
    }

    @Override
    public List<VenueMarket> openVenueMarkets() {
        RequestException failure = look();
        if (failure != null) {
            throw failure;
        }
        return known.wanted().stream()
                .filter(state -> state.status() == MarketStatus.OPEN)
                .flatMap(state -> state.market().stream())
                .toList();
    }

    private @Nullable RequestException look() {
        oneLook.lock();
        try {
            Refresh.Outcome outcome = refresh.run();
            if (outcome.failure() == null) {
                completeAt = time.now();
            }
            report(outcome.problem());
            return outcome.failure();
        } finally {
            oneLook.unlock();
        }
    }

    private void report(String now) {
        boolean was = !problem.isEmpty();
        problem = now;
        if (!now.isEmpty() && !was) {
            LOG.warn("the directory of markets is not whole, what was known stays: {}", now);
        } else if (now.isEmpty() && was) {
            LOG.info("the directory of markets is whole again");
        }
    }

    @Override
    public Optional<VenueMarket> venueMarket(MarketId id) {
        if (!id.venue().equals(MarketAssembly.VENUE)) {
            return Optional.empty();
        }
        for (Listed listed : lookup.byCondition(List.of(id), true)) {
            known.take(id, listed, listed.market().state().closed() ? null : terms(id));
        }
        return known(id);
    }

    /** Without them, what the catalogue says has to do, and the rules say that it is the catalogue's. */
    private @Nullable Terms terms(MarketId id) {
        Instant at = time.now();
        try {
            return terms.terms(id.symbol()).map(told -> new Terms(told, at)).orElse(null);
        } catch (RequestException e) {
            LOG.warn("the terms of trading in {} cannot be read: {}", id, e.getMessage());
            return null;
        }
    }

    private List<VenueMarket> bySlugs(List<String> slugs, boolean closedToo) {
        List<MarketId> ids = lookup.bySlug(slugs, closedToo).stream()
                .flatMap(listed -> {
                    Optional<MarketId> id = MarketAssembly.id(listed.market());
                    id.ifPresent(each -> known.take(each, listed, null));
                    return id.stream();
                })
                .toList();
        return ids.stream().flatMap(id -> known(id).stream()).toList();
    }

    @Override
    public List<Market> openMarkets() {
        return openVenueMarkets().stream().map(VenueMarket::market).toList();
    }

    @Override
    public Optional<Market> market(MarketId id) {
        return venueMarket(id).map(VenueMarket::market);
    }

    @Override
    public Optional<VenueMarket> known(MarketId id) {
        return known.state(id).flatMap(MarketState::market);
    }

    @Override
    public Optional<VenueMarket> known(InstrumentId instrument) {
        return known.state(instrument).flatMap(MarketState::market);
    }

    @Override
    public Optional<Instant> readAt(MarketId id) {
        return known.entry(id).map(entry -> entry.listed().at());
    }

    /**
     * All that is known of a market, and from whom.
     *
     * @param id which
     * @return absent if it was never read
     */
    public Optional<MarketState> state(MarketId id) {
        return known.state(id);
    }

    /** All that is known of the markets of the universe, in its order. */
    public List<MarketState> states() {
        return known.wanted();
    }

    @Override
    public void update(VenueMarket changed) {
        known.take(changed, time.now());
    }

    @Override
    public void onChange(Consumer<VenueMarket> listener) {
        announcer.add(listener);
    }

    /** Finds up/down windows, of any series. */
    public WindowFinder windows() {
        return windows;
    }

    /** How the directory is doing. */
    public DirectoryHealth health() {
        List<MarketState> wanted = known.wanted();
        int open = (int) wanted.stream()
                .filter(state -> state.status() == MarketStatus.OPEN)
                .count();
        return new DirectoryHealth(completeAt, problem, wanted.size(), open, known.size(), newListings.awaited());
    }

    /** Stops looking at the venue. What is known stays readable. */
    @Override
    public void close() {
        newListings.close();
        loop.close();
    }

    @Override
    public String toString() {
        return "directory of " + universe;
    }
}
