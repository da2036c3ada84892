package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.money.Quantity;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.NegRiskQuestion;
import io.ploy.connectors.polymarket.protocol.PositionId;
import io.ploy.connectors.polymarket.protocol.TypedData;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * The calls that turn collateral into outcomes and back, and outcomes into others. Which contract is called follows from the market's version: for
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
        return routed(data);
    }

    /**
     * Turns second outcomes of some questions of a token event into the first outcomes of all its others, and collateral.
     *
     * @param given whose second outcomes, all of one event, none twice
     * @param shares how many of each, above zero
     * @throws IllegalArgumentException if these are no such questions, or the chain has no such contract that is known
     */
    public ContractCall convert(List<NegRiskQuestion> given, Quantity shares) {
        requireSome(shares);
        requireGiven(given);
        BigInteger indexes = BigInteger.ZERO;
        for (NegRiskQuestion question : given) {
            if (!question.isOfEventOf(given.get(0)) || indexes.testBit(question.index())) {
                throw new IllegalArgumentException("not different questions of one event: " + given);
            }
            indexes = indexes.setBit(question.index());
        }
        Abi data = Abi.call("convertPositions(bytes32,uint256,uint256)")
                .word(given.get(0).event())
                .number(indexes)
                .number(shares.micros());
        return adapted(true, data);
    }

    /**
     * The same for positions. The router takes one question at a time and gives no collateral for it; what it gave too often
     * are then first outcomes of every question of the event, which are collateral again.
     *
     * @param given second outcomes, all of one event with negative risk, none twice
     * @param shares how many of each, above zero
     * @return calls that must all be made, in this order, or none
     * @throws IllegalArgumentException if these are no such positions, or the chain has no such contract that is known
     * @throws ArithmeticException if it is more than the contracts' numbers hold here
     */
    public List<ContractCall> convertPositions(List<PositionId> given, Quantity shares) {
        requireSome(shares);
        requireGiven(given);
        PositionId first = given.get(0);
        List<ContractCall> calls = new ArrayList<>();
        for (PositionId position : given) {
            if (position.module() != PositionId.Module.NEG_RISK
                    || position.outcome() != 1
                    || !position.event().equals(first.event())
                    || given.indexOf(position) != given.lastIndexOf(position)) {
                throw new IllegalArgumentException(
                        "not second outcomes of different questions of one event with negative risk: " + given);
            }
            calls.add(routed(Abi.call("convert(bytes29,uint16,uint256)")
                    .word(position.eventWord())
                    .number(position.conditionIndex())
                    .number(shares.micros())));
        }
        if (given.size() > 1) {
            calls.add(routed(Abi.call("horizontalMerge(bytes29,uint256)")
                    .word(first.eventWord())
                    .number(Math.multiplyExact(given.size() - 1L, shares.micros()))));
        }
        return List.copyOf(calls);
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
        return routed(Abi.call(function).word(condition.word()).number(sets.micros()));
    }

    private ContractCall routed(Abi data) {
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
            throw new IllegalArgumentException("nothing to split, merge, redeem or convert: 0");
        }
    }

    private static void requireGiven(List<?> given) {
        if (given.isEmpty()) {
            throw new IllegalArgumentException("nothing is given to be converted");
        }
    }
}
