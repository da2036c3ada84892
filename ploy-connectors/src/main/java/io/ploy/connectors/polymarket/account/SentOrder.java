package io.ploy.connectors.polymarket.account;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.ploy.api.market.Side;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.TimeInForce;
import java.io.IOException;

/**
 * What the gateway has to know of an order it sends, read from the order's own bytes, so that one of an earlier run is
 * known as well.
 *
 * @param token the outcome
 * @param side buying or selling
 * @param timeInForce how long it stays
 * @param postOnly whether it may only rest
 */
record SentOrder(String token, Side side, TimeInForce timeInForce, boolean postOnly) {
    private static final JsonFactory JSON = new JsonFactory();

    /**
     * Reads an order's bytes.
     *
     * @throws IllegalArgumentException if they are no order of this connector
     */
    static SentOrder of(PreparedOrder order) {
        String token = null;
        Side side = null;
        TimeInForce timeInForce = null;
        boolean postOnly = false;
        try (JsonParser in = JSON.createParser(order.body())) {
            while (in.nextToken() != null) {
                if (in.currentToken() != JsonToken.FIELD_NAME) {
                    continue;
                }
                String name = in.currentName();
                in.nextToken();
                switch (name) {
                    case "tokenId" -> token = in.getText();
                    case "side" -> side = Side.valueOf(in.getText());
                    case "orderType" -> timeInForce = TimeInForce.valueOf(in.getText());
                    case "postOnly" -> postOnly = in.getBooleanValue();
                    default -> {
                        // The venue's business.
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException("the bytes of " + order + " are no order of this venue", e);
        }
        if (token == null || side == null || timeInForce == null) {
            throw new IllegalArgumentException("the bytes of " + order + " lack token, side or time in force");
        }
        return new SentOrder(token, side, timeInForce, postOnly);
    }
}
