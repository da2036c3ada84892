package io.ploy.connectors.polymarket.clob;

/**
 * The answer to a heartbeat.
 *
 * @param accepted whether it counted; if not, send one with {@code nextId} at once
 * @param nextId what the next heartbeat carries; empty starts anew
 */
public record Heartbeat(boolean accepted, String nextId) {
    /** What the first heartbeat carries. */
    public static final String FIRST = "";
}
