package io.ploy.connectors.polymarket;

/** A frame is no JSON, or nests deeper than any message does. It has no stack: it is caught at once and counted. */
final class NotJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    NotJsonException() {
        super("no JSON", null, false, false);
    }
}
