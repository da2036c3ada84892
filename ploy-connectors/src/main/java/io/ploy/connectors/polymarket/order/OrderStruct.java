package io.ploy.connectors.polymarket.order;

import io.ploy.api.market.Side;
import io.ploy.api.signing.Keccak256;
import io.ploy.connectors.polymarket.protocol.ExchangeDomain;
import io.ploy.connectors.polymarket.protocol.TypedData;
import io.ploy.connectors.polymarket.protocol.Wallet;

/**
 * What is signed of an order, encoded word by word into memory that is used again for the next. The same for domains 2 and
 * 3. Everything that is sent of these fields is read back from here, so that what is sent is what is signed. Allocates
 * nothing.
 *
 * <p><b>Threading.</b> Not thread-safe.
 */
final class OrderStruct {
    /** The structure as EIP-712 writes it. */
    static final String TYPE = "Order(uint256 salt,address maker,address signer,uint256 tokenId,uint256 makerAmount,"
            + "uint256 takerAmount,uint8 side,uint8 signatureType,uint256 timestamp,bytes32 metadata,bytes32 builder)";

    /** Where the structure's hash stands in {@link #message()}. */
    static final int HASH = 2 + TypedData.WORD;

    /** Where the domain's separator stands in {@link #message()}. */
    static final int SEPARATOR = 2;

    private static final byte[] TYPE_HASH = TypedData.hash(TYPE);

    private final Keccak256 keccak;
    private final byte[] words = new byte[OrderField.COUNT * TypedData.WORD];
    private final byte[] message = TypedData.message(new byte[TypedData.WORD]);
    private final byte[] digest = new byte[Keccak256.LENGTH];

    /** Writes what is the same in all orders of an account. */
    OrderStruct(Wallet wallet, OrderOptions options, Keccak256 keccak) {
        this.keccak = keccak;
        System.arraycopy(TYPE_HASH, 0, words, OrderField.TYPE.at(), TypedData.WORD);
        TypedData.putAddress(wallet.funder(), words, OrderField.MAKER.at());
        TypedData.putAddress(wallet.orderSigner(), words, OrderField.SIGNER.at());
        put(OrderField.SIGNATURE_TYPE, wallet.kind().signatureType());
        options.metadata().put(words, OrderField.METADATA.at());
        options.builder().put(words, OrderField.BUILDER.at());
    }

    /** Writes what is this order's own. */
    void set(ExchangeDomain domain, long salt, Token token, Side side, long maker, long taker, long timestampMillis) {
        domain.putSeparator(message, SEPARATOR);
        put(OrderField.SALT, salt);
        System.arraycopy(token.word(), 0, words, OrderField.TOKEN.at(), TypedData.WORD);
        put(OrderField.MAKER_AMOUNT, maker);
        put(OrderField.TAKER_AMOUNT, taker);
        put(OrderField.SIDE, side == Side.BUY ? 0 : 1);
        put(OrderField.TIMESTAMP, timestampMillis);
    }

    private void put(OrderField field, long value) {
        TypedData.putNumber(value, words, field.at());
    }

    /** Hashes the structure and what is signed of it. */
    void hash() {
        keccak.hash(words, 0, words.length, message, HASH);
        keccak.hash(message, 0, message.length, digest, 0);
    }

    /** A field as a number; −1 if it is larger than a {@code long}. */
    long number(OrderField field) {
        return TypedData.number(words, field.at());
    }

    /** All fields, the bytes themselves. */
    byte[] words() {
        return words;
    }

    /** {@code 0x1901}, separator and hash, the bytes themselves. */
    byte[] message() {
        return message;
    }

    /** The hash of the message, which names the order at the venue; the bytes themselves. */
    byte[] digest() {
        return digest;
    }
}
