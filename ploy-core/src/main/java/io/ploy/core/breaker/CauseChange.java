package io.ploy.core.breaker;

import java.time.Instant;

/**
 * A cause was set or cleared. The changes of all runs, applied in their order, are the trading states; they are journalled
 * as they are.
 *
 * @param set whether it was set, or made more severe; else it was cleared
 * @param scope what it holds for
 * @param cause its name
 * @param severity what it does, or did
 * @param recovery what ends it, or ended it
 * @param who set or cleared it
 * @param why it was set or cleared
 * @param at when it was set first, or when it was cleared
 */
public record CauseChange(
        boolean set,
        Scope scope,
        String cause,
        Severity severity,
        Recovery recovery,
        String who,
        String why,
        Instant at) {
    static CauseChange set(Scope scope, Cause cause) {
        return new CauseChange(
                true, scope, cause.name(), cause.severity(), cause.recovery(), cause.who(), cause.why(), cause.since());
    }

    static CauseChange cleared(Scope scope, Cause cause, String who, String why, Instant at) {
        return new CauseChange(false, scope, cause.name(), cause.severity(), cause.recovery(), who, why, at);
    }

    Cause toCause() {
        return new Cause(cause, severity, recovery, who, why, at);
    }
}
