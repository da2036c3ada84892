package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.listing.ProtocolVersion;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.util.List;

/** Splits, merges and redeems outcome tokens of ordinary markets, or of those with negative risk, which it also converts. */
final class CollateralAdapter {
    private static final int CONDITION = 32;
    private static final List<BigInteger> BOTH_OUTCOMES = List.of(BigInteger.ONE, BigInteger.TWO);

    private final Address collateral;
    private final boolean negRisk;
    private final SetDesk desk;

    CollateralAdapter(Address contract, Address collateral, boolean negRisk) {
        this.collateral = collateral;
        this.negRisk = negRisk;
        this.desk = new SetDesk(contract, collateral);
    }

    Functions functions() {
        Functions functions = new Functions()
                .on("splitPosition(address,bytes32,bytes32,uint256[],uint256)", (caller, arguments, attempt) -> {
                    desk.split(caller, market(arguments, attempt), Amounts.micros(arguments.number(4)), attempt);
                    return Functions.NOTHING;
                })
                .on("mergePositions(address,bytes32,bytes32,uint256[],uint256)", (caller, arguments, attempt) -> {
                    desk.merge(caller, market(arguments, attempt), Amounts.micros(arguments.number(4)), attempt);
                    return Functions.NOTHING;
                })
                .on("redeemPositions(address,bytes32,bytes32,uint256[])", (caller, arguments, attempt) -> {
                    desk.redeemAll(caller, market(arguments, attempt), attempt);
                    return Functions.NOTHING;
                });
        return negRisk ? functions.on("convertPositions(bytes32,uint256,uint256)", this::convert) : functions;
    }

    private byte[] convert(Address caller, Calldata arguments, Attempt attempt) {
        String event = arguments.hex(0, Words.LENGTH);
        List<ListedMarket> markets = attempt.state().catalogue().markets().stream()
                .filter(market -> market.version() == ProtocolVersion.V1 && market.negRisk())
                .filter(market -> market.negRiskMarketId().equals(event)
                        && market.market().event().isPresent())
                .toList();
        if (markets.isEmpty()) {
            throw new RevertedException("MarketNotPrepared");
        }
        long shares = Amounts.micros(arguments.number(2));
        desk.convert(caller, EventShares.of(markets, arguments.number(1), shares), attempt);
        return Functions.NOTHING;
    }

    private ListedMarket market(Calldata arguments, Attempt attempt) {
        boolean isWhole = arguments.address(0).equals(collateral)
                && arguments.number(1).signum() == 0
                && arguments.numbers(3).stream().sorted().toList().equals(BOTH_OUTCOMES);
        if (!isWhole) {
            throw new RevertedException("not a complete set of the collateral");
        }
        return attempt.state()
                .catalogue()
                .condition(arguments.hex(2, CONDITION))
                .filter(market -> market.version() == ProtocolVersion.V1 && market.negRisk() == negRisk)
                .orElseThrow(() -> new RevertedException("condition not prepared yet"));
    }
}
