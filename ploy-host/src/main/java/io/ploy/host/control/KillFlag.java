package io.ploy.host.control;

/**
 * The file that stops all trading while it is there, and at the next start.
 *
 * @param id of the kill, for its answer; empty if no command made the file
 * @param who asked
 * @param why the reason
 */
record KillFlag(String id, String who, String why) {
    /** A file that somebody made by hand. */
    static final KillFlag UNSIGNED = new KillFlag("", "somebody", "the file KILL is in the control folder");
}
