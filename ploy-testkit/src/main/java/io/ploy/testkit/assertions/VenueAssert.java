package io.ploy.testkit.assertions;

import io.ploy.api.order.VenueOrderId;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.record.TradeRow;
import java.util.List;
import java.util.function.Function;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ListAssert;

/**
 * Assertions about a whole venue. Each looks at one moment of it.
 *
 * <p><b>Threading.</b> Waits for the venue's thread, so it is not for tasks of its loop.
 */
public final class VenueAssert extends AbstractAssert<VenueAssert, PolymarketSimulator> {
    VenueAssert(PolymarketSimulator venue) {
        super(venue, VenueAssert.class);
    }

    /**
     * Goes on to one account.
     *
     * @param name of one of the venue's test accounts
     * @return about the account
     */
    public AccountAssert account(String name) {
        isNotNull();
        return account(actual.account(name));
    }

    /**
     * Goes on to one account.
     *
     * @param account one of the venue's
     * @return about the account
     */
    public AccountAssert account(TestAccount account) {
        isNotNull();
        return new AccountAssert(actual, account);
    }

    /**
     * Goes on to one order, which the venue must have taken.
     *
     * @param id its hash
     * @return about the order
     */
    public OrderAssert order(VenueOrderId id) {
        isNotNull();
        return inside(actual, reading -> reading.order(id.value()))
                .map(OrderAssert::new)
                .orElseThrow(() -> failure("%nExpected an order %s at the venue%nbut it never took one.", id));
    }

    /**
     * Asserts that an order never came to rest or match here.
     *
     * @param id its hash
     * @return this
     */
    public VenueAssert neverTook(VenueOrderId id) {
        isNotNull();
        inside(actual, reading -> reading.order(id.value())).ifPresent(order -> {
            throw failure("%nExpected no order %s at the venue%nbut it has%n  %s", id, OrderAssert.words(order));
        });
        return this;
    }

    /**
     * Goes on to the trades of everybody, the world's own traders included.
     *
     * @return newest first
     */
    public ListAssert<TradeRow> trades() {
        isNotNull();
        List<TradeRow> trades = inside(actual, Reading::trades);
        return Assertions.assertThat(trades).as("trades at the venue");
    }

    /**
     * Asserts that no collateral was made or lost: what came in from outside is with the accounts, behind shares, or
     * collected as fees.
     *
     * @return this
     */
    public VenueAssert conservesCollateral() {
        return holds(Reading::leaks);
    }

    /**
     * Asserts that nobody owes collateral.
     *
     * @return this
     */
    public VenueAssert hasNoNegativeBalance() {
        return holds(Reading::debts);
    }

    /**
     * Asserts that every share of a market that is not resolved has its dollar behind the pair: as many shares of either
     * outcome as there is collateral locked.
     *
     * @return this
     */
    public VenueAssert backsEveryShare() {
        return holds(Reading::unbackedShares);
    }

    /**
     * Asserts that no order was filled beyond what was signed: shares for an order of shares, cash for one that spends.
     *
     * @return this
     */
    public VenueAssert fillsNoOrderBeyondItsSize() {
        return holds(Reading::overfilled);
    }

    /**
     * Asserts whatever must be true of a venue at any time, whoever trades and whatever fails.
     *
     * @return this
     */
    public VenueAssert keepsItsInvariants() {
        return conservesCollateral().hasNoNegativeBalance().backsEveryShare().fillsNoOrderBeyondItsSize();
    }

    private VenueAssert holds(Function<Reading, List<String>> broken) {
        isNotNull();
        List<String> found = inside(actual, broken);
        if (!found.isEmpty()) {
            throw failure("%nExpected a sound venue%nbut%n  %s", String.join("\n  ", found));
        }
        return this;
    }

    static <T> T inside(PolymarketSimulator venue, Function<Reading, T> question) {
        return venue.state().loop().ask(() -> question.apply(new Reading(venue.state(), venue.records())));
    }
}
