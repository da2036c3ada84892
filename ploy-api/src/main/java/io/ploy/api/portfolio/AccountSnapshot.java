package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a venue says an account holds.
 *
 * @param collateral cash
 * @param holdings shares by instrument; every instrument that was asked for is there, one that is not was not read
 * @param complete whether every page was read and none contradicted another; an incomplete answer proves nothing
 * @param at when reading began
 * @param allowances what the venue may take of it
 * @param credits what the venue paid besides trading within the last day, as far as it lists that; it may list it later than
 *     it pays, and a venue that lists nothing has none
 */
@Experimental
public record AccountSnapshot(
        Cash collateral,
        Map<InstrumentId, Quantity> holdings,
        boolean complete,
        Instant at,
        Allowances allowances,
        List<Credit> credits) {
    /** Copies the collections. */
    public AccountSnapshot {
        holdings = Map.copyOf(holdings);
        credits = List.copyOf(credits);
    }

    /**
     * A venue that says nothing of allowances and lists no credits.
     *
     * @param collateral cash
     * @param holdings shares by instrument
     * @param complete whether every page was read and none contradicted another
     * @param at when reading began
     */
    public AccountSnapshot(Cash collateral, Map<InstrumentId, Quantity> holdings, boolean complete, Instant at) {
        this(collateral, holdings, complete, at, Allowances.NOT_STATED, List.of());
    }
}
