package io.ploy.core.signing;

import com.fasterxml.jackson.databind.JsonNode;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.PKCS5S2ParametersGenerator;
import org.bouncycastle.crypto.generators.SCrypt;
import org.bouncycastle.crypto.params.KeyParameter;

/** How a keystore makes a key of a password. Slow on purpose; figures that would take hours or all memory are refused. */
interface KeyDerivation {
    /** How many bytes come out: 16 to encrypt with, 16 to check with. */
    int LENGTH = 32;

    byte[] derive(byte[] password);

    static KeyDerivation read(JsonNode crypto) {
        String name = KeystoreJson.text(crypto, "kdf");
        JsonNode figures = KeystoreJson.object(crypto, "kdfparams");
        int length = KeystoreJson.number(figures, "dklen");
        if (length != LENGTH) {
            throw new MalformedKeystoreException("kdfparams.dklen is " + length + ", and only " + LENGTH + " is known");
        }
        byte[] salt = KeystoreJson.bytes(figures, "salt");
        return switch (name) {
            case "scrypt" ->
                new Scrypt(
                        salt,
                        KeystoreJson.number(figures, "n"),
                        KeystoreJson.number(figures, "r"),
                        KeystoreJson.number(figures, "p"));
            case "pbkdf2" -> pbkdf2(salt, figures);
            default ->
                throw new MalformedKeystoreException("kdf is '" + name + "', and only scrypt and pbkdf2 are known");
        };
    }

    private static KeyDerivation pbkdf2(byte[] salt, JsonNode figures) {
        String prf = KeystoreJson.text(figures, "prf");
        if (!prf.equals("hmac-sha256")) {
            throw new MalformedKeystoreException("kdfparams.prf is '" + prf + "', and only hmac-sha256 is known");
        }
        return new Pbkdf2(salt, KeystoreJson.number(figures, "c"));
    }

    /** Source: RFC 7914. */
    final class Scrypt implements KeyDerivation {
        /** In blocks of 128 bytes: 1 GiB, four times what geth takes by default. */
        private static final long MOST_BLOCKS = 1L << 23;

        private static final long MOST_WORK = 1L << 24;

        private final byte[] salt;
        private final int n;
        private final int r;
        private final int p;

        private Scrypt(byte[] salt, int n, int r, int p) {
            boolean legal = n > 1 && Integer.bitCount(n) == 1 && r > 0 && p > 0;
            long blocks = (long) n * r;
            if (!legal || blocks > MOST_BLOCKS || blocks * p > MOST_WORK) {
                throw new MalformedKeystoreException("scrypt with n " + n + ", r " + r + ", p " + p
                        + " is not legal or takes too much; n is a power of two, n × r at most " + MOST_BLOCKS
                        + " and n × r × p at most " + MOST_WORK);
            }
            this.salt = salt;
            this.n = n;
            this.r = r;
            this.p = p;
        }

        @Override
        public byte[] derive(byte[] password) {
            return SCrypt.generate(password, salt, n, r, p, LENGTH);
        }
    }

    /** Source: RFC 8018, 5.2. */
    final class Pbkdf2 implements KeyDerivation {
        private static final int MOST_ROUNDS = 20_000_000;

        private final byte[] salt;
        private final int rounds;

        private Pbkdf2(byte[] salt, int rounds) {
            if (rounds < 1 || rounds > MOST_ROUNDS) {
                throw new MalformedKeystoreException("pbkdf2 with c " + rounds + "; it is 1 to " + MOST_ROUNDS);
            }
            this.salt = salt;
            this.rounds = rounds;
        }

        @Override
        public byte[] derive(byte[] password) {
            PKCS5S2ParametersGenerator generator = new PKCS5S2ParametersGenerator(SHA256Digest.newInstance());
            generator.init(password, salt, rounds);
            return ((KeyParameter) generator.generateDerivedMacParameters(8 * LENGTH)).getKey();
        }
    }
}
