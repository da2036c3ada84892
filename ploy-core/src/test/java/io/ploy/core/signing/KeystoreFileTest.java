package io.ploy.core.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.secret.Secret;
import io.ploy.api.signing.SigningException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeystoreFileTest {
    private static final String PASSWORD = "correct horse, bättery 🐎";
    private static final String BARE_ADDRESS = TestKeys.ADDRESS.toString().substring(2);

    @TempDir
    Path folder;

    @Test
    void aKeyEncryptedWithScryptComesBack() throws Exception {
        Path file = file(KeystoreWriter.scrypt(TestKeys.KEY, PASSWORD, BARE_ADDRESS));

        try (LocalKey key = open(file, PASSWORD)) {
            assertThat(key.address()).isEqualTo(TestKeys.ADDRESS);
            assertThat(key.sign(new byte[9])).isEqualTo(TestKeys.localKey().sign(new byte[9]));
        }
    }

    @Test
    void aKeyEncryptedWithPbkdf2ComesBack() throws Exception {
        Path file = file(KeystoreWriter.pbkdf2(TestKeys.KEY, "plain", TestKeys.ADDRESS.checksummed()));

        try (LocalKey key = open(file, "plain")) {
            assertThat(key.address()).isEqualTo(TestKeys.ADDRESS);
        }
    }

    @Test
    void theExamplesOfTheFormatsOwnDescriptionOpen() throws Exception {
        for (String example : new String[] {"scrypt", "pbkdf2"}) {
            Path file = Path.of(
                    getClass().getResource("/keystore/" + example + ".json").toURI());

            try (LocalKey key = open(file, "testpassword");
                    LocalKey expected = LocalKey.of(
                            TestKeys.secret("7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"))) {
                assertThat(key.address()).as(example).isEqualTo(expected.address());
            }
        }
    }

    @Test
    void theOldSpellingAndAMissingAddressAreTaken() throws Exception {
        String json = KeystoreWriter.scrypt(TestKeys.KEY, PASSWORD, BARE_ADDRESS);
        Path file = file(json.replace("\"crypto\"", "\"Crypto\"").replace("\"address\":\"" + BARE_ADDRESS + "\",", ""));

        try (LocalKey key = open(file, PASSWORD)) {
            assertThat(key.address()).isEqualTo(TestKeys.ADDRESS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "correct horse, battery 🐎", "correct horse, bättery 🐎 "})
    void aWrongPasswordIsRefusedWithoutShowingIt(String wrong) throws Exception {
        Path file = file(KeystoreWriter.scrypt(TestKeys.KEY, PASSWORD, BARE_ADDRESS));

        assertThatThrownBy(() -> open(file, wrong))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("wrong password")
                .extracting(Throwable::getMessage)
                .asString()
                .doesNotContain("horse");
    }

    @Test
    void aChangedFileIsRefused() throws Exception {
        String json = KeystoreWriter.scrypt(TestKeys.KEY, PASSWORD, BARE_ADDRESS);
        int at = json.indexOf("\"ciphertext\":\"") + 14;
        char changed = json.charAt(at) == '0' ? '1' : '0';
        Path file = file(json.substring(0, at) + changed + json.substring(at + 1));

        assertThatThrownBy(() -> open(file, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("or the file was changed");
    }

    @Test
    void aKeyOfAnotherAddressThanTheFileSaysIsRefused() throws Exception {
        Path file = file(KeystoreWriter.scrypt(TestKeys.OTHER_KEY, PASSWORD, BARE_ADDRESS));

        assertThatThrownBy(() -> open(file, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("says it is for " + TestKeys.ADDRESS)
                .hasMessageContaining("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"version\":3                | \"version\":4                 | version is 4",
                "\"version\":3                | \"version\":\"3\"             | 'version'",
                "aes-128-ctr                  | aes-128-cbc                   | cipher is 'aes-128-cbc'",
                "\"kdf\":\"scrypt\"           | \"kdf\":\"argon2\"            | kdf is 'argon2'",
                "\"kdfparams\"                | \"other\"                     | 'kdfparams'",
                "\"dklen\":32                 | \"dklen\":16                  | dklen is 16",
                "\"n\":1024                   | \"n\":1000                    | n 1000",
                "\"n\":1024                   | \"n\":1                       | n 1,",
                "\"n\":1024                   | \"n\":1073741824              | n 1073741824",
                "\"n\":1024                   | \"n\":99999999999             | 'n'",
                "\"n\":1024                   | \"n\":1024.5                  | 'n'",
                "\"r\":8                      | \"r\":0                       | r 0",
                "\"p\":1                      | \"p\":100000000               | p 100000000",
                "\"iv\":\"83                  | \"iv\":\"                     | 'iv' has 15 bytes",
                "\"iv\":\"83                  | \"iv\":\"8g                   | 'iv' is not hex",
                "\"mac\"                      | \"mak\"                       | 'mac'",
                "\"ciphertext\":\"            | \"ciphertext\":\"00           | 'ciphertext' has 33 bytes",
                "\"address\":\"               | \"address\":\"00              | 'address'",
                "\"address\":\"               | \"address\":7,\"z\":\"        | 'address'"
            })
    void aDamagedMemberIsNamed(String original, String damaged, String said) throws Exception {
        String json = KeystoreWriter.scrypt(TestKeys.KEY, PASSWORD, BARE_ADDRESS);
        assertThat(json).contains(original);
        Path file = file(json.replace(original, damaged));

        assertThatThrownBy(() -> open(file, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining("is damaged or of another kind")
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hmac-sha256   | hmac-sha512    | prf is 'hmac-sha512'",
                "\"c\":1000    | \"c\":0        | c 0",
                "\"c\":1000    | \"c\":90000000 | c 90000000"
            })
    void aDamagedPbkdf2IsNamed(String original, String damaged, String said) throws Exception {
        Path file =
                file(KeystoreWriter.pbkdf2(TestKeys.KEY, PASSWORD, BARE_ADDRESS).replace(original, damaged));

        assertThatThrownBy(() -> open(file, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {TestKeys.KEY, "ac0974bec39a", "{\"version\":3,", "[", "\u0000"})
    void whatIsNoJsonIsRefusedWithoutShowingIt(String text) throws Exception {
        Path file = file(text);

        assertThatThrownBy(() -> open(file, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining(file.toString())
                .hasNoCause()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("damaged")
                .doesNotContain("ac0974");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "3", "{}", "\"text\""})
    void otherJsonIsRefused(String text) throws Exception {
        Path file = file(text);

        assertThatThrownBy(() -> open(file, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("'version'");
    }

    @Test
    void aMissingFileAFolderAndAHugeFileAreRefused() throws Exception {
        Path huge = file(" ".repeat(70_000));

        assertThatThrownBy(() -> open(folder.resolve("none.json"), PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("none.json cannot be read");
        assertThatThrownBy(() -> open(folder, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> open(huge, PASSWORD))
                .isInstanceOf(SigningException.class)
                .hasMessageContaining("cannot be one");
    }

    @Test
    void aFileThatOthersMayReadStillOpens() throws Exception {
        Path file = file(KeystoreWriter.scrypt(TestKeys.KEY, PASSWORD, BARE_ADDRESS));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));

        try (LocalKey key = open(file, PASSWORD)) {
            assertThat(key.address()).isEqualTo(TestKeys.ADDRESS);
        }
    }

    private static LocalKey open(Path file, String password) {
        try (Secret secret = TestKeys.secret(password)) {
            return KeystoreFile.open(file, secret);
        }
    }

    private Path file(String content) throws IOException {
        Path file = Files.createTempFile(folder, "key", ".json");
        return Files.writeString(file, content);
    }
}
