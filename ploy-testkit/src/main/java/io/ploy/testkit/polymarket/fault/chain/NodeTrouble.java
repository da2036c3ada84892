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
import java.math.BigInteger;

/** A node of the chain that is slow, behind, or wrong. */
final class NodeTrouble implements Effect {
    static final Parameter<How> HOW = Parameter.choice("how", How.THROTTLED).help("What is wrong.");
    static final Parameter<Integer> BLOCKS =
            Parameter.integer("blocks", "30").between("1", "100000").help("For STALE: how many blocks it is behind.");
    private static final int HEX = 16;

    /** What is wrong. */
    enum How {
        /** Requests are refused with 429. */
        THROTTLED,
        /** The newest block is an old one. */
        STALE,
        /** Reads of contracts differ from those of another node. */
        DISAGREES,
        /** Transactions are refused as of an old nonce. */
        NONCE_TOO_LOW,
        /** Transactions are refused as paying too little. */
        UNDERPRICED
    }

    private final Injection injection;
    private final How how;

    NodeTrouble(Injection injection) {
        this.injection = injection;
        how = injection.get(HOW);
    }

    @Override
    public OnRequest before(Ask ask) {
        if (ask.request().api() != Api.CHAIN) {
            return OnRequest.GO_ON;
        }
        boolean sends = method(ask).equals("eth_sendRawTransaction");
        return switch (how) {
            case THROTTLED ->
                injection.fires(ask)
                        ? OnRequest.refuse(WireAnswer.json(429, error(ask, -32005, "rate limit exceeded")))
                        : OnRequest.GO_ON;
            case NONCE_TOO_LOW ->
                sends && injection.fires(ask)
                        ? OnRequest.refuse(WireAnswer.json(error(ask, -32000, "nonce too low")))
                        : OnRequest.GO_ON;
            case UNDERPRICED ->
                sends && injection.fires(ask)
                        ? OnRequest.refuse(WireAnswer.json(error(ask, -32000, "transaction underpriced")))
                        : OnRequest.GO_ON;
            default -> OnRequest.GO_ON;
        };
    }

    @Override
    public OnAnswer after(Ask ask, WireAnswer answer) {
        boolean meant = ask.request().api() == Api.CHAIN
                && ((how == How.STALE && method(ask).equals("eth_blockNumber"))
                        || (how == How.DISAGREES && method(ask).equals("eth_call")));
        JsonNode json = meant ? Ask.read(answer.body()).deepCopy() : null;
        if (!(json instanceof ObjectNode told)
                || !told.path("result").asText().matches("0x[0-9a-fA-F]+")
                || !injection.fires(ask)) {
            return OnAnswer.send(answer);
        }
        String result = told.path("result").asText();
        BigInteger value = new BigInteger(result.substring(2), HEX);
        BigInteger changed = how == How.STALE
                ? value.subtract(BigInteger.valueOf(injection.get(BLOCKS))).max(BigInteger.ZERO)
                : value.xor(BigInteger.ONE);
        String hex = changed.toString(HEX);
        told.put("result", "0x" + (how == How.STALE ? hex : "0".repeat(result.length() - 2 - hex.length()) + hex));
        return OnAnswer.send(Effects.withBody(answer, told.toString()));
    }

    private static String method(Ask ask) {
        return ask.body().path("method").asText();
    }

    private static String error(Ask ask, int code, String text) {
        return "{\"jsonrpc\":\"2.0\",\"id\":" + ask.body().path("id") + ",\"error\":{\"code\":" + code
                + ",\"message\":\"" + text + "\"}}";
    }
}
