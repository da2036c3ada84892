package io.ploy.connectors.polymarket.vectors;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Signer;
import java.math.BigInteger;
import java.security.SignatureException;
import java.util.Arrays;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.Keys;
import org.web3j.crypto.Sign;
import org.web3j.utils.Numeric;

/** Signs with a public development key, in plain Java. Slow, and only for tests. */
public final class TestSigner implements Signer {
    private final ECKeyPair key;
    private final Address address;

    /**
     * A signer.
     *
     * @param privateKey {@code 0x} and 64 hex digits
     */
    public TestSigner(String privateKey) {
        this.key = ECKeyPair.create(Numeric.hexStringToByteArray(privateKey));
        this.address = new Address(Numeric.prependHexPrefix(Keys.getAddress(key)));
    }

    @Override
    public Address address() {
        return address;
    }

    @Override
    public void sign(byte[] message, byte[] digest, byte[] signature) {
        Sign.SignatureData signed = Sign.signMessage(digest, key, false);
        System.arraycopy(signed.getR(), 0, signature, 0, 32);
        System.arraycopy(signed.getS(), 0, signature, 32, 32);
        signature[64] = signed.getV()[0];
    }

    /**
     * Who signed.
     *
     * @param digest the hash that was signed
     * @param signature r, s and v
     */
    public static Address recover(byte[] digest, byte[] signature) {
        Sign.SignatureData signed = new Sign.SignatureData(
                signature[64], Arrays.copyOfRange(signature, 0, 32), Arrays.copyOfRange(signature, 32, 64));
        try {
            BigInteger publicKey = Sign.signedMessageHashToKey(digest, signed);
            return new Address(Numeric.prependHexPrefix(Keys.getAddress(publicKey)));
        } catch (SignatureException e) {
            throw new IllegalArgumentException("not a signature of this digest", e);
        }
    }
}
