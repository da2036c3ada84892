package io.ploy.core.breaker;

import io.ploy.api.money.Cash;
import java.time.LocalDate;

/**
 * What one scope made of a day so far, against the most it may lose.
 *
 * @param scope the account, a domain or a strategy
 * @param day in UTC
 * @param profit negative for a loss, fees included
 * @param limit of the loss, positive
 * @param marked whether everything held has a trusted mark; else {@code profit} is only its lower bound
 */
public record DayFigures(Scope scope, LocalDate day, Cash profit, Cash limit, boolean marked) {
    /** Checks scope and limit. */
    public DayFigures {
        if (scope.kind() == Scope.Kind.EVENT || scope.kind() == Scope.Kind.MARKET) {
            throw new IllegalArgumentException("found " + scope + ", allowed the account, a domain or a strategy");
        }
        if (limit.micros() <= 0) {
            throw new IllegalArgumentException("limit: found " + limit + ", allowed above 0");
        }
    }
}
