package io.ploy.testkit.polymarket.order;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.Side;
import io.ploy.api.signing.Address;
import org.web3j.crypto.StructuredDataEncoder;

/** Hashes orders with web3j's encoder of any typed data, which knows nothing of orders but what stands here. */
final class GenericEncoder {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long chainId;
    private final String version;
    private final String exchange;

    GenericEncoder(long chainId, String version, String exchange) {
        this.chainId = chainId;
        this.version = version;
        this.exchange = exchange;
    }

    /** The digest of an order, which is its id, and what keys sign that are no wallet's. */
    byte[] digest(SignedOrder order) throws Exception {
        return new StructuredDataEncoder(plain(order).toString()).hashStructuredData();
    }

    /** The digest that the key of a deposit wallet signs. */
    byte[] digest(SignedOrder order, Address wallet) throws Exception {
        ObjectNode data = plain(order);
        ObjectNode contents = (ObjectNode) data.path("message");
        members(
                data.withObject("types").putArray("TypedDataSign"),
                "Order contents",
                "string name",
                "string version",
                "uint256 chainId",
                "address verifyingContract",
                "bytes32 salt");
        data.put("primaryType", "TypedDataSign");
        data.putObject("message")
                .put("name", "DepositWallet")
                .put("version", "1")
                .put("chainId", Long.toString(chainId))
                .put("verifyingContract", wallet.checksummed())
                .put("salt", "0x" + "00".repeat(32))
                .set("contents", contents);
        return new StructuredDataEncoder(data.toString()).hashStructuredData();
    }

    private ObjectNode plain(SignedOrder order) {
        ObjectNode data = JSON.createObjectNode();
        ObjectNode types = data.putObject("types");
        members(
                types.putArray("EIP712Domain"),
                "string name",
                "string version",
                "uint256 chainId",
                "address verifyingContract");
        members(
                types.putArray("Order"),
                "uint256 salt",
                "address maker",
                "address signer",
                "uint256 tokenId",
                "uint256 makerAmount",
                "uint256 takerAmount",
                "uint8 side",
                "uint8 signatureType",
                "uint256 timestamp",
                "bytes32 metadata",
                "bytes32 builder");
        data.put("primaryType", "Order");
        data.putObject("domain")
                .put("name", "Polymarket CTF Exchange")
                .put("version", version)
                .put("chainId", chainId)
                .put("verifyingContract", exchange);
        data.putObject("message")
                .put("salt", order.salt().toString())
                .put("maker", order.maker().checksummed())
                .put("signer", order.signer().checksummed())
                .put("tokenId", order.tokenId())
                .put("makerAmount", Long.toString(order.makerAmount()))
                .put("takerAmount", Long.toString(order.takerAmount()))
                .put("side", order.side() == Side.BUY ? 0 : 1)
                .put("signatureType", order.signatureType())
                .put("timestamp", Long.toString(order.timestamp()))
                .put("metadata", order.metadata())
                .put("builder", order.builder());
        return data;
    }

    private static void members(ArrayNode type, String... members) {
        for (String member : members) {
            String[] words = member.split(" ", 2);
            type.addObject().put("type", words[0]).put("name", words[1]);
        }
    }
}
