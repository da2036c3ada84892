package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.bouncycastle.crypto.generators.SCrypt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScryptTest {
    @ParameterizedTest
    @CsvSource({"2, 1, 1", "2, 8, 3", "16, 1, 1", "64, 3, 2", "1024, 8, 16", "4096, 1, 8", "16384, 8, 1"})
    void theBytesAreThoseOfBouncyCastle(int n, int r, int p) {
        byte[] password = new byte[20];
        byte[] salt = new byte[32];
        new SplittableRandom(n + r + p).nextBytes(password);
        new SplittableRandom(n).nextBytes(salt);

        byte[] derived = new Scrypt(salt, n, r, p).derive(password);

        assertThat(derived).isEqualTo(SCrypt.generate(password, salt, n, r, p, KeyDerivation.LENGTH));
    }

    /** From RFC 7914, 12; a shorter result is the beginning of a longer one. */
    @Test
    void theExampleOfTheStandardComesOut() {
        byte[] password = "password".getBytes(StandardCharsets.US_ASCII);
        byte[] salt = "NaCl".getBytes(StandardCharsets.US_ASCII);

        byte[] derived = new Scrypt(salt, 1024, 8, 16).derive(password);

        assertThat(HexFormat.of().formatHex(Arrays.copyOf(derived, 32)))
                .isEqualTo("fdbabe1c9d3472007856e7190d01e9fe7c6ad7cbc8237830e77376634b373162");
    }
}
