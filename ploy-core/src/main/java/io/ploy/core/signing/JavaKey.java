package io.ploy.core.signing;

import java.math.BigInteger;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.signers.HMacDSAKCalculator;
import org.bouncycastle.math.ec.ECPoint;
import org.bouncycastle.util.BigIntegers;

/**
 * Signs on BouncyCastle. Multiplication with the base point and the inverse take the same steps whatever the numbers; the
 * few products of big integers are only as constant in time as the Java platform's. Source: RFC 6979, 3.2.
 */
final class JavaKey implements KeyArithmetic {
    private static final int HALF = 32;

    private BigInteger key;

    JavaKey(byte[] key) {
        this.key = new BigInteger(1, key);
    }

    @Override
    public void sign(byte[] digest, byte[] signature) {
        HMacDSAKCalculator nonces = new HMacDSAKCalculator(SHA256Digest.newInstance());
        nonces.init(Secp256k1.ORDER, key, digest);
        BigInteger nonce;
        BigInteger r;
        BigInteger s;
        boolean odd;
        // A nonce whose r or s is zero is passed over, as the standard says; nobody has met one.
        do {
            nonce = nonces.nextK();
            ECPoint point = Secp256k1.timesBase(nonce);
            odd = point.getAffineYCoord().testBitZero();
            r = point.getAffineXCoord().toBigInteger().mod(Secp256k1.ORDER);
            s = BigIntegers.modOddInverse(Secp256k1.ORDER, nonce)
                    .multiply(new BigInteger(1, digest).add(key.multiply(r)))
                    .mod(Secp256k1.ORDER);
        } while (r.signum() == 0 || s.signum() == 0);
        if (s.compareTo(Secp256k1.HALF_ORDER) > 0) {
            // The same signature by the opposite nonce, whose point lies mirrored.
            s = Secp256k1.ORDER.subtract(s);
            odd = !odd;
        }
        BigIntegers.asUnsignedByteArray(r, signature, 0, HALF);
        BigIntegers.asUnsignedByteArray(s, signature, HALF, HALF);
        signature[2 * HALF] = (byte) (odd ? 28 : 27);
    }

    @Override
    public void close() {
        key = BigInteger.ZERO;
    }
}
