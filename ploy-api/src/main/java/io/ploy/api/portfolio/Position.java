package io.ploy.api.portfolio;

import io.ploy.api.Stable;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;

/**
 * What is held of one instrument.
 *
 * @param instrument what is held
 * @param economic provisional and confirmed shares, less what was sold provisionally
 * @param confirmed shares that are final and not being sold by a provisional fill
 * @param sellable confirmed shares that no open order and no operation claims
 * @param cost what the economic shares cost, without fees, at average cost
 * @param realised profit of what was sold, merged or redeemed, before fees; provisional sales included
 * @param fees all fees paid
 */
@Stable
public record Position(
        InstrumentId instrument,
        Quantity economic,
        Quantity confirmed,
        Quantity sellable,
        Cash cost,
        Cash realised,
        Cash fees) {
    /**
     * Nothing held.
     *
     * @param instrument of what
     * @return all zero
     */
    public static Position flat(InstrumentId instrument) {
        return new Position(instrument, Quantity.ZERO, Quantity.ZERO, Quantity.ZERO, Cash.ZERO, Cash.ZERO, Cash.ZERO);
    }

    /**
     * Whether nothing is held.
     *
     * @return true if the economic quantity is zero
     */
    public boolean isFlat() {
        return economic.isZero();
    }
}
