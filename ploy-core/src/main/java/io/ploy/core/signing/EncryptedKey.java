package io.ploy.core.signing;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.crypto.engines.AESEngine;
import org.bouncycastle.crypto.modes.CTRModeCipher;
import org.bouncycastle.crypto.modes.SICBlockCipher;
import org.bouncycastle.crypto.params.KeyParameter;
import org.bouncycastle.crypto.params.ParametersWithIV;

/** A private key encrypted with a password. Source: Web3 Secret Storage, version 3. */
final class EncryptedKey {
    private static final int VERSION = 3;
    private static final int CIPHER_KEY = 16;

    private final Optional<Address> address;
    private final KeyDerivation derivation;
    private final byte[] vector;
    private final byte[] text;
    private final byte[] mac;

    private EncryptedKey(Optional<Address> address, KeyDerivation derivation, byte[] vector, byte[] text, byte[] mac) {
        this.address = address;
        this.derivation = derivation;
        this.vector = vector;
        this.text = text;
        this.mac = mac;
    }

    /** Checks every member, so that what is wrong is known before the long wait for the derivation. */
    static EncryptedKey read(JsonNode file) {
        int version = KeystoreJson.number(file, "version");
        if (version != VERSION) {
            throw new MalformedKeystoreException("version is " + version + ", and only " + VERSION + " is known");
        }
        JsonNode crypto = KeystoreJson.object(file, file.has("crypto") ? "crypto" : "Crypto");
        String cipher = KeystoreJson.text(crypto, "cipher");
        if (!cipher.equals("aes-128-ctr")) {
            throw new MalformedKeystoreException("cipher is '" + cipher + "', and only aes-128-ctr is known");
        }
        return new EncryptedKey(
                address(file),
                KeyDerivation.read(crypto),
                KeystoreJson.bytes(KeystoreJson.object(crypto, "cipherparams"), "iv", CIPHER_KEY),
                KeystoreJson.bytes(crypto, "ciphertext", PrivateKey.LENGTH),
                KeystoreJson.bytes(crypto, "mac", Keccak256.LENGTH));
    }

    private static Optional<Address> address(JsonNode file) {
        if (!file.hasNonNull("address")) {
            return Optional.empty();
        }
        String text = KeystoreJson.text(file, "address").toLowerCase(Locale.ROOT);
        try {
            return Optional.of(new Address(text.startsWith("0x") ? text : "0x" + text));
        } catch (IllegalArgumentException e) {
            throw new MalformedKeystoreException("member 'address' is no address");
        }
    }

    /** Whose key the file says it is; some writers leave it out. */
    Optional<Address> address() {
        return address;
    }

    /** The key's 32 bytes, which the caller overwrites after use; empty if the password is not this file's. */
    Optional<byte[]> decrypt(byte[] password) {
        byte[] derived = derivation.derive(password);
        try {
            if (!MessageDigest.isEqual(mac, macUnder(derived))) {
                return Optional.empty();
            }
            CTRModeCipher cipher = SICBlockCipher.newInstance(AESEngine.newInstance());
            cipher.init(false, new ParametersWithIV(new KeyParameter(derived, 0, CIPHER_KEY), vector));
            byte[] key = new byte[text.length];
            cipher.processBytes(text, 0, text.length, key, 0);
            return Optional.of(key);
        } finally {
            Arrays.fill(derived, (byte) 0);
        }
    }

    private byte[] macUnder(byte[] derived) {
        // The second half of the derived key; the copy is as much longer as the encrypted text needs.
        byte[] proved = Arrays.copyOfRange(derived, CIPHER_KEY, KeyDerivation.LENGTH + text.length);
        System.arraycopy(text, 0, proved, KeyDerivation.LENGTH - CIPHER_KEY, text.length);
        return Keccak256.of(proved);
    }
}
