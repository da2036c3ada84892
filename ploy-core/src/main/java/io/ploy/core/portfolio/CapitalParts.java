package io.ploy.core.portfolio;

import io.ploy.api.market.Market;
import java.util.List;

/** Says in which parts of a domain's capital a market counts. Called on the engine thread; returns at once. */
@FunctionalInterface
public interface CapitalParts {
    /** No parts. */
    CapitalParts NONE = market -> List.of();

    /**
     * The parts of a market.
     *
     * @param market as last known
     * @return their names, each once
     */
    List<String> of(Market market);
}
