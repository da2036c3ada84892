package io.ploy.testkit.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.testkit.polymarket.typeddata.Words;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** The hashes of an order's structure, the same for every exchange. Source: the exchange contracts, domains 2 and 3. */
final class OrderHash {
    static final String TYPE = "Order(uint256 salt,address maker,address signer,uint256 tokenId,uint256 makerAmount,"
            + "uint256 takerAmount,uint8 side,uint8 signatureType,uint256 timestamp,bytes32 metadata,bytes32 builder)";

    private static final byte[] TYPE_HASH = hash(TYPE);
    private static final byte[] WALLET_TYPE_HASH =
            hash("TypedDataSign(Order contents,string name,string version,uint256 chainId,address verifyingContract,"
                    + "bytes32 salt)" + TYPE);
    private static final byte[] WALLET_NAME = hash("DepositWallet");
    private static final byte[] WALLET_VERSION = hash("1");

    private OrderHash() {}

    private static byte[] hash(String text) {
        return Keccak256.of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of the order. */
    static byte[] of(SignedOrder order) {
        return new Words(12)
                .bytes(TYPE_HASH)
                .number(order.salt())
                .address(order.maker())
                .address(order.signer())
                .number(new BigInteger(order.tokenId()))
                .number(order.makerAmount())
                .number(order.takerAmount())
                .number(order.side() == Side.BUY ? 0 : 1)
                .number(order.signatureType())
                .number(order.timestamp())
                .bytes(HexFormat.of()
                        .parseHex(order.metadata(), 2, order.metadata().length()))
                .bytes(HexFormat.of()
                        .parseHex(order.builder(), 2, order.builder().length()))
                .hash();
    }

    /** The hash of an order inside what a deposit wallet's key signs. Source: ERC-7739. */
    static byte[] inWallet(byte[] order, Address wallet, long chainId) {
        return new Words(7)
                .bytes(WALLET_TYPE_HASH)
                .bytes(order)
                .bytes(WALLET_NAME)
                .bytes(WALLET_VERSION)
                .number(chainId)
                .address(wallet)
                .number(0)
                .hash();
    }
}
