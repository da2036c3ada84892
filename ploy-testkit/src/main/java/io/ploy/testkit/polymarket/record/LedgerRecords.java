package io.ploy.testkit.polymarket.record;

import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.SettlementStatus;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.signing.Address;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeOrder;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The records of a venue, kept from what its exchange tells. Trade ids, transaction hashes and the ids of orders that came
 * past the API are drawn from the seed. Used on the venue's thread.
 */
public final class LedgerRecords implements VenueRecords, ExchangeObserver {
    private final VenueState state;
    private final Function<Address, String> ownerOf;
    private final DrawnNames names;
    private final OrderShelf orders;
    private final TradeShelf trades;
    private final Map<String, Origin> expected = new HashMap<>();
    private final List<RecordListener> listeners = new ArrayList<>();

    /**
     * Empty records that follow the state's exchange from now on.
     *
     * @param state the venue
     * @param ownerOf the API key for orders that came past the API, by their key's address
     * @param limits how much is remembered
     */
    public LedgerRecords(VenueState state, Function<Address, String> ownerOf, RecordLimits limits) {
        this.state = state;
        this.ownerOf = ownerOf;
        names = new DrawnNames(state.draws("records"));
        orders = new OrderShelf(limits.closedOrders());
        trades = new TradeShelf(limits.trades());
        state.exchange().observe(this);
    }

    /**
     * Says where an order comes from that is about to be placed under its hash.
     *
     * @param hash the order's id
     * @param origin where it comes from
     */
    public void expect(String hash, Origin origin) {
        expected.put(hash, origin);
    }

    /**
     * Takes back {@link #expect}: the exchange did not take the order. Does nothing if it did.
     *
     * @param hash the order's id
     */
    public void forgetExpected(String hash) {
        expected.remove(hash);
    }

    /**
     * The exchange's name of an order.
     *
     * @param hash its id
     * @return absent if the venue never took it, or forgot it
     */
    public Optional<VenueOrderId> exchangeName(String hash) {
        return orders.hash(hash).map(entry -> entry.name);
    }

    /**
     * Whether an order may still match.
     *
     * @param hash its id
     * @return false if it is gone, or was never there
     */
    public boolean isOpen(String hash) {
        return orders.hash(hash).filter(orders::isOpen).isPresent();
    }

    /**
     * What an order paid or brought so far, without fees.
     *
     * @param hash its id
     * @return USD; zero if the order is not known
     */
    public Cash spent(String hash) {
        return orders.hash(hash).map(OrderEntry::spent).orElse(Cash.ZERO);
    }

    /**
     * The builder's code of an order.
     *
     * @param hash its id
     * @return {@link Origin#NO_BUILDER} if it has none, or is not known
     */
    public String builder(String hash) {
        return orders.hash(hash).map(entry -> entry.builder).orElse(Origin.NO_BUILDER);
    }

    /**
     * All buckets of one trade.
     *
     * @param id the trade's UUID
     * @return empty if there is none, or it is forgotten
     */
    public List<TradeRow> trade(String id) {
        return trades.trade(id).stream().map(TradeEntry::row).toList();
    }

    /**
     * The trades in which an order carried a builder's code.
     *
     * @param code 0x and 64 hexadecimal digits
     * @return newest first
     */
    public List<TradeRow> tradesOfBuilder(String code) {
        return trades.ofBuilder(code);
    }

    @Override
    public Optional<OrderRow> order(String hash) {
        return orders.hash(hash).map(OrderEntry::row);
    }

    @Override
    public List<OrderRow> open(VenueAccount account) {
        return orders.open(account.id());
    }

    @Override
    public List<OrderRow> orders(VenueAccount account) {
        return orders.all(account.id());
    }

    @Override
    public List<TradeRow> trades(VenueAccount account) {
        return trades.newestFirst(account.id());
    }

    @Override
    public List<TradeRow> trades() {
        return trades.newestFirst();
    }

    @Override
    public void listen(RecordListener listener) {
        listeners.add(listener);
    }

    @Override
    public void onOrder(ExchangeOrder order) {
        Optional<OrderEntry> known = orders.named(order.id());
        OrderEntry entry = known.orElseGet(() -> add(order));
        OrderRow before = entry.row();
        entry.now(OrderWords.status(order), order.matched(), order.spent());
        if (order.stage() == ExchangeOrder.Stage.CLOSED) {
            orders.close(entry);
        }
        boolean settledDown = before.status().equals(OrderWords.UNMATCHED)
                && entry.row().status().equals(OrderWords.LIVE)
                && before.matched().equals(order.matched());
        if (known.isEmpty() || (!entry.row().equals(before) && !settledDown)) {
            RecordListener.OrderMoment moment = OrderWords.moment(order, known.isEmpty());
            listeners.forEach(listener -> listener.onOrder(entry.row(), moment));
        }
    }

    private OrderEntry add(ExchangeOrder order) {
        String name = order.id().value();
        String hash = name.startsWith("0x") ? name : names.hash();
        VenueAccount account = account(order.account());
        Origin origin = expected.remove(hash);
        if (origin == null) {
            origin = new Origin(ownerOf.apply(account.signer()), Origin.NO_BUILDER);
        }
        OrderRow row = new OrderRow(
                hash,
                account,
                origin.owner(),
                state.catalogue().token(order.request().instrument().symbol()).orElseThrow(),
                order.request().instrument(),
                order.request().side(),
                order.request().limit(),
                order.request().sharesAtLimit(),
                order.matched(),
                order.request().timeInForce(),
                OrderWords.status(order),
                order.at(),
                order.request().expiresAt().orElse(null),
                List.of());
        OrderEntry entry = new OrderEntry(order.id(), origin.builder(), row);
        orders.add(entry);
        return entry;
    }

    /** The account; one that was opened past the venue gets an address of its own. */
    private VenueAccount account(AccountId id) {
        return state.accounts().account(id).orElseGet(() -> {
            Address address = new Address(names.address());
            VenueAccount stranger = new VenueAccount(id, WalletKind.EOA, address, address);
            state.accounts().add(stranger);
            return stranger;
        });
    }

    @Override
    public void onTrade(ExchangeTrade trade) {
        TradeEntry entry = trades.bucket(trade.id(), trade.bucket()).orElse(null);
        if (entry != null) {
            entry.now(trade.status(), trade.updatedAt(), transactionHash(entry.row(), trade.status()));
        } else if (trade.status() == SettlementStatus.MATCHED) {
            // A bucket is first told of as matched; any other status is of one that is forgotten.
            entry = add(trade);
        } else {
            return;
        }
        TradeRow row = entry.row();
        listeners.forEach(listener -> listener.onTrade(row));
    }

    private TradeEntry add(ExchangeTrade trade) {
        String id = trades.bucket(trade.id(), 0).map(first -> first.row().id()).orElseGet(names::uuid);
        List<String> builders = new ArrayList<>();
        TradeRow.Party taker = party(trade.taker(), id, builders);
        List<TradeRow.Party> makers = new ArrayList<>();
        trade.makers().forEach(maker -> makers.add(party(maker, id, builders)));
        ListedMarket market = state.catalogue().market(trade.market()).orElseThrow();
        TradeRow row = new TradeRow(
                id, trade.bucket(), market, trade.status(), "", trade.matchedAt(), trade.updatedAt(), taker, makers);
        TradeEntry entry = new TradeEntry(trade.id(), builders, row);
        trades.add(entry);
        return entry;
    }

    private TradeRow.Party party(ExchangeTrade.Leg leg, String trade, List<String> builders) {
        OrderEntry order = orders.named(leg.order())
                .orElseThrow(() -> new IllegalStateException("a trade of an order nobody told of: " + leg.order()));
        order.tradedIn(trade);
        builders.add(order.builder);
        return new TradeRow.Party(
                order.row().account(),
                order.row().owner(),
                order.row().id(),
                leg.instrument(),
                leg.side(),
                leg.price(),
                leg.quantity(),
                leg.fee());
    }

    /** Every transaction that is mined has a hash of its own; what is retried is another transaction. */
    private String transactionHash(TradeRow before, SettlementStatus status) {
        boolean mined = status == SettlementStatus.MINED;
        boolean finalUnmined =
                status == SettlementStatus.CONFIRMED && before.transactionHash().isEmpty();
        return mined || finalUnmined ? names.hash() : before.transactionHash();
    }
}
