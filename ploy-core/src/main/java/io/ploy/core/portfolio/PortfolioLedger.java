package io.ploy.core.portfolio;

import io.ploy.api.market.EventId;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Fill;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.OrderSize;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Portfolio;
import io.ploy.api.portfolio.Position;
import io.ploy.core.portfolio.CashBook.Account;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * The one owner of what an account holds, owes, may lose and may still spend. Positions are kept by strategy at average
 * cost, cash in double entry, fills by their id; a fill counts provisionally until it is confirmed and leaves no trace when
 * it is reversed.
 *
 * <p><b>Threading.</b> The engine thread only. <b>Units.</b> Exact micros; an overflow throws
 * {@link ArithmeticException} rather than wrap.
 */
public final class PortfolioLedger {
    private final AccountId account;
    private final CashBook cash = new CashBook();
    private final Holdings holdings;
    private final Reservations reservations = new Reservations();
    private final Legs legs = new Legs(cash);
    private final Operations operations;
    private final Exposures exposures;
    private final HeadRoom headRoom;
    private final UsedCapital usedCapital;

    /**
     * An account that holds nothing.
     *
     * @param account whose ledger
     * @param markets finds the market of an instrument that is booked; one whose market is not found is never netted
     */
    public PortfolioLedger(AccountId account, MarketLookup markets) {
        this(account, markets, MarketScopes.NONE);
    }

    /**
     * An account that holds nothing, with limits wider than markets in mind.
     *
     * @param account whose ledger
     * @param markets finds the market of an instrument that is booked; one whose market is not found is never netted
     * @param scopes sorts markets into domains and groups
     */
    public PortfolioLedger(AccountId account, MarketLookup markets, MarketScopes scopes) {
        this.account = account;
        holdings = new Holdings(markets, scopes, cash);
        operations = new Operations(
                cash,
                (strategy, instrument, market) -> positionOf(strategy, holdings.of(instrument, market)),
                this::seen);
        exposures = new Exposures(holdings);
        headRoom = new HeadRoom(reservations, holdings, cash);
        usedCapital = new UsedCapital(reservations);
    }

    /**
     * Whose ledger this is.
     *
     * @return the account
     */
    public AccountId accountId() {
        return account;
    }

    /**
     * Takes in what is known of a market now: its event, its domain, whether its outcome is in dispute.
     *
     * @param market as it is; nothing happens if the account never touched it
     */
    public void know(Market market) {
        if (holdings.find(market.id()) != null) {
            holdings.pair(market);
        }
    }

    /**
     * Takes in that a market should have been resolved long ago. From now on until it is, the worst case counts that all its
     * shares may pay half.
     *
     * @param market which; nothing happens if the account never touched it
     */
    public void overdue(MarketId market) {
        holdings.overdue(market);
    }

    /**
     * Counts the capital of markets in parts as well, those that are held already too.
     *
     * @param parts replaces what was said before
     */
    public void countIn(CapitalParts parts) {
        holdings.countIn(parts);
    }

    // What comes and goes other than by trading

    /**
     * Adds or takes away settled cash. A flow, not a profit.
     *
     * @param amount negative for a withdrawal
     */
    public void deposit(Cash amount) {
        move(CashKind.DEPOSIT, amount);
    }

    /**
     * Adds or takes away settled cash, against the account of what it was: rewards, rebates and gas are profit, the rest is
     * not.
     *
     * @param kind what it was
     * @param amount positive if it came, negative if it went; gas goes
     */
    public void move(CashKind kind, Cash amount) {
        cash.move(kind.counterAccount(), Account.CASH, amount.micros());
    }

    /**
     * Takes over confirmed shares that were there before. A flow, not a profit.
     *
     * @param strategy whose shares they become
     * @param instrument of what
     * @param quantity shares
     * @param cost what they cost, fees included
     * @throws IllegalArgumentException if the cost is negative
     */
    public void hold(String strategy, InstrumentId instrument, Quantity quantity, Cash cost) {
        if (cost.isNegative()) {
            throw new IllegalArgumentException("negative cost of opening holdings: " + cost);
        }
        if (!quantity.isZero()) {
            positionOf(strategy, holdings.of(instrument))
                    .append(new Entry(true, quantity.micros(), cost.micros(), 0, true));
        }
    }

    /**
     * Takes confirmed shares over or away other than by trading. A flow where they come; where they go, their cost is lost.
     *
     * @param strategy whose shares
     * @param instrument of what
     * @param micros how many, negative where they go; more than are there leave a deficit
     * @param cost what they cost where they come, fees included; zero where they go
     * @throws IllegalArgumentException if the cost is negative
     */
    public void moveShares(String strategy, InstrumentId instrument, long micros, Cash cost) {
        if (micros >= 0) {
            hold(strategy, instrument, Quantity.ofMicros(micros), cost);
        } else {
            positionOf(strategy, holdings.of(instrument))
                    .append(new Entry(false, Math.negateExact(micros), cost.micros(), 0, true));
        }
    }

    /**
     * Who holds confirmed shares of an instrument.
     *
     * @param instrument which
     * @return shares by strategy, only those that hold some
     */
    public Map<String, Quantity> holders(InstrumentId instrument) {
        Holding holding = holdings.find(instrument);
        Map<String, Quantity> holders = new TreeMap<>();
        if (holding != null) {
            for (String strategy : holding.positions().keySet()) {
                Quantity confirmed = position(strategy, instrument).confirmed();
                if (!confirmed.isZero()) {
                    holders.put(strategy, confirmed);
                }
            }
        }
        return holders;
    }

    // Orders

    /**
     * Reserves the worst an order can cost: cash with the largest fee it may owe, or the shares it sells. Replaces what was
     * reserved under the same id.
     *
     * @param id the order
     * @param strategy whose order
     * @param request what may be filled
     * @param market the instrument's market, for its fees; a schedule that is not known counts as the highest there is
     * @throws IllegalArgumentException if the instrument is no outcome of the market
     */
    public void reserve(ClientOrderId id, String strategy, OrderRequest request, Market market) {
        reserve(id, strategy, request, market, Price.ZERO);
    }

    /**
     * As {@link #reserve(ClientOrderId, String, OrderRequest, Market)}, with a bound for the fee of an order that is signed as
     * an amount of cash.
     *
     * @param id the order
     * @param strategy whose order
     * @param request what may be filled
     * @param market the instrument's market
     * @param lowest the lowest price it can be filled at, see {@link LowestFill}, zero if not known
     */
    public void reserve(ClientOrderId id, String strategy, OrderRequest request, Market market, Price lowest) {
        StrategyPosition position = positionOf(strategy, holdings.of(request.instrument(), market));
        reservations.put(id, new Reservation(position, OrderCost.of(request, market, lowest), measure(request)));
    }

    private static long measure(OrderRequest request) {
        return request.size() instanceof OrderSize.Spend spend
                ? spend.cash().micros()
                : request.sharesAtLimit().micros();
    }

    /**
     * Gives back what an order still has reserved. Only evidence that it is closed allows this; a time-out is none.
     *
     * @param id the order; nothing happens if nothing is reserved for it
     */
    public void release(ClientOrderId id) {
        reservations.release(id);
    }

    /**
     * Whether something is reserved for an order.
     *
     * @param id the order
     * @return true from {@link #reserve} to {@link #release}
     */
    public boolean isReserved(ClientOrderId id) {
        return reservations.find(id) != null;
    }

    // Fills

    /**
     * Books a fill, provisionally unless it is confirmed already, and takes the filled part off its order's reservation.
     * Again, it changes nothing but its confirmation. One that failed, before or after it was booked, is booked again only
     * as confirmed, which a corrected settlement alone may ask for.
     *
     * @param strategy whose fill
     * @param fill the leg with its fee, estimated or final
     */
    public void book(String strategy, Fill fill) {
        boolean confirmed = fill.settlement() == SettlementStatus.CONFIRMED;
        if (fill.settlement() == SettlementStatus.FAILED) {
            legs.reverse(fill);
        } else if (legs.isBooked(fill.id())) {
            if (confirmed) {
                legs.confirm(fill);
            }
        } else if (confirmed || !legs.hasFailed(fill.id())) {
            reservations.filled(
                    fill.order(), fill.quantity().micros(), fill.notional().micros());
            legs.book(fill, positionOf(strategy, holdings.of(fill.instrument())));
        }
    }

    /**
     * Makes a fill final. Its fee replaces the estimate. A second time changes nothing; one that was reversed is booked
     * again, which a corrected settlement alone may ask for.
     *
     * @param fill the same leg
     * @throws IllegalArgumentException if it was never booked
     */
    public void confirm(Fill fill) {
        legs.confirm(fill);
    }

    /**
     * Undoes a fill: every figure becomes what it would be without it. Nothing is reserved again for its order. A fill
     * that was never booked is remembered and will not be.
     *
     * @param fill the same leg
     */
    public void reverse(Fill fill) {
        legs.reverse(fill);
    }

    // Operations and payout

    /** Splits, merges, redemptions and conversions of this ledger. */
    public Operations operations() {
        return operations;
    }

    /**
     * The payout is known but must be fetched by a redemption: holdings are marked at it from now on.
     *
     * @param market the market
     * @param resolution what each outcome pays
     */
    public void expectPayout(Market market, Resolution resolution) {
        holdings.pair(market).resolved(resolution);
    }

    /**
     * Pays out every share of a market that is confirmed by now, of all strategies, as a redemption does. What becomes
     * confirmed later is paid by the next redemption; a reversal of shares that were paid leaves a deficit.
     *
     * @param market the market
     * @param resolution what each outcome pays
     * @return what was paid now
     */
    public Cash resolve(Market market, Resolution resolution) {
        long before = cash.balance(Account.PAYOUT);
        MarketPair pair = holdings.pair(market);
        pair.resolved(resolution);
        pair.first().redeem();
        Holding second = pair.second();
        if (second != null) {
            second.redeem();
        }
        return Cash.ofMicros(before - cash.balance(Account.PAYOUT));
    }

    // What is there

    /**
     * What a strategy holds of an instrument.
     *
     * @param strategy which
     * @param instrument which
     * @return flat if it never held any
     */
    public Position position(String strategy, InstrumentId instrument) {
        Holding holding = holdings.find(instrument);
        return Valuation.orFlat(holding == null ? null : Valuation.ofStrategy(holding, strategy), instrument);
    }

    /**
     * What a strategy holds of an instrument, in both views.
     *
     * @param strategy which
     * @param instrument which
     * @return all zero if it never held any
     */
    public PositionFigures figures(String strategy, InstrumentId instrument) {
        Holding holding = holdings.find(instrument);
        StrategyPosition position = holding == null ? null : holding.position(strategy);
        return position == null ? PositionFigures.NONE : position.figures();
    }

    /**
     * Names every position that ever was, by strategy and instrument, in the order of the instruments.
     *
     * @param visitor is called for each
     */
    public void positions(BiConsumer<String, InstrumentId> visitor) {
        for (Holding holding : holdings.inOrder()) {
            for (String strategy : holding.positions().keySet()) {
                visitor.accept(strategy, holding.instrument());
            }
        }
    }

    /**
     * What a market turned out to pay.
     *
     * @param market which
     * @return absent until it is known
     */
    public Optional<Resolution> resolution(MarketId market) {
        MarketPair pair = holdings.find(market);
        return Optional.ofNullable(pair == null ? null : pair.resolution());
    }

    /**
     * How many markets of an event are known to have ended without their first outcome.
     *
     * @param event which
     * @return 0 or more, of those the account was told of
     */
    public int lostMarkets(EventId event) {
        EventShape shape = holdings.find(event);
        return shape == null ? 0 : shape.lost();
    }

    /**
     * What the account holds of an instrument.
     *
     * @param instrument which
     * @return the sum over the strategies
     */
    public Position accountPosition(InstrumentId instrument) {
        Holding holding = holdings.find(instrument);
        return Valuation.orFlat(holding == null ? null : Valuation.ofAccount(holding), instrument);
    }

    /**
     * Whether a fill of an instrument is not final. A sale that is not shows in no figure of the position: what it sells is
     * gone from every one of them.
     *
     * @param instrument which
     * @return true until all are confirmed or reversed
     */
    public boolean isMoving(InstrumentId instrument) {
        Holding holding = holdings.find(instrument);
        return holding != null && holding.positions().values().stream().anyMatch(StrategyPosition::isMoving);
    }

    /**
     * What a strategy may sell: confirmed shares that no open order and no operation claims.
     *
     * @param strategy which
     * @param instrument which
     * @return shares
     */
    public Quantity sellable(String strategy, InstrumentId instrument) {
        return position(strategy, instrument).sellable();
    }

    /**
     * By how much more left a position than it had, counting what is final. It takes a reversal of shares already sold, or
     * a sale from outside.
     *
     * @param strategy which
     * @param instrument which
     * @return zero in an orderly world
     */
    public Quantity deficit(String strategy, InstrumentId instrument) {
        Holding holding = holdings.find(instrument);
        StrategyPosition position = holding == null ? null : holding.position(strategy);
        return position == null ? Quantity.ZERO : Quantity.ofMicros(Math.max(0, -position.settledShares()));
    }

    /**
     * The account's cash.
     *
     * @return the balance
     */
    public Balance balance() {
        long out = cash.balance(Account.CASH_OUT);
        return new Balance(
                Cash.ofMicros(Math.addExact(cash.balance(Account.CASH), out)),
                Cash.ofMicros(out),
                Cash.ofMicros(cash.balance(Account.CASH_IN)),
                Cash.ofMicros(cash.reserved()));
    }

    /**
     * What the venue paid besides trading: rewards and rebates, since the beginning of all.
     *
     * @return negative only if more was taken back than came
     */
    public Cash income() {
        return Cash.ofMicros(-cash.balance(Account.INCOME));
    }

    /**
     * What the chain was paid, since the beginning of all.
     *
     * @return positive if it cost something
     */
    public Cash gas() {
        return Cash.ofMicros(cash.balance(Account.GAS));
    }

    /**
     * What corrections of cash came to that nobody has explained.
     *
     * @return positive if the venue held more than the books
     */
    public Cash adjustments() {
        return Cash.ofMicros(-cash.balance(Account.ADJUSTMENT));
    }

    /**
     * What a strategy holds and made. Pairs count one USD each, the rest at its mark, resolved shares at their payout.
     *
     * @param strategy which
     * @param marks what shares are worth
     * @param at engine time
     * @return its positions with the account's cash
     */
    public Portfolio portfolio(String strategy, Marks marks, Instant at) {
        return new Valuation(holding -> Valuation.ofStrategy(holding, strategy), marks)
                .portfolio(holdings, balance(), at);
    }

    /**
     * What the account holds and made, valued like {@link #portfolio}.
     *
     * @param marks what shares are worth
     * @param at engine time
     * @return the sums over the strategies; pairs and marks are those of the sums
     */
    public Portfolio account(Marks marks, Instant at) {
        return new Valuation(Valuation::ofAccount, marks).portfolio(holdings, balance(), at);
    }

    // What may be lost and still be done

    /**
     * The most that can be lost, by scope.
     *
     * @return always the same view
     */
    public Exposures exposures() {
        return exposures;
    }

    /**
     * How much of a reserved order fits.
     *
     * @return always the same view
     */
    public HeadRoom headRoom() {
        return headRoom;
    }

    /**
     * What the strategy of a reserved order uses besides it.
     *
     * @return always the same view
     */
    public UsedCapital usedCapital() {
        return usedCapital;
    }

    private @Nullable Market seen(MarketId id) {
        MarketPair pair = holdings.find(id);
        return pair == null ? null : pair.market();
    }

    private StrategyPosition positionOf(String strategy, Holding holding) {
        return holdings.position(strategy, holding);
    }

    // For the proof of the books

    CashBook cashBook() {
        return cash;
    }

    int openReservations() {
        return reservations.count();
    }
}
