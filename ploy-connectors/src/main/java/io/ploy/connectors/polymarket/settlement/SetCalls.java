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

    SetCalls(Chain chain) {
        this.sets = new OutcomeSets(chain);
    }

    /**
     * The calls.
     *
     * @param held what there is; a redemption is of all of it, so it must not be nothing
     * @throws IllegalArgumentException if the market's version or the contract is not known
     */
    List<ContractCall> of(Operation operation, VenueMarket market, Holdings held) {
        ConditionId condition =
                ConditionId.of(market.version(), operation.market().symbol());
        return switch (operation.kind()) {
            case SPLIT -> List.of(sets.split(condition, market.negRisk(), operation.quantity()));
            case MERGE -> List.of(sets.merge(condition, market.negRisk(), operation.quantity()));
            case REDEEM ->
                market.version() == MarketVersion.POSITIONS
                        ? redemptions(condition, market, held)
                        : List.of(sets.redeemAll(condition, market.negRisk()));
        };
    }

    private List<ContractCall> redemptions(ConditionId condition, VenueMarket market, Holdings held) {
        List<ContractCall> calls = new ArrayList<>();
        if (held.first() > 0) {
            calls.add(redemption(condition, market.market().first().instrument().symbol(), held.first()));
        }
        if (held.second() > 0) {
            calls.add(
                    redemption(condition, market.market().second().instrument().symbol(), held.second()));
        }
        return calls;
    }

    private ContractCall redemption(ConditionId condition, String position, long micros) {
        return sets.redeem(condition, PositionId.parse(position).outcome(), Quantity.ofMicros(micros));
    }
}
