package io.ploy.testkit.polymarket.fault.chain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Effect;
import io.ploy.testkit.polymarket.fault.Effects;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.UUID;

/** A relayer that refuses, or says one thing and does another. */
final class RelayerTrouble implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.QUOTA).help("What goes wrong.");

    /** What goes wrong. */
    enum How {
        /** Submissions are refused with 429. */
        QUOTA,
        /** Submissions are refused as calls that are not allowed. */
        BLOCKED,
        /** Submissions are refused as of an old nonce. */
        STALE_NONCE,
        /** Transactions are told as new for ever. */
        NEVER_BROADCAST,
        /** Submissions are taken and told confirmed, and nothing happens. */
        NO_EFFECT
    }

    private final Injection injection;
    private final How how;

    RelayerTrouble(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnRequest before(Ask ask) {
        boolean submits = ask.is(Api.RELAYER, "POST", "/submit");
        if (how == How.NEVER_BROADCAST || !submits || !injection.fires(ask)) {
            return OnRequest.GO_ON;
        }
        return OnRequest.refuse(
                switch (how) {
                    case QUOTA -> Effects.refusal(429, "quota exceeded").with("Retry-After", "60");
                    case BLOCKED -> Effects.refusal(400, "call blocked: method not allowed");
                    case STALE_NONCE -> Effects.refusal(400, "invalid nonce");
                    default ->
                        WireAnswer.json("{\"transactionID\":\"" + id()
                                + "\",\"state\":\"STATE_NEW\",\"hash\":\"\",\"transactionHash\":\"\"}");
                });
    }

    private String id() {
        return new UUID(injection.random().nextLong(), injection.random().nextLong()).toString();
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean reads = ask.request().api() == Api.RELAYER
                && ask.request().method().equals("GET")
                && ask.request().path().contains("transaction");
        if (!reads || !injection.trigger().isOpen()) {
            return OnAnswer.send(answer);
        }
        return switch (how) {
            case NEVER_BROADCAST -> OnAnswer.send(asNew(ask, answer));
            case NO_EFFECT -> OnAnswer.send(confirmed(ask, answer));
            default -> OnAnswer.send(answer);
        };
    }

    private WireAnswer asNew(Ask ask, WireAnswer answer) {
        JsonNode json = Ask.read(answer.body());
        JsonNode changed = json.deepCopy();
        changed.findParents("state").forEach(row -> ((ObjectNode) row).put("state", "STATE_NEW"));
        return changed.equals(json) || !injection.fires(ask) ? answer : Effects.withBody(answer, changed.toString());
    }

    /** A transaction the relayer never had is told as done. */
    private static WireAnswer confirmed(Ask ask, WireAnswer answer) {
        String id = ask.request().parameter("id").orElse("");
        JsonNode json = Ask.read(answer.body());
        boolean unknown = answer.status() != Effects.OK || json.isEmpty();
        if (!unknown || id.isEmpty()) {
            return answer;
        }
        return WireAnswer.json("[{\"transactionID\":\"" + id + "\",\"transactionHash\":\"0x" + "0f".repeat(32)
                + "\",\"state\":\"STATE_CONFIRMED\"}]");
    }
}
