package io.ploy.core.sim;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketDirectory;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Settlement;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * A venue that answers own orders from a recording of other people's books and trades, without changing them. Every
 * assumption about what would have been filled is a parameter of the {@link FillModel}.
 *
 * <p><b>What cannot happen.</b> Nothing is bought or sold at a better price than was displayed, beyond the displayed
 * size times the model's share, or twice: what was taken of a level stays taken, through the other outcome's book too,
 * until more is displayed than we used.
 *
 * <p><b>Order of calls.</b> For each event of the recording first run the time line to the event's time, then give it to
 * {@link #onMarketEvent}, then to whoever trades.
 *
 * <p><b>Threading.</b> Everything, the returned interfaces included, is used on the thread that runs the time line.
 * Callbacks are tasks of the time line.
 */
public final class RecordedVenue {
    private final Timeline timeline;
    private final FillModel model;
    private final Desk desk;
    private final Intake intake = new Intake();

    /**
     * A venue without markets: they come with the recording or through {@link #list}.
     *
     * @param timeline virtual time
     * @param model what is assumed about fills
     */
    public RecordedVenue(Timeline timeline, FillModel model) {
        this.timeline = timeline;
        this.model = model;
        desk = new Desk(timeline, model.terms());
    }

    /**
     * Makes a market known, or replaces what is known of it, as {@link MarketEvent.MarketChanged} does.
     *
     * @param market the market
     */
    public void list(Market market) {
        if (desk.register().floor(market.id()).isEmpty()) {
            desk.register().list(new RecordedFloor(market, desk, model));
        } else {
            desk.update(market);
            dropOffTick(market);
        }
        closeWithItsWindow(market);
    }

    private void closeWithItsWindow(Market market) {
        market.window().filter(window -> !model.tradableAfterWindowEnd()).ifPresent(window -> {
            timeline.schedule(
                    window.end(),
                    () -> floor(market.first().instrument())
                            .filter(floor -> !floor.acceptsOrders(timeline.now()))
                            .ifPresent(floor ->
                                    desk.closeAll(floor, OrderEvidence.Kind.CANCELLED, VenueText.MARKET_CLOSED)));
        });
    }

    /**
     * Takes one event of the recording. Events of instruments whose market is not known are left alone.
     *
     * @param event at the time line's time
     */
    public void onMarketEvent(MarketEvent event) {
        event.match(intake);
    }

    /**
     * Opens an account that has approved everything.
     *
     * @param id names it
     * @param collateral what it starts with, not negative
     * @throws IllegalArgumentException if it is open already or the collateral negative
     */
    public void openAccount(AccountId id, Cash collateral) {
        desk.openAccount(id, collateral);
    }

    /**
     * Gives an account shares to start with.
     *
     * @param id which account
     * @param instrument of what
     * @param quantity shares, added to what it has
     * @throws IllegalArgumentException if the account is not open
     */
    public void deposit(AccountId id, InstrumentId instrument, Quantity quantity) {
        desk.register().account(id).holding(instrument).settled += quantity.micros();
    }

    /**
     * What an account has, settled.
     *
     * @param id which
     * @return collateral and shares at this moment
     * @throws IllegalArgumentException if the account is not open
     */
    public AccountSnapshot account(AccountId id) {
        return desk.register().account(id).snapshot(Set.of(), timeline.now());
    }

    /**
     * An order gateway. One that was closed can be followed by another.
     *
     * @param id whose orders
     * @return a new gateway
     * @throws IllegalArgumentException if the account is not open
     */
    public OrderGateway gateway(AccountId id) {
        return new SimulatedGateway(desk, desk.register().account(id));
    }

    /**
     * Splits, merges and redemptions of an account, each done once.
     *
     * @param id whose
     * @return the same for every call
     * @throws IllegalArgumentException if the account is not open
     */
    public Settlement settlement(AccountId id) {
        return desk.register().account(id).operations;
    }

    /**
     * Reads settled balances.
     *
     * @param id whose
     * @return a reader
     * @throws IllegalArgumentException if the account is not open
     */
    public AccountReader accountReader(AccountId id) {
        return new SimulatedAccountReader(desk, desk.register().account(id));
    }

    /**
     * The markets known so far.
     *
     * @return always current
     */
    public MarketDirectory directory() {
        return new SimulatedDirectory(desk);
    }

    private Optional<RecordedFloor> floor(InstrumentId instrument) {
        return desk.register().floor(instrument).map(RecordedFloor.class::cast);
    }

    private void changeTick(RecordedFloor floor, TickSize tickSize) {
        Market market = floor.market();
        if (!market.rules().tickSize().equals(tickSize)) {
            Market changed = market.toBuilder()
                    .rules(market.rules().withTickSize(tickSize))
                    .build();
            floor.market(changed);
            floor.dropLevelsOffTick();
            dropOffTick(changed);
        }
    }

    private void dropOffTick(Market market) {
        floor(market.first().instrument())
                .ifPresent(floor -> floor.offTick().forEach(order -> desk.dropped(order, VenueText.OFF_TICK)));
    }

    /** What each kind of event does; the answers mean nothing. */
    private final class Intake implements MarketEvent.Cases<Boolean> {
        private Boolean on(InstrumentId instrument, Consumer<RecordedFloor> action) {
            Optional<RecordedFloor> floor = floor(instrument);
            floor.ifPresent(action);
            return floor.isPresent();
        }

        @Override
        public Boolean marketChanged(MarketEvent.MarketChanged event) {
            list(event.market());
            return true;
        }

        @Override
        public Boolean bookSnapshot(MarketEvent.BookSnapshot event) {
            return on(event.instrument(), floor -> {
                changeTick(floor, event.tickSize());
                floor.onSnapshot(event);
            });
        }

        @Override
        public Boolean bookChanged(MarketEvent.BookChanged event) {
            return on(event.instrument(), floor -> floor.onChange(event));
        }

        @Override
        public Boolean bookDistrusted(MarketEvent.BookDistrusted event) {
            return on(event.instrument(), floor -> floor.onDistrust(event.instrument()));
        }

        @Override
        public Boolean tickSizeChanged(MarketEvent.TickSizeChanged event) {
            return on(event.instrument(), floor -> changeTick(floor, event.tickSize()));
        }

        @Override
        public Boolean traded(MarketEvent.Traded event) {
            return on(event.trade().instrument(), floor -> floor.onTrade(event.trade()));
        }

        @Override
        public Boolean referencePriced(MarketEvent.ReferencePriced event) {
            return false;
        }

        @Override
        public Boolean marketResolved(MarketEvent.MarketResolved event) {
            Resolution resolution = event.resolution();
            Optional<Floor> floor =
                    desk.register().floor(resolution.market()).filter(known -> known.resolution() == null);
            floor.ifPresent(known -> desk.resolve(resolution));
            return floor.isPresent();
        }
    }
}
