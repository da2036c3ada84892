package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.Operation;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.ConditionId;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.polymarket.protocol.PositionId;
import io.ploy.connectors.polymarket.relayer.ContractCall;
import io.ploy.connectors.polymarket.relayer.OutcomeSets;
import java.util.ArrayList;
import java.util.List;

/** Which contract calls carry out an operation, all of the same contract. */
final class SetCalls {
    private final OutcomeSets sets;
    private final ConversionCalls conversions;

    SetCalls(Chain chain) {
        this.sets = new OutcomeSets(chain);
        this.conversions = new ConversionCalls(chain, sets);
    }

    /**
     * The calls.
     *
     * @param held what there is; a redemption is of all of it, so it must not be nothing
     * @throws IllegalArgumentException if a market's version, a contract or what the contracts call a market is not known
     */
    List<ContractCall> of(Operation operation, SetMarkets markets, Holdings held) {
        VenueMarket market = markets.only();
        return switch (operation.kind()) {
            case SPLIT -> List.of(sets.split(condition(market), market.negRisk(), operation.quantity()));
            case MERGE -> List.of(sets.merge(condition(market), market.negRisk(), operation.quantity()));
            case REDEEM ->
                market.version() == MarketVersion.POSITIONS
                        ? redemptions(condition(market), markets.outcomes(), held.shares())
                        : List.of(sets.redeemAll(condition(market), market.negRisk()));
            case CONVERT -> conversions.of(markets, operation.quantity());
        };
    }

    private static ConditionId condition(VenueMarket market) {
        return ConditionId.of(market.version(), market.market().id().symbol());
    }

    private List<ContractCall> redemptions(ConditionId condition, List<MarketOutcome> outcomes, List<Long> held) {
        List<ContractCall> calls = new ArrayList<>();
        for (int i = 0; i < outcomes.size(); i++) {
            if (held.get(i) > 0) {
                int outcome = PositionId.parse(outcomes.get(i).token()).outcome();
                calls.add(sets.redeem(condition, outcome, Quantity.ofMicros(held.get(i))));
            }
        }
        return calls;
    }
}
