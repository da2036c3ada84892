package io.ploy.connectors.polymarket.auth;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.api.signing.Signature;
import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.http.Authorization;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.TypedData;
import java.util.HexFormat;
import java.util.function.BiConsumer;

/**
 * Proves with the key itself who asks: what making and deriving credentials wants. The key signs a fixed text with the
 * time; no order can be made of it.
 *
 * <p><b>Threading.</b> Thread-safe. Waits as long as the signer does.
 */
public final class L1Authorization implements Authorization {
    private static final byte[] TYPE =
            TypedData.hash("ClobAuth(address address,string timestamp,uint256 nonce,string message)");
    private static final byte[] TEXT = TypedData.hash("This message attests that I control the given wallet");

    private final Signer signer;
    private final long nonce;
    private final byte[] separator;

    /**
     * Proof by a key.
     *
     * @param chain where the account trades
     * @param signer holds the key
     * @param nonce which of the key's credentials, zero or more; the first are 0
     * @throws IllegalArgumentException if the nonce is below zero
     */
    public L1Authorization(Chain chain, Signer signer, long nonce) {
        if (nonce < 0) {
            throw new IllegalArgumentException("a nonce of credentials is zero or more, not " + nonce);
        }
        this.signer = signer;
        this.nonce = nonce;
        this.separator = TypedData.separator("ClobAuthDomain", "1", chain.id());
    }

    @Override
    public void sign(String method, String path, byte[] body, long epochSeconds, BiConsumer<String, String> header) {
        String seconds = Long.toString(epochSeconds);
        Address address = signer.address();
        Signature signature = signer.sign(message(address, seconds));
        header.accept("POLY_ADDRESS", address.checksummed());
        header.accept("POLY_SIGNATURE", "0x" + HexFormat.of().formatHex(signature.bytes()));
        header.accept("POLY_TIMESTAMP", seconds);
        header.accept("POLY_NONCE", Long.toString(nonce));
    }

    private byte[] message(Address address, String seconds) {
        byte[] words = new byte[5 * TypedData.WORD];
        System.arraycopy(TYPE, 0, words, 0, TypedData.WORD);
        TypedData.putAddress(address, words, TypedData.WORD);
        System.arraycopy(TypedData.hash(seconds), 0, words, 2 * TypedData.WORD, TypedData.WORD);
        TypedData.putNumber(nonce, words, 3 * TypedData.WORD);
        System.arraycopy(TEXT, 0, words, 4 * TypedData.WORD, TypedData.WORD);
        byte[] message = TypedData.message(separator);
        new Keccak256().hash(words, 0, words.length, message, 2 + TypedData.WORD);
        return message;
    }

    @Override
    public String toString() {
        return "L1 authorization of " + signer.address();
    }
}
