package io.ploy.testkit.polymarket.order;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.Side;
import io.ploy.api.order.TimeInForce;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.math.BigInteger;

/** Reads orders of the second generation, and tells those of the first from what is no order at all. */
final class StrictOrderReader implements OrderReader {
    private static final int LARGEST_SIGNATURE_TYPE = 3;

    @Override
    public PostedOrder read(JsonNode json) {
        JsonNode order = json.path("order");
        if (isFirstGeneration(order)) {
            throw new RefusedException(400, "order_version_mismatch");
        }
        OrderMembers outer = new OrderMembers(json);
        return new PostedOrder(
                signed(new OrderMembers(order)),
                outer.text("owner"),
                outer.oneOf("orderType", TimeInForce.class),
                outer.flag("postOnly"),
                outer.flag("deferExec"));
    }

    /** What clients posted before the exchanges of domain 2; nothing of it can be traded. */
    private static boolean isFirstGeneration(JsonNode order) {
        return !order.has("timestamp") && (order.has("nonce") || order.has("feeRateBps"));
    }

    private static SignedOrder signed(OrderMembers order) {
        return new SignedOrder(
                BigInteger.valueOf(order.salt("salt")),
                order.address("maker"),
                order.address("signer"),
                order.number("tokenId").toString(),
                order.amount("makerAmount"),
                order.amount("takerAmount"),
                order.oneOf("side", Side.class),
                order.smallNumber("signatureType", LARGEST_SIGNATURE_TYPE),
                order.amount("timestamp"),
                order.amount("expiration"),
                order.bytes32("metadata"),
                order.bytes32("builder"),
                order.hex("signature"));
    }
}
