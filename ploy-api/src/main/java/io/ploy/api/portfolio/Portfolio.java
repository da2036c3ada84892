package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import io.ploy.api.money.Cash;
import java.time.Instant;
import java.util.List;

/**
 * What an account, or one strategy of it, holds at one moment. Immutable and thread-safe.
 *
 * @param at engine time
 * @param balance the account's cash
 * @param positions everything held or traded, in the order of the instruments
 * @param profitAndLoss over all positions
 */
@Stable
public record Portfolio(Instant at, Balance balance, List<Position> positions, ProfitAndLoss profitAndLoss) {
    /** Copies the list. */
    public Portfolio {
        positions = List.copyOf(positions);
    }

    /**
     * Cash and holdings at their marks.
     *
     * @return economic cash plus cost plus unrealised profit
     */
    public Cash equity() {
        Cash sum = balance.economic().plus(profitAndLoss.unrealised());
        for (Position position : positions) {
            sum = sum.plus(position.cost());
        }
        return sum;
    }
}
