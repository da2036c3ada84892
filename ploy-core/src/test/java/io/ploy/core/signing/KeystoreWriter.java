package io.ploy.core.signing;

import io.ploy.api.signing.Keccak256;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/** Encrypts keys into keystore files, with the cipher and the PBKDF2 of the Java platform. */
final class KeystoreWriter {
    private static final byte[] SALT = HexFormat.of().parseHex("ab".repeat(32));
    private static final byte[] VECTOR = HexFormat.of().parseHex("83dbcc02d8ccb40e466191a123791e0e");

    private KeystoreWriter() {}

    static String scrypt(String key, String password, String address) throws Exception {
        byte[] derived = SCrypt.generate(password.getBytes(StandardCharsets.UTF_8), SALT, 1024, 8, 1, 32);
        return file(key, address, derived, "scrypt", "\"n\":1024,\"r\":8,\"p\":1");
    }

    static String pbkdf2(String key, String password, String address) throws Exception {
        byte[] derived = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                .generateSecret(new PBEKeySpec(password.toCharArray(), SALT, 1000, 256))
                .getEncoded();
        return file(key, address, derived, "pbkdf2", "\"c\":1000,\"prf\":\"hmac-sha256\"");
    }

    private static String file(String key, String address, byte[] derived, String kdf, String figures)
            throws Exception {
        Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE, new SecretKeySpec(Arrays.copyOf(derived, 16), "AES"), new IvParameterSpec(VECTOR));
        byte[] text = cipher.doFinal(HexFormat.of().parseHex(key.substring(2)));
        byte[] proved = Arrays.copyOfRange(derived, 16, 32 + text.length);
        System.arraycopy(text, 0, proved, 16, text.length);
        return """
                {"address":"%s","id":"3198bc9c-6672-5ab3-d995-4942343ae5b6","version":3,"x-note":"ours","crypto":{
                "cipher":"aes-128-ctr","cipherparams":{"iv":"%s"},"ciphertext":"%s",
                "kdf":"%s","kdfparams":{"dklen":32,"salt":"%s",%s},"mac":"%s"}}
                """.formatted(address, hex(VECTOR), hex(text), kdf, hex(SALT), figures, hex(Keccak256.of(proved)));
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
