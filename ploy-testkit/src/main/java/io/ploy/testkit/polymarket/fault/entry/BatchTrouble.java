package io.ploy.testkit.polymarket.fault.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.Cut;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;

/** Batches of which not everything is told, or told rightly. */
final class BatchTrouble implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.FEWER).help("What is wrong with the answer.");
    static final Parameter<Integer> LEG =
            Parameter.integer("leg", "1").between("1", "15").help("Which order's answer is meant.");
    static final Parameter<Integer> BYTES =
            Parameter.integer("bytes", "40").between("0", "100000").help("For CUT: how much of the body is sent.");

    /** What is wrong. */
    enum How {
        /** The answer of a leg is missing. */
        FEWER,
        /** A leg that was taken is answered without its id. */
        NO_ID,
        /** A leg that was taken is answered with an error text. */
        SUCCESS_WITH_TEXT,
        /** The whole batch is refused with 429. */
        TOO_MANY,
        /** The answer breaks off. */
        CUT
    }

    private final Injection injection;
    private final How how;

    BatchTrouble(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnRequest before(Ask ask) {
        return how == How.TOO_MANY && isBatch(ask) && injection.fires(ask)
                ? OnRequest.refuse(Effects.refusal(429, "Too Many Requests").with("Retry-After", "1"))
                : OnRequest.GO_ON;
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        if (how == How.TOO_MANY || answer.status() != Effects.OK || !isBatch(ask) || !injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        if (how == How.CUT) {
            return OnAnswer.send(answer).cutAt(Cut.inBody(injection.get(BYTES), Ending.CLOSE));
        }
        JsonNode body = Ask.read(answer.body()).deepCopy();
        return OnAnswer.send(Effects.withBody(answer, changed(body).toString()));
    }

    private JsonNode changed(JsonNode body) {
        int leg = Math.min(injection.get(LEG), body.size()) - 1;
        if (!(body instanceof ArrayNode legs) || leg < 0) {
            return body;
        }
        if (how == How.FEWER) {
            legs.remove(leg);
        } else if (legs.get(leg) instanceof ObjectNode told) {
            if (how == How.NO_ID) {
                told.put("orderID", "");
            } else {
                told.put("errorMsg", "order match delayed due to market conditions");
            }
        }
        return legs;
    }

    private static boolean isBatch(Ask ask) {
        return ask.is(Api.CLOB, "POST", "/orders");
    }
}
