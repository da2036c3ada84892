package io.ploy.connectors.polymarket;

/** A frame is no JSON, or nests deeper than any message does. Always the same one: it is caught at once and counted. */
final class NotJsonException extends Exception {
    static final NotJsonException INSTANCE = new NotJsonException();
    private static final long serialVersionUID = 1L;

    private NotJsonException() {
        super("no JSON", null, false, false);
    }
}
