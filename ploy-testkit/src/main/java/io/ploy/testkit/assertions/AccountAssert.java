package io.ploy.testkit.assertions;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/** Assertions about one account as the venue has it. Each looks at one moment. */
public final class AccountAssert extends AbstractAssert<AccountAssert, TestAccount> {
    private final PolymarketSimulator venue;

    AccountAssert(PolymarketSimulator venue, TestAccount account) {
        super(account, AccountAssert.class);
        this.venue = venue;
    }

    /**
     * Goes on to its orders, open or gone.
     *
     * @return oldest first
     */
    public ListAssert<OrderRow> orders() {
        return Assertions.assertThat(allOrders()).as("orders of %s", actual.name());
    }

    /**
     * Goes on to its open orders.
     *
     * @return oldest first, those in a taker delay included
     */
    public ListAssert<OrderRow> openOrders() {
        return Assertions.assertThat(openNow()).as("open orders of %s", actual.name());
    }

    /**
     * Goes on to its trades, as taker or maker.
     *
     * @return newest first
     */
    public ListAssert<TradeRow> trades() {
        List<TradeRow> trades = VenueAssert.inside(venue, reading -> reading.trades(actual.account()));
        return Assertions.assertThat(trades).as("trades of %s", actual.name());
    }

    /**
     * Asserts that nothing of it may still match.
     *
     * @return this
     */
    public AccountAssert hasNoOpenOrders() {
        openOrders().isEmpty();
        return this;
    }

    /**
     * Asserts that the venue took exactly one order for an intent, however often it was sent: open or gone, the same
     * outcome, side, limit, shares and time in force.
     *
     * @param intent what was wanted
     * @return about that order
     */
    public OrderAssert hasExactlyOneOrder(OrderRequest intent) {
        List<OrderRow> all = allOrders();
        List<OrderRow> same = all.stream().filter(order -> isOf(intent, order)).toList();
        if (same.size() != 1) {
            throw failure(
                    "%nExpected exactly one order of %s for%n  %s%nbut there are %d of%n%s",
                    actual.name(), intent, same.size(), lines(all));
        }
        return new OrderAssert(same.get(0));
    }

    private static boolean isOf(OrderRequest intent, OrderRow order) {
        return order.instrument().equals(intent.instrument())
                && order.side() == intent.side()
                && order.price().equals(intent.limit())
                && order.original().equals(intent.sharesAtLimit())
                && order.timeInForce() == intent.timeInForce();
    }

    /**
     * Asserts what it holds of an outcome, settled.
     *
     * @param instrument the outcome
     * @param shares zero for none
     * @return this
     */
    public AccountAssert holds(InstrumentId instrument, Quantity shares) {
        Quantity held = held().holdings().getOrDefault(instrument, Quantity.ZERO);
        if (!held.equals(shares)) {
            throw failureWithActualExpected(
                    held,
                    shares,
                    "%nExpected %s to hold%n  %s of %s%nbut it holds%n  %s",
                    actual.name(),
                    shares,
                    instrument,
                    held);
        }
        return this;
    }

    /**
     * Asserts that it holds no shares, settled.
     *
     * @return this
     */
    public AccountAssert holdsNoShares() {
        Assertions.assertThat(held().holdings())
                .as("shares of %s", actual.name())
                .isEmpty();
        return this;
    }

    /**
     * Asserts what collateral it has, settled.
     *
     * @param collateral USD
     * @return this
     */
    public AccountAssert hasCollateral(Cash collateral) {
        Cash has = held().collateral();
        if (!has.equals(collateral)) {
            throw failureWithActualExpected(
                    has,
                    collateral,
                    "%nExpected %s to have%n  %s USD%nbut it has%n  %s USD",
                    actual.name(),
                    collateral,
                    has);
        }
        return this;
    }

    /**
     * Asserts that a client believes what is true: a complete answer with the same collateral and the same shares.
     *
     * @param read by the client
     * @return this
     */
    public AccountAssert isAsRead(AccountSnapshot read) {
        AccountSnapshot truth = held();
        Map<InstrumentId, Quantity> shares = read.holdings().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(Quantity.ZERO))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!read.complete() || !read.collateral().equals(truth.collateral()) || !shares.equals(truth.holdings())) {
            throw failureWithActualExpected(
                    read,
                    truth,
                    "%nExpected a client to have read of %s%n  %s%nbut it read%n  %s",
                    actual.name(),
                    truth,
                    read);
        }
        return this;
    }

    private AccountSnapshot held() {
        return VenueAssert.inside(venue, reading -> reading.holdings(actual.account()));
    }

    private List<OrderRow> allOrders() {
        return VenueAssert.inside(venue, reading -> reading.orders(actual.account()));
    }

    private List<OrderRow> openNow() {
        return VenueAssert.inside(venue, reading -> reading.open(actual.account()));
    }

    private static String lines(List<OrderRow> orders) {
        return orders.isEmpty()
                ? "  none at all"
                : orders.stream().map(order -> "  " + OrderAssert.words(order)).collect(Collectors.joining("\n"));
    }
}
