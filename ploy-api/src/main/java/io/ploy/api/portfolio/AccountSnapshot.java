package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.Map;

/**
 * What a venue says an account holds.
 *
 * @param collateral cash
 * @param holdings shares by instrument; every instrument that was asked for is there, one that is not was not read
 * @param complete whether every page was read and none contradicted another; an incomplete answer proves nothing
 * @param at when reading began
 */
@Experimental
public record AccountSnapshot(Cash collateral, Map<InstrumentId, Quantity> holdings, boolean complete, Instant at) {
    /** Copies the map. */
    public AccountSnapshot {
        holdings = Map.copyOf(holdings);
    }
}
