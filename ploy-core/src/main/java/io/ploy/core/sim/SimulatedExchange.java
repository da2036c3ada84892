package io.ploy.core.sim;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketDataFeed;
import io.ploy.api.market.MarketDirectory;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Quote;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderGateway;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.AccountReader;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Conversion;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A whole venue in virtual time: markets whose two outcomes share one book, accounts, fees, settlement in steps, tick
 * changes, resolution. The same seed and the same calls give the same events.
 *
 * <p><b>Money.</b> A buyer pays price times quantity rounded up, a seller gets it rounded down, leg by leg, as
 * {@link io.ploy.api.order.Fill#notional()} has it; the micros between are the exchange's. Fees come on top for buyers
 * and off the proceeds for sellers. Balances move when a trade is confirmed; what goes out is out of reach from the
 * match on, and what comes in can be used only then. Collateral is never made or lost: see {@link #totalCollateral()}.
 *
 * <p><b>Threading.</b> Everything, the returned interfaces included, is used on the thread that runs the time line.
 * Callbacks are tasks of the time line.
 */
public final class SimulatedExchange {
    private final Timeline timeline;
    private final ExchangeSettings settings;
    private final Desk desk;
    private final FeedHub hub;
    private final ExchangePurse purse = new ExchangePurse();

    /**
     * An exchange without markets and accounts.
     *
     * @param timeline virtual time
     * @param settings how it behaves
     */
    public SimulatedExchange(Timeline timeline, ExchangeSettings settings) {
        this.timeline = timeline;
        this.settings = settings;
        desk = new Desk(timeline, settings.terms());
        hub = new FeedHub(timeline, settings.dataLatency());
    }

    /**
     * Adds an observer. It is told of what happens from now on.
     *
     * @param observer told on the thread that runs the time line
     */
    public void observe(ExchangeObserver observer) {
        desk.observers().add(observer);
    }

    /**
     * Lets a script decide how trades settle, instead of the rates in the settings.
     *
     * @param script asked for every trade made from now on
     */
    public void settleBy(SettlementScript script) {
        desk.settler().follow(script);
    }

    // ---------------------------------------------------------------- markets

    /**
     * Adds a market with an empty book. Every feed hears of it.
     *
     * @param market with its fee schedule
     * @throws IllegalArgumentException if it is listed already, or has no fee schedule
     */
    public void list(Market market) {
        if (market.rules().fees().isEmpty()) {
            throw new IllegalArgumentException("an exchange knows its fees: " + market.id() + " has no schedule");
        }
        desk.register().list(new ExchangeFloor(market, hub, purse, desk.observers()));
        announce(market);
    }

    /**
     * Replaces a market's rules, status and window. Another tick size acts like {@link #changeTick}; a paused market
     * takes no new orders; one that is closed, proposed or later loses its resting orders too.
     *
     * @param market the market as it is from now on
     * @throws IllegalArgumentException if it is not listed
     */
    public void update(Market market) {
        ExchangeFloor floor = floor(market.id());
        if (!market.rules().tickSize().equals(floor.market().rules().tickSize())) {
            moveToTick(floor, market.rules());
        }
        desk.update(market);
        announce(market);
    }

    /**
     * Changes a market's price step and the epoch of its rules. Orders off the new tick are cancelled unless
     * {@link ExchangeSettings#keepOrdersOffTick} says otherwise.
     *
     * @param id which market
     * @param tickSize the new step
     * @throws IllegalArgumentException if it is not listed
     */
    public void changeTick(MarketId id, TickSize tickSize) {
        ExchangeFloor floor = floor(id);
        moveToTick(floor, floor.market().rules().withTickSize(tickSize));
        announce(floor.market());
    }

    private void moveToTick(ExchangeFloor floor, TradingRules rules) {
        TickSize before = floor.market().rules().tickSize();
        List<VenueOrder> dropped = floor.changeTick(rules.tickSize(), settings.keepOrdersOffTick());
        dropped.forEach(order -> desk.dropped(order, VenueText.OFF_TICK));
        floor.market(floor.market().toBuilder().rules(rules).build());
        floor.flush();
        desk.observers().onTickSize(floor.market(), before);
        floor.market()
                .outcomes()
                .forEach(outcome -> hub.publish(
                        outcome.instrument(),
                        new MarketEvent.TickSizeChanged(hub.receivedAt(), outcome.instrument(), rules.tickSize())));
    }

    /**
     * Cancels everything that rests in a market or waits for its taker delay, as the venue does when a game starts.
     *
     * @param id which market
     * @throws IllegalArgumentException if it is not listed
     */
    public void clearBook(MarketId id) {
        desk.closeAll(floor(id), OrderEvidence.Kind.CANCELLED, VenueText.BOOK_CLEARED);
    }

    /**
     * Ends a market: resting orders are cancelled, and shares can be redeemed for their payout.
     *
     * @param resolution what each outcome pays
     * @throws IllegalArgumentException if the market is not listed
     * @throws IllegalStateException if it is resolved already
     */
    public void resolve(Resolution resolution) {
        desk.resolve(resolution);
        announce(floor(resolution.market()).market());
        hub.publishToAll(new MarketEvent.MarketResolved(hub.receivedAt(), resolution));
        desk.observers().onResolved(resolution);
    }

    /**
     * Publishes a price from outside the venue to every feed.
     *
     * @param price what the source says; it is received after the data latency
     */
    public void publish(ReferencePrice price) {
        desk.observers().onReferencePrice(price);
        hub.publishToAll(new MarketEvent.ReferencePriced(new ReferencePrice(
                price.symbol(), price.source(), price.value(), price.sourceTime(), hub.receivedAt())));
    }

    private void announce(Market market) {
        desk.observers().onMarket(market);
        hub.publishToAll(new MarketEvent.MarketChanged(hub.receivedAt(), market));
    }

    /**
     * The best of both sides of an instrument's book at the venue, without any latency.
     *
     * @param instrument of a listed market
     * @return the quote
     * @throws IllegalArgumentException if its market is not listed
     */
    public Quote quote(InstrumentId instrument) {
        List<BookLevel> bids = levels(instrument, BookSide.BIDS, 1);
        List<BookLevel> asks = levels(instrument, BookSide.ASKS, 1);
        return new Quote(instrument, bids.isEmpty() ? null : bids.get(0), asks.isEmpty() ? null : asks.get(0));
    }

    /**
     * The best levels of one side of an instrument's book at the venue, without any latency.
     *
     * @param instrument of a listed market
     * @param side which side
     * @param limit at most so many
     * @return best first
     * @throws IllegalArgumentException if its market is not listed
     */
    public List<BookLevel> levels(InstrumentId instrument, BookSide side, int limit) {
        ExchangeFloor floor = floor(instrument);
        return floor.publisher().levels(floor.isFirst(instrument), side, limit);
    }

    /** What a new subscription hears first. */
    List<MarketEvent> greeting(InstrumentId instrument) {
        ExchangeFloor floor = floor(instrument);
        Instant at = hub.receivedAt();
        return List.of(
                new MarketEvent.MarketChanged(at, floor.market()),
                floor.publisher().snapshot(floor.isFirst(instrument), at));
    }

    // ---------------------------------------------------------------- accounts

    /**
     * Opens an account that has approved everything and holds no shares.
     *
     * @param id names it
     * @param collateral what it starts with, not negative
     * @throws IllegalArgumentException if it is open already or the collateral negative
     */
    public void openAccount(AccountId id, Cash collateral) {
        desk.openAccount(id, collateral);
        purse.bringIn(collateral.micros());
    }

    /**
     * Gives an account complete sets from outside, each backed by 1 USD of new locked collateral.
     *
     * @param id which account
     * @param market whose outcomes
     * @param sets shares of either outcome
     * @throws IllegalArgumentException if account or market are not known
     */
    public void depositSets(AccountId id, MarketId market, Quantity sets) {
        ExchangeFloor floor = floor(market);
        VenueAccount account = desk.register().account(id);
        floor.market().outcomes().forEach(outcome -> account.holding(outcome.instrument()).settled += sets.micros());
        floor.setsChanged(sets.micros());
        purse.bringIn(sets.micros());
    }

    /**
     * Limits what the venue may move for an account; without it everything is approved. Trades count against the limit,
     * splits do not.
     *
     * @param id which account
     * @param collateral the most that trades may take, counted down as they settle
     * @param tokens whether shares may be moved at all
     * @throws IllegalArgumentException if the account is not open
     */
    public void approve(AccountId id, Cash collateral, boolean tokens) {
        VenueAccount account = desk.register().account(id);
        account.allowance = collateral.micros();
        account.tokensApproved = tokens;
    }

    /**
     * How much collateral the venue may still move for an account.
     *
     * @param id which
     * @return USD; absent if there is no limit
     * @throws IllegalArgumentException if the account is not open
     */
    public Optional<Cash> allowance(AccountId id) {
        long allowance = desk.register().account(id).allowance;
        return allowance == VenueAccount.UNLIMITED ? Optional.empty() : Optional.of(Cash.ofMicros(allowance));
    }

    /**
     * Whether the venue may move an account's shares.
     *
     * @param id which
     * @return true unless {@link #approve} said otherwise
     * @throws IllegalArgumentException if the account is not open
     */
    public boolean tokensApproved(AccountId id) {
        return desk.register().account(id).tokensApproved;
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
     * Cash an account can use for new orders: settled, less open orders and what has matched.
     *
     * @param id which
     * @return USD
     * @throws IllegalArgumentException if the account is not open
     */
    public Cash available(AccountId id) {
        return Cash.ofMicros(desk.register().account(id).availableCash());
    }

    /**
     * Shares an account can sell: settled, less open orders and what has matched.
     *
     * @param id which
     * @param instrument of what
     * @return shares
     * @throws IllegalArgumentException if the account is not open
     */
    public Quantity available(AccountId id, InstrumentId instrument) {
        return Quantity.ofMicros(
                Math.max(0, desk.register().account(id).holding(instrument).available()));
    }

    /**
     * What an account is worth if every trade in flight settles: cash, and shares at their payout once it is known, else
     * at the best bid, else at nothing.
     *
     * @param id which
     * @return USD
     * @throws IllegalArgumentException if the account is not open
     */
    public Cash totalValue(AccountId id) {
        VenueAccount account = desk.register().account(id);
        long value = account.cash - account.heldCash + account.incomingCash;
        for (var entry : account.holdings().entrySet()) {
            VenueAccount.Holding holding = entry.getValue();
            long shares = holding.settled - holding.held + holding.incoming;
            value += Desk.payout(floor(entry.getKey()).worth(entry.getKey()), shares);
        }
        return Cash.ofMicros(value);
    }

    /**
     * All collateral there is: of the accounts, collected as fees, left by rounding, and locked behind shares, less what
     * conversions issued. Always what came in, see {@link #collateralBroughtIn()}.
     *
     * @return USD
     */
    public Cash totalCollateral() {
        long sum = purse.fees() + purse.rounding() - purse.issued();
        for (VenueAccount account : desk.register().accounts()) {
            sum += account.cash;
        }
        for (Floor floor : desk.register().floors()) {
            sum += ((ExchangeFloor) floor).locked();
        }
        return Cash.ofMicros(sum);
    }

    /**
     * All collateral that ever came in from outside, by {@link #openAccount} and {@link #depositSets}.
     *
     * @return USD
     */
    public Cash collateralBroughtIn() {
        return Cash.ofMicros(purse.broughtIn());
    }

    /**
     * The fees collected so far, of settled trades.
     *
     * @return USD
     */
    public Cash feesCollected() {
        return Cash.ofMicros(purse.fees());
    }

    /**
     * The collateral behind a market's shares: one USD a set until it is resolved, and as much for every first outcome that a
     * conversion gave.
     *
     * @param market which
     * @return USD
     * @throws IllegalArgumentException if it is not listed
     */
    public Cash locked(MarketId market) {
        return Cash.ofMicros(floor(market).locked());
    }

    // ---------------------------------------------------------------- the venue, without latency

    /**
     * Places an order at once, as if it had reached the venue now. The account's gateways, if any, hear of it.
     *
     * @param account whose order
     * @param request what is wanted
     * @return the venue's answer
     * @throws IllegalArgumentException if the account is not open
     */
    public Placement place(AccountId account, OrderRequest request) {
        return desk.placeDirectly(account, request);
    }

    /**
     * Places an order under a name of the caller's choice at once.
     *
     * @param account whose order
     * @param id its name, of no open order
     * @param request what is wanted
     * @return the venue's answer
     * @throws IllegalArgumentException if the account is not open, or an order of that name is
     */
    public Placement place(AccountId account, VenueOrderId id, OrderRequest request) {
        return desk.placeDirectly(account, id, request);
    }

    /**
     * Places at once an order that somebody made elsewhere, such as in a recording: minimum and lot of sizes, the least a
     * taker spends and the taker delay do not apply to it. Status, tick and money of the market do.
     *
     * @param account whose order
     * @param id its name, of no open order
     * @param request what was wanted; not post-only, without expiration
     * @return the venue's answer
     * @throws IllegalArgumentException if the account is not open, or an order of that name is
     */
    public Placement reenact(AccountId account, VenueOrderId id, OrderRequest request) {
        return desk.reenact(account, id, request);
    }

    /**
     * Cancels an order at once.
     *
     * @param account whose order
     * @param order which
     * @return false if it is not open, not that account's, or in the taker delay
     * @throws IllegalArgumentException if the account is not open
     */
    public boolean cancel(AccountId account, VenueOrderId order) {
        return cancelRefusal(account, order).isEmpty();
    }

    /**
     * Cancels an order at once, or says why not.
     *
     * @param account whose order
     * @param order which
     * @return the venue's words; absent if it is cancelled
     * @throws IllegalArgumentException if the account is not open
     */
    public Optional<String> cancelRefusal(AccountId account, VenueOrderId order) {
        return Optional.ofNullable(desk.cancel(desk.register().account(account), order));
    }

    /**
     * Cancels whatever an account has resting.
     *
     * @param account whose orders
     * @return how many
     * @throws IllegalArgumentException if the account is not open
     */
    public int cancelAll(AccountId account) {
        int cancelled = 0;
        for (VenueOrderId order : openOrders(account)) {
            if (cancel(account, order)) {
                cancelled++;
            }
        }
        return cancelled;
    }

    /**
     * The orders of an account that may still match.
     *
     * @param account whose orders
     * @return market by market, oldest first
     * @throws IllegalArgumentException if the account is not open
     */
    public List<VenueOrderId> openOrders(AccountId account) {
        return desk.register().openOrders(desk.register().account(account)).stream()
                .map(order -> order.id)
                .toList();
    }

    /**
     * Splits, merges or redeems at once.
     *
     * @param account whose
     * @param kind what is done
     * @param market whose outcomes
     * @param sets how many; zero redeems everything
     * @return false if the account lacks what it needs, or the market is not at that stage
     * @throws IllegalArgumentException if the account is not open
     */
    public boolean operate(AccountId account, Operation.Kind kind, MarketId market, Quantity sets) {
        return carryOut(new SetChange(desk, desk.register().account(account), kind, market, sets.micros()));
    }

    /**
     * Converts at once.
     *
     * @param account whose
     * @param conversion between all markets of one event of which at most one comes true
     * @param shares of each market that is given
     * @return false if the account lacks shares, or these are no such markets or one is resolved
     * @throws IllegalArgumentException if the account is not open
     */
    public boolean convert(AccountId account, Conversion conversion, Quantity shares) {
        return carryOut(new ShareConversion(desk, desk.register().account(account), conversion, shares.micros()));
    }

    private static boolean carryOut(Change change) {
        if (change.hold() != null) {
            return false;
        }
        change.finish();
        return true;
    }

    /**
     * Redeems shares of one outcome at once.
     *
     * @param account whose
     * @param market resolved
     * @param instrument one of the market's outcomes
     * @param shares how many; zero redeems all of that outcome
     * @return false if the account has none, or the market is not resolved
     * @throws IllegalArgumentException if the account is not open
     */
    public boolean redeem(AccountId account, MarketId market, InstrumentId instrument, Quantity shares) {
        return carryOut(new SetChange(
                desk, desk.register().account(account), Operation.Kind.REDEEM, market, shares.micros(), instrument));
    }

    // ---------------------------------------------------------------- the API's interfaces

    /**
     * An order gateway. One that was closed can be followed by another: orders stay at the venue, and what was prepared
     * with one can be sent with the next.
     *
     * @param id whose orders
     * @return a new gateway
     * @throws IllegalArgumentException if the account is not open
     */
    public OrderGateway gateway(AccountId id) {
        return new SimulatedGateway(desk, desk.register().account(id));
    }

    /**
     * A market-data feed.
     *
     * @return a new feed; subscribing to an instrument that is not listed throws {@link IllegalArgumentException}
     */
    public MarketDataFeed feed() {
        return new SimulatedFeed(this, hub);
    }

    /**
     * The listed markets.
     *
     * @return always current
     */
    public MarketDirectory directory() {
        return new SimulatedDirectory(desk);
    }

    /**
     * Operations on outcome sets of an account. An operation that is asked for again is not done again: its last
     * status is.
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

    ExchangeFloor floor(MarketId market) {
        return (ExchangeFloor) desk.register().listed(market);
    }

    private ExchangeFloor floor(InstrumentId instrument) {
        return (ExchangeFloor) desk.register()
                .floor(instrument)
                .orElseThrow(() -> new IllegalArgumentException("instrument not listed: " + instrument));
    }
}
