package io.ploy.core.portfolio;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import org.jspecify.annotations.Nullable;

/** Finds the market of an instrument. Called on the engine thread; returns at once. */
@FunctionalInterface
public interface MarketLookup {
    /**
     * The market an instrument belongs to.
     *
     * @param instrument any instrument
     * @return as last known, or null if nothing is known of it
     */
    @Nullable
    Market marketOf(InstrumentId instrument);
}
