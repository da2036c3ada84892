package io.ploy.host.control;

import io.ploy.core.breaker.Recovery;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Severity;
import java.time.Instant;

/**
 * A cause that is set.
 *
 * @param scope for what
 * @param name what it is reset by
 * @param severity what it does
 * @param recovery what ends it
 * @param who set it
 * @param why in words, with the numbers compared
 * @param since when
 */
public record ActiveCause(
        Scope scope, String name, Severity severity, Recovery recovery, String who, String why, Instant since) {}
