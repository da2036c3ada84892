package io.ploy.host.console;

/** What the process ends with. */
public final class ExitCode {
    /** Done. */
    public static final int OK = 0;
    /** It failed for a reason that is not in the request. */
    public static final int FAILURE = 1;
    /** The request cannot be carried out as given. */
    public static final int BAD_INPUT = 2;

    /** A run ended in order, and something is live, unknown or provisional. */
    public static final int LEFT_OVER = 3;

    /** A run ended because another process may trade the account now. */
    public static final int LEASE_LOST = 4;

    /** A journal or a register cannot be trusted. */
    public static final int DAMAGED = 5;

    /** Ended by Ctrl-C, as shells have it: 128 and the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {}
}
