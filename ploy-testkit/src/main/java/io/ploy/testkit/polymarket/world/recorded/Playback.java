package io.ploy.testkit.polymarket.world.recorded;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketTrade;
import io.ploy.api.market.Recording;
import io.ploy.api.market.RecordingException;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.world.VenueWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A recording that is being played. What was received at one moment happens at one moment: trades first, against the books
 * as they were, since the recording's next books have them in already.
 */
final class Playback implements VenueWorld.Run, MarketEvent.Cases<Boolean> {
    /** How long after a trade its book is expected at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final VenueState state;
    private final Recording recording;
    private final Shift shift;
    private final Listings listings;
    private final HouseDesk desk;
    private final Map<MarketId, MarketMirror> markets = new HashMap<>();
    private final Map<InstrumentId, MarketMirror> instruments = new HashMap<>();
    private final Set<MarketMirror> touched = new LinkedHashSet<>();
    private @Nullable MarketEvent head;
    private boolean closed;

    /** A recording, and when it ends in the venue's time. */
    Playback(VenueState state, Recording recording, Shift shift, Instant ends) {
        this.state = state;
        this.recording = recording;
        this.shift = shift;
        listings = new Listings(shift, ends);
        desk = new HouseDesk(state);
    }

    void begin() {
        read();
        play();
    }

    private void read() {
        try {
            head = recording.next().orElse(null);
        } catch (RecordingException e) {
            end();
            throw e;
        }
    }

    private void play() {
        Instant now = state.loop().timeline().now();
        MarketEvent event = head;
        while (event != null && !shift.of(event.at()).isAfter(now)) {
            event.match(this);
            read();
            event = head;
        }
        touched.forEach(MarketMirror::catchUp);
        touched.clear();
        if (event == null) {
            end();
        } else {
            state.loop().timeline().schedule(shift.of(event.at()), this::play);
        }
    }

    /** There is no more: the house leaves, and whatever is open stays open. */
    private void end() {
        head = null;
        markets.values().forEach(MarketMirror::withdraw);
        markets.clear();
        instruments.clear();
        touched.clear();
        close();
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            recording.close();
        }
    }

    private Boolean on(InstrumentId recorded, BiConsumer<MarketMirror, InstrumentId> action) {
        MarketMirror mirror = instruments.get(recorded);
        if (mirror != null) {
            action.accept(mirror, VenueNames.instrument(recorded));
            touched.add(mirror);
        }
        return mirror != null;
    }

    @Override
    public Boolean marketChanged(MarketEvent.MarketChanged event) {
        Market recorded = event.market();
        Market market = listings.market(recorded);
        if (state.catalogue().market(market.id()).isEmpty()) {
            state.catalogue()
                    .list(listings.listed(
                            recorded, market, state.loop().timeline().now()));
            MarketMirror mirror = new MarketMirror(market, desk);
            markets.put(market.id(), mirror);
            recorded.outcomes().forEach(outcome -> instruments.put(outcome.instrument(), mirror));
            return true;
        }
        MarketMirror mirror = markets.get(market.id());
        if (mirror != null) {
            state.exchange().update(market);
            mirror.tick(market.rules().tickSize());
            touched.add(mirror);
        }
        return mirror != null;
    }

    @Override
    public Boolean bookSnapshot(MarketEvent.BookSnapshot event) {
        return on(event.instrument(), (mirror, instrument) -> {
            changeTick(mirror, event.tickSize());
            mirror.snapshot(instrument, event);
        });
    }

    @Override
    public Boolean bookChanged(MarketEvent.BookChanged event) {
        return on(event.instrument(), (mirror, instrument) -> mirror.change(instrument, event));
    }

    @Override
    public Boolean bookDistrusted(MarketEvent.BookDistrusted event) {
        return on(event.instrument(), (mirror, instrument) -> mirror.distrust(instrument, event.trust()));
    }

    @Override
    public Boolean tickSizeChanged(MarketEvent.TickSizeChanged event) {
        return on(event.instrument(), (mirror, instrument) -> changeTick(mirror, event.tickSize()));
    }

    private void changeTick(MarketMirror mirror, TickSize tickSize) {
        MarketId id = mirror.market().id();
        if (!market(id).rules().tickSize().equals(tickSize)) {
            state.exchange().changeTick(id, tickSize);
            mirror.tick(tickSize);
        }
    }

    private Market market(MarketId id) {
        return state.catalogue().market(id).map(ListedMarket::market).orElseThrow();
    }

    @Override
    public Boolean traded(MarketEvent.Traded event) {
        MarketTrade recorded = event.trade();
        MarketMirror mirror = instruments.get(recorded.instrument());
        if (mirror != null && canBeMade(mirror, recorded)) {
            MarketTrade trade = new MarketTrade(
                    VenueNames.instrument(recorded.instrument()),
                    recorded.takerSide(),
                    recorded.price(),
                    recorded.quantity(),
                    shift.of(recorded.at()));
            desk.take(mirror.market().id(), trade);
            mirror.traded();
            state.loop().timeline().schedule(trade.at().plus(PATIENCE), mirror::catchUp);
        }
        return mirror != null;
    }

    private boolean canBeMade(MarketMirror mirror, MarketTrade trade) {
        return !trade.quantity().isZero()
                && market(mirror.market().id()).rules().tickSize().admits(trade.price());
    }

    @Override
    public Boolean referencePriced(MarketEvent.ReferencePriced event) {
        ReferencePrice price = event.price();
        state.exchange()
                .publish(new ReferencePrice(
                        price.symbol(),
                        price.source(),
                        price.value(),
                        shift.of(price.sourceTime()),
                        shift.of(price.at())));
        return true;
    }

    @Override
    public Boolean marketResolved(MarketEvent.MarketResolved event) {
        Resolution recorded = event.resolution();
        MarketId id = VenueNames.market(recorded.market());
        MarketMirror mirror = markets.remove(id);
        if (mirror != null) {
            instruments.values().removeIf(mirror::equals);
            touched.remove(mirror);
            mirror.withdraw();
            state.exchange()
                    .resolve(new Resolution(
                            id, recorded.firstPayout(), recorded.secondPayout(), shift.of(recorded.at())));
        }
        return mirror != null;
    }
}
