package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.Optional;

/** Collects what became of cancels. */
final class CancelAnswer {
    private final ObjectNode answer = Bodies.object();
    private final ArrayNode cancelled = answer.putArray("canceled");
    private final ObjectNode others = answer.putObject("not_canceled");

    void add(String hash, Optional<String> refusal) {
        refusal.ifPresentOrElse(text -> others.put(hash, text), () -> cancelled.add(hash));
    }

    int cancelled() {
        return cancelled.size();
    }

    WireAnswer toWire() {
        return WireAnswer.json(answer.toString());
    }
}
