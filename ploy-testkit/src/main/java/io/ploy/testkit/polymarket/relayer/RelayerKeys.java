package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.UUID;

/** The relayer's own keys, one for each address, which let their owner submit for its own wallets. */
public final class RelayerKeys {
    private final long seed;

    /**
     * Keys of a venue.
     *
     * @param seed of the venue
     */
    public RelayerKeys(long seed) {
        this.seed = seed;
    }

    /**
     * The key of an address.
     *
     * @param owner the address it is given to
     * @return a UUID, the same for the same arguments
     */
    public String of(Address owner) {
        byte[] name = Keccak256.of((seed + " relayer key " + owner).getBytes(StandardCharsets.UTF_8));
        return UUID.nameUUIDFromBytes(name).toString();
    }

    /** Whether a key is an address's, which takes as long whatever differs. */
    boolean isOf(String key, Address owner) {
        return MessageDigest.isEqual(
                key.getBytes(StandardCharsets.UTF_8), of(owner).getBytes(StandardCharsets.UTF_8));
    }
}
