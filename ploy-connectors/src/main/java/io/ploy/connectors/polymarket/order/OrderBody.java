package io.ploy.connectors.polymarket.order;

import io.ploy.api.order.TimeInForce;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.nio.charset.StandardCharsets;

/**
 * An order as it is sent: compact JSON with its members in the order the venue's own client has them. What is signed is
 * read from what was signed. Source: the body of {@code POST /order} in the venue's documentation.
 *
 * <p><b>Threading.</b> Not thread-safe.
 */
final class OrderBody {
    private static final byte[] TRUE = ascii("true");
    private static final byte[] FALSE = ascii("false");
    private static final byte[] POST_ONLY = ascii(",\"postOnly\":");
    private static final byte[] SALT = ascii(",\"order\":{\"salt\":");
    private static final byte[] MAKER_AMOUNT = ascii("\",\"makerAmount\":\"");
    private static final byte[] TAKER_AMOUNT = ascii("\",\"takerAmount\":\"");
    private static final byte[] BUY = ascii("\",\"side\":\"BUY\"");
    private static final byte[] SELL = ascii("\",\"side\":\"SELL\"");
    private static final byte[] EXPIRATION = ascii("\",\"expiration\":\"");
    private static final byte[] OWNER = ascii("\"},\"owner\":\"");
    private static final byte[] ORDER_TYPE = ascii("\",\"orderType\":\"");
    private static final byte[] END = ascii("\"}");
    private static final byte[][] WORDS = words();

    private final JsonBytes json = new JsonBytes();
    private final byte[] begin;
    private final byte[] accountAndToken;
    private final byte[] typeAndTimestamp;
    private final byte[] extrasAndSignature;

    /** Writes what is the same in all orders of an account. */
    OrderBody(Wallet wallet, OrderOptions options) {
        begin = ascii("{\"deferExec\":" + options.deferExecution());
        accountAndToken = ascii(",\"maker\":\"" + wallet.funder().checksummed() + "\",\"signer\":\""
                + wallet.orderSigner().checksummed() + "\",\"tokenId\":\"");
        typeAndTimestamp = ascii(",\"signatureType\":" + wallet.kind().signatureType() + ",\"timestamp\":\"");
        extrasAndSignature = ascii("\",\"metadata\":\"" + options.metadata().hex() + "\",\"builder\":\""
                + options.builder().hex() + "\",\"signature\":\"0x");
    }

    /**
     * Writes an order.
     *
     * @param order hashed and checked
     * @param token what it is for
     * @param signature as it is sent
     * @param owner the API key, plain characters
     * @param terms how it may trade
     */
    byte[] write(OrderStruct order, Token token, byte[] signature, byte[] owner, OrderTerms terms) {
        json.clear();
        json.put(begin).put(POST_ONLY).put(terms.postOnly() ? TRUE : FALSE);
        json.put(SALT).put(order.number(OrderField.SALT));
        json.put(accountAndToken).put(token.text());
        json.put(MAKER_AMOUNT).put(order.number(OrderField.MAKER_AMOUNT));
        json.put(TAKER_AMOUNT).put(order.number(OrderField.TAKER_AMOUNT));
        json.put(order.number(OrderField.SIDE) == 0 ? BUY : SELL);
        json.put(typeAndTimestamp).put(order.number(OrderField.TIMESTAMP));
        json.put(EXPIRATION).put(terms.expirationSeconds());
        json.put(extrasAndSignature).putHex(signature);
        json.put(OWNER).put(owner);
        json.put(ORDER_TYPE).put(WORDS[terms.timeInForce().ordinal()]).put(END);
        return json.toBytes();
    }

    private static byte[][] words() {
        TimeInForce[] all = TimeInForce.values();
        byte[][] words = new byte[all.length][];
        for (TimeInForce timeInForce : all) {
            words[timeInForce.ordinal()] = ascii(timeInForce.name());
        }
        return words;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
