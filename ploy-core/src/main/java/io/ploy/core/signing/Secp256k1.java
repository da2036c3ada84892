package io.ploy.core.signing;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.math.ec.ECAlgorithms;
import org.bouncycastle.math.ec.ECPoint;

/** The curve, on BouncyCastle: whose key, whose signature. Source: SEC 1, 4.1.6, and the Ethereum yellow paper, appendix F. */
final class Secp256k1 {
    private static final X9ECParameters CURVE = CustomNamedCurves.getByName("secp256k1");
    private static final BaseMultiplier BASE = new BaseMultiplier(CURVE);
    private static final int COORDINATE = 32;

    static final BigInteger ORDER = CURVE.getN();
    static final BigInteger HALF_ORDER = ORDER.shiftRight(1);

    private Secp256k1() {}

    /** The base point times a secret number, normalised, in steps that do not depend on it. */
    static ECPoint timesBase(BigInteger number) {
        return BASE.times(number);
    }

    static Address addressOf(byte[] key) {
        return addressOf(timesBase(new BigInteger(1, key)));
    }

    /** Who made a signature of r, s and v with v 27 or 28; empty if it is none. */
    static Optional<Address> signerOf(byte[] digest, byte[] signature) {
        BigInteger r = number(signature, 0);
        BigInteger s = number(signature, COORDINATE);
        if (!isScalar(r) || !isScalar(s)) {
            return Optional.empty();
        }
        byte[] compressed = new byte[1 + COORDINATE];
        compressed[0] = (byte) (signature[2 * COORDINATE] == 27 ? 2 : 3);
        System.arraycopy(signature, 0, compressed, 1, COORDINATE);
        ECPoint nonce;
        try {
            nonce = CURVE.getCurve().decodePoint(compressed);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        BigInteger inverse = r.modInverse(ORDER);
        BigInteger ofBase = new BigInteger(1, digest).negate().multiply(inverse).mod(ORDER);
        BigInteger ofNonce = s.multiply(inverse).mod(ORDER);
        ECPoint signer = ECAlgorithms.sumOfTwoMultiplies(CURVE.getG(), ofBase, nonce, ofNonce);
        return signer.isInfinity() ? Optional.empty() : Optional.of(addressOf(signer.normalize()));
    }

    static boolean isScalar(BigInteger number) {
        return number.signum() > 0 && number.compareTo(ORDER) < 0;
    }

    static BigInteger number(byte[] bytes, int offset) {
        return new BigInteger(1, Arrays.copyOfRange(bytes, offset, offset + COORDINATE));
    }

    private static Address addressOf(ECPoint publicKey) {
        return addressOfEncoded(publicKey.getEncoded(false));
    }

    /** The address of a public key written as 4 and both coordinates. */
    static Address addressOfEncoded(byte[] publicKey) {
        byte[] hash = Keccak256.of(Arrays.copyOfRange(publicKey, 1, publicKey.length));
        return Address.of(hash, Keccak256.LENGTH - Address.LENGTH);
    }
}
