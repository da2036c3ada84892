package io.ploy.core.signing;

import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.params.KeyParameter;

/** PBKDF2 with HMAC-SHA-256, on BouncyCastle because it takes the password as bytes. Source: RFC 8018, 5.2. */
final class Pbkdf2 implements KeyDerivation {
    private static final int MOST_ROUNDS = 20_000_000;

    private final byte[] salt;
    private final int rounds;

    Pbkdf2(byte[] salt, int rounds) {
        if (rounds < 1 || rounds > MOST_ROUNDS) {
            throw new MalformedKeystoreException("pbkdf2 with c " + rounds + "; it is 1 to " + MOST_ROUNDS);
        }
        this.salt = salt;
        this.rounds = rounds;
    }

    @Override
    public byte[] derive(byte[] password) {
        return derive(password, salt, rounds, LENGTH);
    }

    static byte[] derive(byte[] password, byte[] salt, int rounds, int length) {
        PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
        generator.init(password, salt, rounds);
        return ((KeyParameter) generator.generateDerivedMacParameters(Byte.SIZE * length)).getKey();
    }
}
