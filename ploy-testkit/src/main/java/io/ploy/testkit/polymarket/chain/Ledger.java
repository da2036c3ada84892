package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.contract.VenueContract;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** Who keeps shares: of tokens or of positions. Transfers are not simulated. */
final class Ledger {
    private static final int CONDITION = 32;
    private static final int POSITION_CONDITION = 31;

    private final VenueContract contract;
    private final Address address;

    Ledger(VenueContract contract, Address address) {
        this.contract = contract;
        this.address = address;
    }

    Functions functions() {
        Functions functions = new Functions()
                .on("balanceOf(address,uint256)", this::balance)
                .on("balanceOfBatch(address[],uint256[])", this::balances)
                .on(
                        "isApprovedForAll(address,address)",
                        (caller, arguments, attempt) -> new Words(1)
                                .number(
                                        attempt.isOperator(arguments.address(0), contract, arguments.address(1))
                                                ? 1
                                                : 0)
                                .toBytes())
                .on("setApprovalForAll(address,bool)", this::approve);
        return contract == VenueContract.POSITION_MANAGER ? positions(functions) : tokens(functions);
    }

    private Functions tokens(Functions functions) {
        return functions
                .on(
                        "payoutDenominator(bytes32)",
                        (caller, arguments, attempt) -> new Words(1)
                                .number(payouts(attempt, arguments)
                                        .map(Payouts::denominator)
                                        .orElse(0L))
                                .toBytes())
                .on("payoutNumerators(bytes32,uint256)", this::numerator)
                .on(
                        "getOutcomeSlotCount(bytes32)",
                        (caller, arguments, attempt) -> new Words(1)
                                .number(
                                        attempt.state()
                                                        .catalogue()
                                                        .condition(arguments.hex(0, CONDITION))
                                                        .isPresent()
                                                ? 2
                                                : 0)
                                .toBytes());
    }

    private Functions positions(Functions functions) {
        return functions
                .on(
                        "balanceOf(address,bytes31,uint256)",
                        (caller, arguments, attempt) -> new Words(1)
                                .number(attempt.state()
                                        .catalogue()
                                        .condition(arguments.hex(1, POSITION_CONDITION))
                                        .map(market -> shares(
                                                attempt,
                                                arguments.address(0),
                                                market.tokenId(isFirst(arguments.number(2)))))
                                        .orElse(0L))
                                .toBytes())
                .on("getPayout(uint256,uint256)", this::payout);
    }

    private byte[] balance(Address caller, Calldata arguments, Attempt attempt) {
        long shares = shares(attempt, arguments.address(0), arguments.number(1).toString());
        return new Words(1).number(shares).toBytes();
    }

    private byte[] balances(Address caller, Calldata arguments, Attempt attempt) {
        List<Address> owners = arguments.addresses(0);
        List<BigInteger> tokens = arguments.numbers(1);
        if (owners.size() != tokens.size()) {
            throw new RevertedException("ERC1155: owners and IDs must have same lengths");
        }
        Words balances = new Words(2 + owners.size()).number(Words.LENGTH).number(owners.size());
        for (int i = 0; i < owners.size(); i++) {
            balances.number(shares(attempt, owners.get(i), tokens.get(i).toString()));
        }
        return balances.toBytes();
    }

    /** A token of the other ledger is nothing here. */
    private long shares(Attempt attempt, Address owner, String token) {
        return market(attempt, token).isPresent() ? attempt.shares(owner, token) : 0;
    }

    private Optional<ListedMarket> market(Attempt attempt, String token) {
        return attempt.state().catalogue().token(token).filter(market -> VenueContract.ledgerOf(market) == contract);
    }

    private byte[] approve(Address caller, Calldata arguments, Attempt attempt) {
        Address operator = arguments.address(0);
        boolean approved = arguments.flag(1);
        attempt.operate(caller, contract, operator, approved);
        attempt.tell(Events.approvalForAll(address, caller, operator, approved));
        return Functions.NOTHING;
    }

    private static Optional<Payouts> payouts(Attempt attempt, Calldata arguments) {
        return attempt.state()
                .catalogue()
                .condition(arguments.hex(0, CONDITION))
                .flatMap(market -> Payouts.of(attempt, market));
    }

    private byte[] numerator(Address caller, Calldata arguments, Attempt attempt) {
        boolean first = isFirst(arguments.number(1));
        return new Words(1)
                .number(payouts(attempt, arguments)
                        .map(payouts -> payouts.numerator(first))
                        .orElse(0L))
                .toBytes();
    }

    private byte[] payout(Address caller, Calldata arguments, Attempt attempt) {
        String token = arguments.number(0).toString();
        ListedMarket market = market(attempt, token).orElseThrow(() -> new RevertedException("position not known"));
        Payouts payouts =
                Payouts.of(attempt, market).orElseThrow(() -> new RevertedException("condition not resolved"));
        long worth = payouts.worth(market.tokenId(true).equals(token), Amounts.micros(arguments.number(1)));
        return new Words(1).number(worth).toBytes();
    }

    private static boolean isFirst(BigInteger outcome) {
        if (outcome.bitLength() > 1) {
            throw new RevertedException("outcome not known");
        }
        return outcome.signum() == 0;
    }
}
