package io.ploy.testkit.polymarket.auth;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;

/**
 * What a key trades or builds with.
 *
 * @param apiKey names the credentials, a UUID; not secret by itself
 * @param secret in base 64, signs requests
 * @param passphrase sent with requests
 */
public record Credentials(String apiKey, String secret, String passphrase) {
    /**
     * The first credentials of a key's address that a venue of this seed makes.
     *
     * @param seed of the venue
     * @param signer the key's address
     * @param nonce which of the address's credentials
     * @return the same for the same arguments
     */
    public static Credentials of(long seed, Address signer, long nonce) {
        return drawn(seed, "trading " + signer + " " + nonce + " 0");
    }

    /** Made of nothing but the seed and a purpose, so that who asks first does not matter. */
    static Credentials drawn(long seed, String purpose) {
        return new Credentials(
                uuid(hash(seed, purpose, "key")),
                Base64.getUrlEncoder().encodeToString(hash(seed, purpose, "secret")),
                HexFormat.of().formatHex(hash(seed, purpose, "passphrase")));
    }

    private static byte[] hash(long seed, String purpose, String part) {
        return Keccak256.of((seed + " " + purpose + " " + part).getBytes(StandardCharsets.UTF_8));
    }

    /** A UUID that says it is a random one. */
    private static String uuid(byte[] random) {
        ByteBuffer bits = ByteBuffer.wrap(random);
        long high = (bits.getLong() & ~0xf000L) | 0x4000L;
        long low = (bits.getLong() & ~(3L << 62)) | (1L << 63);
        return new UUID(high, low).toString();
    }

    @Override
    public String toString() {
        return "credentials " + apiKey;
    }
}
