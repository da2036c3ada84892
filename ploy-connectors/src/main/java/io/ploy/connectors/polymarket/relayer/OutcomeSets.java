package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.TypedData;

/**
 * The calls that turn collateral into outcomes and back. Which contract is called follows from the market's version: for
 * token markets the adapter of ordinary or of negative-risk markets, for position markets the router.
 *
 * <p>Source: the venue's contracts and clients, October 2026.
 */
public final class OutcomeSets {
    private static final byte[] NO_PARENT = new byte[TypedData.WORD];

    private final Chain chain;

    /**
     * The calls of a chain.
     *
     * @param chain where the contracts are
     */
    public OutcomeSets(Chain chain) {
        this.chain = chain;
    }

    /**
     * Turns collateral into as many shares of each outcome.
     *
     * @param condition of the market
     * @param negRisk whether the market is one leg of a negative-risk event; nothing to a position market
     * @param sets how many, above zero
     * @throws IllegalArgumentException if the chain has no such contract that is known
     */
    public ContractCall split(ConditionId condition, boolean negRisk, Quantity sets) {
        requireSome(sets);
        return isPosition(condition)
                ? routed("split(bytes31,uint256)", condition, sets)
                : adapted(negRisk, ofSets("splitPosition(address,bytes32,bytes32,uint256[],uint256)", condition, sets));
    }

    /**
     * Turns one share of each outcome into collateral.
     *
     * @param condition of the market
     * @param negRisk whether the market is one leg of a negative-risk event; nothing to a position market
     * @param sets how many, above zero
     * @throws IllegalArgumentException if the chain has no such contract that is known
     */
    public ContractCall merge(ConditionId condition, boolean negRisk, Quantity sets) {
        requireSome(sets);
        return isPosition(condition)
                ? routed("merge(bytes31,uint256)", condition, sets)
                : adapted(
                        negRisk, ofSets("mergePositions(address,bytes32,bytes32,uint256[],uint256)", condition, sets));
    }

    /**
     * Turns everything held of a resolved token market into its payout.
     *
     * @param condition of the market
     * @param negRisk whether the market is one leg of a negative-risk event
     * @throws IllegalArgumentException for a position market, which wants {@link #redeem}
     */
    public ContractCall redeemAll(ConditionId condition, boolean negRisk) {
        if (isPosition(condition)) {
            throw new IllegalArgumentException("condition " + condition
                    + " is of a position market, where outcome and quantity must be named to redeem");
        }
        Abi data = Abi.call("redeemPositions(address,bytes32,bytes32,uint256[])")
                .address(on(Contract.COLLATERAL))
                .word(NO_PARENT)
                .word(condition.word())
                .number(4L * TypedData.WORD);
        return adapted(negRisk, bothOutcomes(data));
    }

    /**
     * Turns shares of one outcome of a resolved position market into their payout.
     *
     * @param condition of the market
     * @param outcome 0 for the first, 1 for the second
     * @param shares how many, above zero
     * @throws IllegalArgumentException for a token market, which wants {@link #redeemAll}
     */
    public ContractCall redeem(ConditionId condition, int outcome, Quantity shares) {
        requireSome(shares);
        if (!isPosition(condition)) {
            throw new IllegalArgumentException(
                    "condition " + condition + " is of a token market, where everything held is redeemed at once");
        }
        if (outcome != 0 && outcome != 1) {
            throw new IllegalArgumentException("outcome " + outcome + "; there are 0 and 1");
        }
        Abi data = Abi.call("redeem(bytes31,uint256,uint256)")
                .word(condition.word())
                .number(outcome)
                .number(shares.micros());
        return new ContractCall(on(Contract.ROUTER), data.toBytes());
    }

    private Abi ofSets(String function, ConditionId condition, Quantity sets) {
        Abi data = Abi.call(function)
                .address(on(Contract.COLLATERAL))
                .word(NO_PARENT)
                .word(condition.word())
                .number(5L * TypedData.WORD)
                .number(sets.micros());
        return bothOutcomes(data);
    }

    private ContractCall routed(String function, ConditionId condition, Quantity sets) {
        Abi data = Abi.call(function).word(condition.word()).number(sets.micros());
        return new ContractCall(on(Contract.ROUTER), data.toBytes());
    }

    private ContractCall adapted(boolean negRisk, Abi data) {
        return new ContractCall(on(negRisk ? Contract.NEG_RISK_CTF_ADAPTER : Contract.CTF_ADAPTER), data.toBytes());
    }

    /** The array [1, 2]: a bit for each outcome. */
    private static Abi bothOutcomes(Abi data) {
        return data.number(2).number(1).number(2);
    }

    private static boolean isPosition(ConditionId condition) {
        return condition.version() == MarketVersion.POSITIONS;
    }

    private Address on(Contract contract) {
        return Contracts.on(contract, chain);
    }

    private static void requireSome(Quantity quantity) {
        if (quantity.isZero()) {
            throw new IllegalArgumentException("nothing to split, merge or redeem: 0");
        }
    }
}
