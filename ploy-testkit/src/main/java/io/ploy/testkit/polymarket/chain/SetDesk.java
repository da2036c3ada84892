package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.contract.Approvals;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import java.math.BigInteger;
import java.util.HexFormat;
import java.util.stream.Stream;

/** Splits, merges, redeems and converts for those who call a contract that may do it. */
final class SetDesk {
    private static final HexFormat HEX = HexFormat.of();

    private final Address contract;
    private final Address collateral;

    SetDesk(Address contract, Address collateral) {
        this.contract = contract;
        this.collateral = collateral;
    }

    void split(Address caller, ListedMarket market, long sets, Attempt attempt) {
        if (Payouts.of(attempt, market).isPresent()) {
            throw new RevertedException("condition already resolved");
        }
        BigInteger amount = BigInteger.valueOf(sets);
        BigInteger allowance = attempt.allowance(caller, contract);
        if (allowance.compareTo(amount) < 0) {
            throw new RevertedException("ERC20: insufficient allowance");
        }
        if (attempt.freeCollateral(caller) < sets) {
            throw new RevertedException("ERC20: transfer amount exceeds balance");
        }
        if (sets == 0) {
            return;
        }
        if (!allowance.equals(Approvals.UNLIMITED)) {
            attempt.allow(caller, contract, allowance.subtract(amount));
        }
        attempt.split(caller, market, sets);
        Address ledger = ledger(market, attempt);
        attempt.tell(Events.transfer(collateral, caller, contract, sets));
        attempt.tell(Events.made(ledger, contract, caller, market.tokenId(true), sets));
        attempt.tell(Events.made(ledger, contract, caller, market.tokenId(false), sets));
        tellSets("PositionSplit", caller, market, sets, attempt);
    }

    void merge(Address caller, ListedMarket market, long sets, Attempt attempt) {
        requireOperator(caller, market, attempt);
        if (sets
                > Math.min(
                        attempt.freeShares(caller, market.tokenId(true)),
                        attempt.freeShares(caller, market.tokenId(false)))) {
            throw new RevertedException("SafeMath: subtraction overflow");
        }
        if (sets == 0) {
            return;
        }
        attempt.merge(caller, market, sets);
        Address ledger = ledger(market, attempt);
        attempt.tell(Events.gone(ledger, contract, caller, market.tokenId(true), sets));
        attempt.tell(Events.gone(ledger, contract, caller, market.tokenId(false), sets));
        attempt.tell(Events.transfer(collateral, contract, caller, sets));
        tellSets("PositionsMerge", caller, market, sets, attempt);
    }

    /** Everything held; nothing held pays nothing. */
    void redeemAll(Address caller, ListedMarket market, Attempt attempt) {
        Payouts payouts = resolved(market, attempt);
        requireOperator(caller, market, attempt);
        long first = attempt.freeShares(caller, market.tokenId(true));
        long second = attempt.freeShares(caller, market.tokenId(false));
        if (first == 0 && second == 0) {
            return;
        }
        long payout = payouts.worth(true, first) + payouts.worth(false, second);
        attempt.redeemAll(caller, market, first, second, payout);
        tellGone(caller, market, true, first, attempt);
        tellGone(caller, market, false, second, attempt);
        tellPayout(caller, market, payout, attempt);
    }

    void redeem(Address caller, ListedMarket market, boolean first, long shares, Attempt attempt) {
        Payouts payouts = resolved(market, attempt);
        requireOperator(caller, market, attempt);
        if (shares > attempt.freeShares(caller, market.tokenId(first))) {
            throw new RevertedException("amount exceeds balance");
        }
        if (shares == 0) {
            return;
        }
        long payout = payouts.worth(first, shares);
        attempt.redeem(caller, market, first, shares, payout);
        tellGone(caller, market, first, shares, attempt);
        tellPayout(caller, market, payout, attempt);
    }

    void convert(Address caller, EventShares shares, Attempt attempt) {
        ListedMarket first = shares.given().get(0);
        if (Stream.concat(shares.given().stream(), shares.received().stream())
                .anyMatch(market -> Payouts.of(attempt, market).isPresent())) {
            throw new RevertedException("condition already resolved");
        }
        requireOperator(caller, first, attempt);
        if (shares.given().stream()
                .anyMatch(market -> attempt.freeShares(caller, market.tokenId(false)) < shares.each())) {
            throw new RevertedException("SafeMath: subtraction overflow");
        }
        if (shares.each() == 0) {
            return;
        }
        attempt.convert(caller, shares);
        Address ledger = ledger(first, attempt);
        shares.given()
                .forEach(market ->
                        attempt.tell(Events.gone(ledger, contract, caller, market.tokenId(false), shares.each())));
        shares.received()
                .forEach(market ->
                        attempt.tell(Events.made(ledger, contract, caller, market.tokenId(true), shares.each())));
        if (shares.collateral() > 0) {
            attempt.tell(Events.transfer(collateral, contract, caller, shares.collateral()));
        }
    }

    private static Payouts resolved(ListedMarket market, Attempt attempt) {
        return Payouts.of(attempt, market)
                .orElseThrow(() -> new RevertedException("result for condition not received yet"));
    }

    private void requireOperator(Address caller, ListedMarket market, Attempt attempt) {
        if (!attempt.isOperator(caller, VenueContract.ledgerOf(market), contract)) {
            throw new RevertedException("ERC1155: need operator approval for 3rd party transfers.");
        }
    }

    private void tellGone(Address caller, ListedMarket market, boolean first, long shares, Attempt attempt) {
        if (shares > 0) {
            attempt.tell(Events.gone(ledger(market, attempt), contract, caller, market.tokenId(first), shares));
        }
    }

    private void tellPayout(Address caller, ListedMarket market, long payout, Attempt attempt) {
        attempt.tell(Events.transfer(collateral, contract, caller, payout));
        if (market.version() == ProtocolVersion.V1) {
            attempt.tell(Events.redemption(ledger(market, attempt), caller, collateral, condition(market), payout));
        }
    }

    private void tellSets(String what, Address caller, ListedMarket market, long sets, Attempt attempt) {
        if (market.version() == ProtocolVersion.V1) {
            attempt.tell(Events.sets(ledger(market, attempt), what, caller, collateral, condition(market), sets));
        }
    }

    private static byte[] condition(ListedMarket market) {
        return HEX.parseHex(market.conditionId(), 2, market.conditionId().length());
    }

    private static Address ledger(ListedMarket market, Attempt attempt) {
        return VenueContract.ledgerOf(market).on(attempt.state().chainId()).orElseThrow();
    }
}
