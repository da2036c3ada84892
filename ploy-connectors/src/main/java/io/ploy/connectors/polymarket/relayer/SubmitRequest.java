package io.ploy.connectors.polymarket.relayer;

/**
 * What the relayer is asked to send: a JSON body that is signed and complete. Whoever has it can have it carried out once, so
 * it is neither printed nor kept.
 */
public final class SubmitRequest {
    private final String type;
    private final byte[] body;

    SubmitRequest(String type, byte[] body) {
        this.type = type;
        this.body = body;
    }

    /** The relayer's word for it, such as {@code SAFE} or {@code WALLET-CREATE}. */
    public String type() {
        return type;
    }

    /** The JSON body, the caller's own. */
    public byte[] body() {
        return body.clone();
    }

    @Override
    public String toString() {
        return type + " request of " + body.length + " bytes";
    }
}
