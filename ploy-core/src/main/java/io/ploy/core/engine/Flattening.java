package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Quantity;
import io.ploy.core.breaker.Scope;
import java.time.Instant;
import java.util.List;

/**
 * How far the sale of everything in a scope is.
 *
 * @param scope what is sold
 * @param since when it began
 * @param attempt the one under way, from 1
 * @param attempts how many there are at most, one every 2 seconds
 * @param over whether it ended
 * @param left what is still held there, and why
 */
public record Flattening(Scope scope, Instant since, int attempt, int attempts, boolean over, List<Left> left) {
    /** Copies the list. */
    public Flattening {
        left = List.copyOf(left);
    }

    /**
     * What is still held.
     *
     * @param strategy by which
     * @param instrument of what
     * @param outcome the same for people: the market's question and the outcome's name
     * @param quantity confirmed and not
     * @param why in words
     */
    public record Left(String strategy, InstrumentId instrument, String outcome, Quantity quantity, String why) {
        @Override
        public String toString() {
            return quantity + " shares of " + outcome + " (" + strategy + "): " + why;
        }
    }
}
