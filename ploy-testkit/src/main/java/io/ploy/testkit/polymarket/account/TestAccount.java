package io.ploy.testkit.polymarket.account;

import io.ploy.api.money.Cash;
import io.ploy.api.order.AccountId;
import io.ploy.api.secret.Secret;
import io.ploy.api.signing.Address;
import io.ploy.api.signing.Keccak256;
import io.ploy.core.signing.LocalKey;
import io.ploy.testkit.polymarket.auth.Credentials;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;

/**
 * An account to trade with at the simulated venue, with everything a client needs. Its key is worth nothing: never put real
 * money behind it.
 *
 * @param account as the venue has it
 * @param privateKey 0x and 64 hexadecimal digits
 * @param collateral what it starts with
 * @param credentials for nonce 0
 */
public record TestAccount(VenueAccount account, String privateKey, Cash collateral, Credentials credentials) {
    /**
     * Checks what can be checked.
     *
     * @throws IllegalArgumentException if the key is not that of the account's signer, or the collateral is negative
     * @throws io.ploy.api.signing.SigningException if it is no private key
     */
    public TestAccount {
        Address held = addressOf(privateKey);
        if (!held.equals(account.signer())) {
            throw new IllegalArgumentException(
                    "the key of account " + account.id() + " is that of " + held + ", not of " + account.signer());
        }
        if (collateral.isNegative()) {
            throw new IllegalArgumentException("account " + account.id() + " cannot start with " + collateral);
        }
    }

    /**
     * An account made of a seed and a name: key, wallet and credentials are always the same for the same arguments.
     *
     * @param seed of the venue
     * @param chainId 137 or 80002
     * @param name letters, digits, dots, underscores and hyphens
     * @param kind what holds its money
     * @param collateral what it starts with
     * @return the account
     * @throws IllegalArgumentException if the chain has no such wallets
     */
    public static TestAccount of(long seed, long chainId, String name, WalletKind kind, Cash collateral) {
        String privateKey = privateKey(seed, name);
        Address signer = addressOf(privateKey);
        Address wallet = new WalletAddresses(chainId).of(kind, signer);
        return new TestAccount(
                new VenueAccount(new AccountId(name), kind, signer, wallet),
                privateKey,
                collateral,
                Credentials.of(seed, signer, 0));
    }

    static String privateKey(long seed, String name) {
        byte[] text = (seed + " account " + name).getBytes(StandardCharsets.UTF_8);
        return "0x" + HexFormat.of().formatHex(Keccak256.of(text));
    }

    static Address addressOf(String privateKey) {
        try (LocalKey key = key(privateKey)) {
            return key.address();
        }
    }

    /**
     * What it is called.
     *
     * @return the name of its id
     */
    public String name() {
        return account.id().name();
    }

    /**
     * The values of the account parameters of Ploy's connector, by name.
     *
     * @return what holds the money, and where
     */
    public Map<String, String> connectorParameters() {
        String kind = account.kind() == WalletKind.DEPOSIT
                ? "DEPOSIT_WALLET"
                : account.kind().name();
        return account.kind() == WalletKind.EOA
                ? Map.of("kind", kind)
                : Map.of("kind", kind, "funder", account.wallet().checksummed());
    }

    /**
     * Its key, to sign with.
     *
     * @return a new one, the caller's to close
     */
    public LocalKey openKey() {
        return key(privateKey);
    }

    private static LocalKey key(String privateKey) {
        try (Secret secret = new Secret(privateKey.toCharArray())) {
            return LocalKey.of(secret);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "account " + name() + " (" + account.kind() + " " + account.wallet() + ", key of " + account.signer()
                + ", starts with " + collateral + ")";
    }
}
