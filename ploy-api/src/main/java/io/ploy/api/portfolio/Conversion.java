package io.ploy.api.portfolio;

import io.ploy.api.Experimental;
import io.ploy.api.market.MarketId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which markets of an event of negative risk a conversion takes shares of, and which it gives shares of: one share of the second
 * outcome (No) of each market that is given becomes one share of the first outcome (Yes) of each that is received, and one
 * USD less than there are markets given. The worth is the same whichever market of the event comes true, and one USD a set
 * less if none does.
 *
 * <p>Source: the venue's contracts, {@code convertPositions} of the adapter of negative risk.
 *
 * @param given markets whose second outcome is given up, at least one
 * @param received all other markets of the event, whose first outcome is received; none where all are given
 */
@Experimental
public record Conversion(List<MarketId> given, List<MarketId> received) {
    /**
     * Checks the markets.
     *
     * @throws IllegalArgumentException if none is given, or one is named twice
     */
    public Conversion {
        given = List.copyOf(given);
        received = List.copyOf(received);
        if (given.isEmpty()) {
            throw new IllegalArgumentException("a conversion gives up shares of one market at least");
        }
        Set<MarketId> all = new HashSet<>(given);
        all.addAll(received);
        if (all.size() != given.size() + received.size()) {
            throw new IllegalArgumentException("a market is named twice: given " + given + ", received " + received);
        }
    }

    /**
     * USD that a quantity brings.
     *
     * @param micros of shares of each market that is given
     * @return micros of USD
     * @throws ArithmeticException on overflow
     */
    public long cashMicros(long micros) {
        return Math.multiplyExact(given.size() - 1L, micros);
    }
}
