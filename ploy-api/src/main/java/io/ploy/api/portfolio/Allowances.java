package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import io.ploy.api.market.InstrumentId;

/**
 * What a venue may take of an account, as it was read once.
 *
 * <p><b>Threading.</b> Any thread; answers at once, from memory.
 */
@Experimental
@FunctionalInterface
public interface Allowances {
    /** Of which nothing is said. */
    Allowances NOT_STATED = instrument -> Allowance.NOT_STATED;

    /**
     * What may be taken to settle orders in an instrument. Also for markets that were listed since it was read.
     *
     * @param instrument any of the venue
     * @return {@link Allowance#NOT_STATED} where nothing is known
     */
    Allowance of(InstrumentId instrument);
}
