package io.ploy.core.breaker;

import java.time.Instant;
import java.util.regex.Pattern;

/**
 * Why a scope may not trade freely.
 *
 * @param name what a person resets it by, lower case with hyphens, such as {@code daily-loss}
 * @param severity what it does
 * @param recovery what ends it
 * @param who set it: a breaker or a person
 * @param why with the numbers that were compared
 * @param since when it was set first
 */
public record Cause(String name, Severity severity, Recovery recovery, String who, String why, Instant since) {
    /** A person or a lost heartbeat stopped everything. */
    public static final String KILL_SWITCH = "kill-switch";

    /** A person paused a strategy or another scope: strategies' own orders are refused there, and only the host reduces. */
    public static final String PAUSED = "paused";

    /** A person allows only what hedges or reduces. */
    public static final String REDUCE_ONLY = "reduce-only";

    /** A halt ended, and books and venue were not compared since. */
    public static final String UNRECONCILED = "unreconciled";

    /** A halt that needed a person ended, and the person has not said yet that trading goes on. */
    public static final String SECOND_STEP = "second-step";

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** Checks the name. */
    public Cause {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "found cause '" + name + "', allowed lower-case words with hyphens between");
        }
    }

    /** The same cause with what is more severe of both: being set again never makes it milder, nor younger. */
    Cause worsenedBy(Cause other) {
        boolean worse = other.severity.compareTo(severity) > 0 || other.recovery.compareTo(recovery) > 0;
        return worse
                ? new Cause(
                        name,
                        other.severity.compareTo(severity) > 0 ? other.severity : severity,
                        other.recovery.compareTo(recovery) > 0 ? other.recovery : recovery,
                        other.who,
                        other.why,
                        since)
                : this;
    }
}
