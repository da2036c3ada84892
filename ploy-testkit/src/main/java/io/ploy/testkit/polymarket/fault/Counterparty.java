package io.ploy.testkit.polymarket.fault;

import io.ploy.api.market.BookLevel;
import io.ploy.api.market.BookSide;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.Placement;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.state.VenueState;
import java.util.HashSet;
import java.util.Set;

/** An account of the venue's own with deep pockets, which trades where a fault needs somebody to. On the venue's thread. */
public final class Counterparty {
    private static final AccountId ID = new AccountId("fault-counterparty");
    private static final Cash PURSE = Cash.ofUsd(1_000_000_000);
    private static final Quantity SHARES = Quantity.ofShares(100_000_000);

    private final VenueState state;
    private final Set<MarketId> stocked = new HashSet<>();
    private boolean open;
    private long orders;

    /**
     * An account that is opened when it is needed.
     *
     * @param state the venue
     */
    public Counterparty(VenueState state) {
        this.state = state;
    }

    /**
     * Whether an order is this account's.
     *
     * @param account its owner
     * @return true if it is
     */
    public static boolean is(AccountId account) {
        return account.equals(ID);
    }

    /**
     * Places an order that stays until it is taken or cancelled.
     *
     * @param instrument of what
     * @param side which way
     * @param quantity shares
     * @param price on the market's tick
     * @return what became of it
     */
    public Placement rest(InstrumentId instrument, Side side, Quantity quantity, Price price) {
        return place(instrument, request(instrument, side, quantity, price));
    }

    /**
     * Takes what there is, to a price, and cancels the rest.
     *
     * @param instrument of what
     * @param side which way
     * @param quantity shares at most
     * @param price the worst
     * @return what became of it
     */
    public Placement take(InstrumentId instrument, Side side, Quantity quantity, Price price) {
        return place(instrument, request(instrument, side, quantity, price).fillAndKill());
    }

    /**
     * Buys for an amount, to a price, and cancels the rest.
     *
     * @param instrument of what
     * @param cash whole cents
     * @param price the worst
     * @return what became of it
     */
    public Placement spend(InstrumentId instrument, Cash cash, Price price) {
        return place(instrument, OrderRequest.spend(instrument, cash, price).fillAndKill());
    }

    /**
     * Takes the book to a price, but for some shares.
     *
     * @param instrument of what
     * @param side which way it trades
     * @param worst to here
     * @param left shares that stay
     * @return what it took
     */
    public Quantity sweep(InstrumentId instrument, Side side, Price worst, Quantity left) {
        long there = 0;
        for (BookLevel level :
                state.exchange().levels(instrument, side == Side.BUY ? BookSide.ASKS : BookSide.BIDS, 10_000)) {
            boolean reached = side == Side.BUY
                    ? level.price().micros() <= worst.micros()
                    : level.price().micros() >= worst.micros();
            there += reached ? level.size().micros() : 0;
        }
        long wanted = there - left.micros();
        if (wanted <= 0) {
            return Quantity.ZERO;
        }
        return take(instrument, side, Quantity.ofMicros(wanted), worst).matched();
    }

    /**
     * Cancels one of its orders.
     *
     * @param order which
     */
    public void cancel(VenueOrderId order) {
        state.exchange().cancel(ID, order);
    }

    private static OrderRequest request(InstrumentId instrument, Side side, Quantity quantity, Price price) {
        return side == Side.BUY
                ? OrderRequest.buy(instrument, quantity, price)
                : OrderRequest.sell(instrument, quantity, price);
    }

    private Placement place(InstrumentId instrument, OrderRequest request) {
        MarketId market = state.catalogue()
                .token(instrument.symbol())
                .orElseThrow(() -> new IllegalArgumentException("not listed: " + instrument))
                .market()
                .id();
        if (!open) {
            open = true;
            byte[] address = new byte[Address.LENGTH];
            state.draws(ID.name()).nextBytes(address);
            Address wallet = Address.of(address, 0);
            state.accounts().open(new VenueAccount(ID, WalletKind.EOA, wallet, wallet), PURSE);
        }
        if (stocked.add(market)) {
            state.exchange().depositSets(ID, market, SHARES);
        }
        return state.exchange().place(ID, new VenueOrderId("fault-" + ++orders), request);
    }
}
