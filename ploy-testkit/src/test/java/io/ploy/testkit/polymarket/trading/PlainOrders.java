package io.ploy.testkit.polymarket.trading;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.Side;
import io.ploy.api.order.TimeInForce;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.order.OrderReader;
import io.ploy.testkit.polymarket.order.OrderVerifier;
import io.ploy.testkit.polymarket.order.PostedOrder;
import io.ploy.testkit.polymarket.order.SignedOrder;
import io.ploy.testkit.polymarket.wire.RefusedException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads orders that are well formed, and takes every signature for good but one. */
final class PlainOrders implements OrderReader, OrderVerifier {
    static final String BAD_SIGNATURE = "0xbad0";

    @Override
    public PostedOrder read(JsonNode json) {
        JsonNode order = json.path("order");
        if (!order.isObject()) {
            throw new RefusedException(400, "Invalid order payload");
        }
        return new PostedOrder(
                new SignedOrder(
                        BigInteger.valueOf(order.path("salt").longValue()),
                        new Address(order.path("maker").textValue()),
                        new Address(order.path("signer").textValue()),
                        order.path("tokenId").textValue(),
                        Long.parseLong(order.path("makerAmount").textValue()),
                        Long.parseLong(order.path("takerAmount").textValue()),
                        Side.valueOf(order.path("side").textValue()),
                        order.path("signatureType").intValue(),
                        Long.parseLong(order.path("timestamp").textValue()),
                        Long.parseLong(order.path("expiration").textValue()),
                        order.path("metadata").asText(),
                        order.path("builder").textValue(),
                        order.path("signature").textValue()),
                json.path("owner").textValue(),
                TimeInForce.valueOf(json.path("orderType").textValue()),
                json.path("postOnly").booleanValue(),
                json.path("deferExec").booleanValue());
    }

    @Override
    public String hash(SignedOrder order, ListedMarket market) {
        try {
            byte[] text = order.toString().getBytes(StandardCharsets.UTF_8);
            return "0x"
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void verify(SignedOrder order, ListedMarket market, VenueAccount account) {
        if (order.signature().equals(BAD_SIGNATURE)) {
            throw new RefusedException(400, "invalid signature");
        }
    }
}
