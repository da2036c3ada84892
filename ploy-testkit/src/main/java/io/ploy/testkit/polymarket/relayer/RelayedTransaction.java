package io.ploy.testkit.polymarket.relayer;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.chain.Receipt;
import java.time.Instant;

/** One submission and how far it is. Used on the venue's thread. */
final class RelayedTransaction {
    private final String id;
    private final RelayerCaller owner;
    private final RelayRequest request;
    private final Instant createdAt;
    private Instant updatedAt;
    private State state = State.NEW;
    private String hash = "";
    private String error = "";

    /** As the venue names them. */
    enum State {
        NEW,
        EXECUTED,
        MINED,
        CONFIRMED,
        INVALID,
        FAILED
    }

    RelayedTransaction(String id, RelayerCaller owner, RelayRequest request, Instant now) {
        this.id = id;
        this.owner = owner;
        this.request = request;
        createdAt = now;
        updatedAt = now;
    }

    String id() {
        return id;
    }

    RelayRequest request() {
        return request;
    }

    boolean isOf(RelayerCaller caller) {
        return owner.equals(caller);
    }

    /** It cannot be done and is not sent. */
    void invalid(String reason, Instant now) {
        error = reason;
        move(State.INVALID, now);
    }

    void executed(String transactionHash, Instant now) {
        hash = transactionHash;
        move(State.EXECUTED, now);
    }

    void mined(Receipt receipt, Instant now) {
        error = receipt.reason();
        move(receipt.success() ? State.MINED : State.FAILED, now);
    }

    void confirmed(Instant now) {
        move(State.CONFIRMED, now);
    }

    private void move(State to, Instant now) {
        state = to;
        updatedAt = now;
    }

    String hash() {
        return hash;
    }

    /** What is said to who submitted it. */
    ObjectNode brief() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("transactionID", id)
                .put("transactionHash", hash)
                .put("state", "STATE_" + state);
    }

    /** Everything. */
    ObjectNode json() {
        ObjectNode json = brief();
        json.put("from", request.from().hex());
        json.put("to", request.to().hex());
        json.put("proxyAddress", request.wallet().hex());
        json.put("data", request.data());
        json.put("nonce", request.nonce().map(String::valueOf).orElse(""));
        json.put("value", "0");
        json.put("signature", request.signature());
        json.put("type", request.kind().word());
        json.put("metadata", request.metadata());
        if (!error.isEmpty()) {
            json.put("errorMsg", error);
        }
        json.put("createdAt", createdAt.toString());
        json.put("updatedAt", updatedAt.toString());
        return json;
    }
}
