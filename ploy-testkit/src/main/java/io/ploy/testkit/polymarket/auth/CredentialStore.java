package io.ploy.testkit.polymarket.auth;

import io.ploy.api.signing.Address;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * All credentials the venue gave. They are decided by the seed, by whose they are and by how many were given before, not by
 * the order in which different callers ask. A key's address has one set of trading credentials for each nonce; once they
 * are deleted, the same nonce makes other ones.
 *
 * <p><b>Threading.</b> Thread-safe. For the same run every time, change it on the venue's thread only.
 */
public final class CredentialStore {
    private final long seed;
    private final Supplier<Instant> now;
    private final Map<String, Grant> byKey = new LinkedHashMap<>();
    private final Map<Nonce, String> byNonce = new HashMap<>();
    private final Map<String, Integer> drawn = new HashMap<>();
    private final Map<Address, String> latest = new HashMap<>();

    private record Nonce(Address signer, long nonce) {}

    /**
     * No credentials yet.
     *
     * @param seed decides what they will be
     * @param now the venue's time
     */
    public CredentialStore(long seed, Supplier<Instant> now) {
        this.seed = seed;
        this.now = now;
    }

    /**
     * Gives trading credentials.
     *
     * @param signer the key's address
     * @param nonce which of its credentials, not negative
     * @return absent if it has some for that nonce
     */
    public synchronized Optional<Credentials> create(Address signer, long nonce) {
        if (byNonce.containsKey(new Nonce(signer, nonce))) {
            return Optional.empty();
        }
        Credentials made = draw("trading " + signer + " " + nonce);
        add(signer, nonce, made);
        return Optional.of(made);
    }

    /**
     * Takes in trading credentials that were made elsewhere, such as those of an accounts file.
     *
     * @param signer the key's address
     * @param nonce which of its credentials
     * @param credentials from now on valid
     * @throws IllegalArgumentException if the address has others for that nonce, the API key is taken, or the secret is no
     *     base 64
     */
    public synchronized void add(Address signer, long nonce, Credentials credentials) {
        if (byNonce.containsKey(new Nonce(signer, nonce)) || byKey.containsKey(credentials.apiKey())) {
            throw new IllegalArgumentException(
                    "there are " + credentials + " or others of " + signer + " for nonce " + nonce + " already");
        }
        grant(signer, Grant.Kind.TRADING, credentials);
        byNonce.put(new Nonce(signer, nonce), credentials.apiKey());
        latest.put(signer, credentials.apiKey());
    }

    /**
     * The trading credentials given before.
     *
     * @param signer the key's address
     * @param nonce which of its credentials
     * @return absent if there are none, or they were deleted
     */
    public synchronized Optional<Credentials> derive(Address signer, long nonce) {
        return Optional.ofNullable(byNonce.get(new Nonce(signer, nonce)))
                .map(byKey::get)
                .map(Grant::credentials);
    }

    /** The API key an address got last of those it still has; the one it would get first if it has none. */
    synchronized String latest(Address signer) {
        return Optional.ofNullable(latest.get(signer))
                .orElseGet(() -> Credentials.of(seed, signer, 0).apiKey());
    }

    synchronized Credentials createReading(Address signer) {
        return grant(signer, Grant.Kind.READING, draw("reading " + signer));
    }

    /**
     * Gives credentials of a builder.
     *
     * @param signer the key's address
     * @return others with every call
     */
    public synchronized Credentials createBuilding(Address signer) {
        return grant(signer, Grant.Kind.BUILDING, draw("building " + signer));
    }

    /** What an address has of a kind, oldest first; revoked builder credentials are kept, others deleted. */
    synchronized List<Grant> all(Address signer, Grant.Kind kind) {
        return byKey.values().stream()
                .filter(grant -> grant.kind() == kind && grant.caller().signer().equals(signer))
                .toList();
    }

    /** The credentials of a name, if they are of that kind and count. */
    synchronized Optional<Grant> valid(String apiKey, Grant.Kind kind) {
        return Optional.ofNullable(byKey.get(apiKey))
                .filter(grant -> grant.kind() == kind && grant.revokedAt() == null);
    }

    /** Forgets credentials for trading or reading. */
    synchronized void delete(Grant grant) {
        String apiKey = grant.caller().apiKey();
        byKey.remove(apiKey);
        byNonce.values().remove(apiKey);
        List<Grant> left = all(grant.caller().signer(), Grant.Kind.TRADING);
        if (left.isEmpty()) {
            latest.remove(grant.caller().signer());
        } else {
            latest.put(
                    grant.caller().signer(), left.get(left.size() - 1).caller().apiKey());
        }
    }

    /** Ends builder credentials, which stay on the list. */
    synchronized void revoke(Grant grant) {
        byKey.put(grant.caller().apiKey(), grant.revoked(now.get()));
    }

    private Credentials draw(String purpose) {
        return Credentials.drawn(seed, purpose + " " + (drawn.merge(purpose, 1, Integer::sum) - 1));
    }

    private Credentials grant(Address signer, Grant.Kind kind, Credentials credentials) {
        byKey.put(
                credentials.apiKey(),
                new Grant(
                        new Caller(signer, credentials.apiKey()),
                        kind,
                        credentials,
                        new RequestSignature(credentials.secret()),
                        now.get(),
                        null));
        return credentials;
    }
}
