package io.ploy.core.breaker;

/**
 * A breaker saw evidence that what it may have tripped on is over.
 *
 * @param breaker its name, which is the cause's
 * @param scope what was stopped
 * @param why what it saw
 */
public record Clear(String breaker, Scope scope, String why) {}
