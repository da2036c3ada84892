package io.ploy.host.control;

import io.ploy.core.breaker.Scope;
import java.time.Instant;
import java.util.List;

/**
 * What a person asks of a running host.
 *
 * @param kind of it
 * @param scope what it is about
 * @param causes those to reset, limits as {@code key=value}, cash as {@code kind=amount}, or a risk rule's
 *     name; empty for a halt
 * @param who asks
 * @param why the reason
 * @param until after which it is not to be carried out any more: nobody waits for it then
 */
record ControlCommand(Kind kind, Scope scope, List<String> causes, String who, String why, Instant until) {
    enum Kind {
        HALT,
        /** No orders of strategies. */
        PAUSE,
        /** No new risk. */
        REDUCE_ONLY,
        /** Sells what is held. */
        FLATTEN,
        RESET,
        /** Limits that allow no more than now. */
        TIGHTEN,
        /** Limits that may allow more. */
        LOOSEN,
        /** A risk rule that failed. */
        SWITCH_ON,
        /** Cash that came or went besides trading. */
        BOOK
    }

    ControlCommand {
        causes = List.copyOf(causes);
    }
}
