package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;

/** What holdings are worth. Called on the engine thread; returns at once. */
@FunctionalInterface
public interface Marks {
    /** Nothing is worth anything: the lower bound. */
    Marks NONE = (instrument, sizeMicros) -> 0;

    /**
     * What a whole holding would bring if it were sold to those who bid now, after the taker fee.
     *
     * @param instrument what is held
     * @param sizeMicros micro-shares held, above 0
     * @return USD micros for all of it, 0 where nobody bids
     */
    long bidNetMicros(InstrumentId instrument, long sizeMicros);
}
