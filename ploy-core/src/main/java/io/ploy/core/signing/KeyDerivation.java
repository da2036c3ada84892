package io.ploy.core.signing;

import com.fasterxml.jackson.databind.JsonNode;

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
}
