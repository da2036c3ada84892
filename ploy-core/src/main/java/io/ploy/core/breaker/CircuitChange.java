package io.ploy.core.breaker;

import java.time.Duration;
import java.time.Instant;

/**
 * A circuit opened, half opened or closed.
 *
 * @param circuit its name
 * @param from what it was
 * @param to what it is
 * @param baseWait what the next wait is made of, without its jitter
 * @param until when a probe may half open it at the earliest
 * @param why with the numbers that were compared
 * @param at when
 */
public record CircuitChange(
        String circuit, CircuitState from, CircuitState to, Duration baseWait, Instant until, String why, Instant at) {}
