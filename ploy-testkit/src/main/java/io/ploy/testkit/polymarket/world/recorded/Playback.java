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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A recording that is being played. What was received at one moment happens at one moment: trades first, against the books
 * as they were, since the recording's next books have them in already. The venue tells a trade some time after the book
 * that it changed; it is made when that book changes, so that those who wait at its price are served in their order.
 */
final class Playback implements VenueWorld.Run, MarketEvent.Cases<Boolean> {
    /** How long after a trade its book is expected at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final VenueState state;
    private final Recording recording;
    private final Upcoming upcoming;
    private final Shift shift;
    private final Listings listings;
    private final HouseDesk desk;
    private final Map<MarketId, MarketMirror> markets = new HashMap<>();
    private final Map<InstrumentId, MarketMirror> instruments = new HashMap<>();
    private final Set<MarketMirror> touched = new LinkedHashSet<>();
    private boolean closed;

    /** A recording, and when it ends in the venue's time. */
    Playback(VenueState state, Recording recording, Shift shift, Instant ends) {
        this.state = state;
        this.recording = recording;
        upcoming = new Upcoming(recording);
        this.shift = shift;
        listings = new Listings(shift, ends);
        desk = new HouseDesk(state);
    }

    void begin() {
        play();
    }

    private void play() {
        try {
            Instant now = state.loop().timeline().now();
            MarketEvent event = upcoming.head();
            while (event != null && !shift.of(event.at()).isAfter(now)) {
                upcoming.next().match(this);
                event = upcoming.head();
            }
            touched.forEach(MarketMirror::catchUp);
            touched.clear();
            if (event == null) {
                end();
            } else {
                state.loop().timeline().schedule(shift.of(event.at()), this::play);
            }
        } catch (RecordingException e) {
            end();
            throw e;
        }
    }

    /** There is no more: the house leaves, and whatever is open stays open. */
    private void end() {
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

    /** A book changes, and the trades that changed it are made. */
    private Boolean onBook(Instant at, InstrumentId recorded, BiConsumer<MarketMirror, InstrumentId> change) {
        return on(recorded, (mirror, instrument) -> {
            List<MarketEvent.Traded> soon =
                    upcoming.trades(at, trade -> mirror.equals(instruments.get(trade.instrument())));
            List<Long> before = soon.stream()
                    .map(trade -> mirror.shownAgainst(instrument, venueTrade(trade.trade())))
                    .toList();
            change.accept(mirror, instrument);
            for (int i = 0; i < soon.size(); i++) {
                MarketEvent.Traded told = soon.get(i);
                MarketTrade trade = venueTrade(told.trade());
                long gone = before.get(i) - mirror.shownAgainst(instrument, trade);
                if (gone > 0 && gone >= trade.quantity().micros()) {
                    upcoming.remove(told);
                    make(mirror, trade);
                }
            }
        });
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
        return onBook(event.at(), event.instrument(), (mirror, instrument) -> {
            changeTick(mirror, event.tickSize());
            mirror.snapshot(instrument, event);
        });
    }

    @Override
    public Boolean bookChanged(MarketEvent.BookChanged event) {
        return onBook(event.at(), event.instrument(), (mirror, instrument) -> mirror.change(instrument, event));
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
        MarketMirror mirror = instruments.get(event.trade().instrument());
        if (mirror != null) {
            make(mirror, venueTrade(event.trade()));
            state.loop().timeline().schedule(shift.of(event.at()).plus(PATIENCE), mirror::catchUp);
        }
        return mirror != null;
    }

    private MarketTrade venueTrade(MarketTrade recorded) {
        return new MarketTrade(
                VenueNames.instrument(recorded.instrument()),
                recorded.takerSide(),
                recorded.price(),
                recorded.quantity(),
                shift.of(recorded.at()));
    }

    private void make(MarketMirror mirror, MarketTrade trade) {
        MarketId id = mirror.market().id();
        if (!trade.quantity().isZero() && market(id).rules().tickSize().admits(trade.price())) {
            desk.take(id, trade);
            mirror.traded();
        }
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
