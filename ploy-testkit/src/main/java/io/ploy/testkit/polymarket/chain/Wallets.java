package io.ploy.testkit.polymarket.chain;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.VenueAccounts;
import io.ploy.testkit.polymarket.account.WalletAddresses;
import io.ploy.testkit.polymarket.account.WalletKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which wallets are on the chain, whose they are, and how often they were used. Wallets of the venue's accounts are there
 * from the start. Used on the venue's thread, but for {@link #isOf}, which any thread may ask.
 */
public final class Wallets {
    private static final long POLYGON = 137;

    private final long chainId;
    private final VenueAccounts accounts;
    private final WalletAddresses addresses;
    private final Map<Address, WalletKind> created = new HashMap<>();
    private final Map<Counted, Long> counts = new HashMap<>();

    private record Counted(WalletKind kind, Address address) {}

    /**
     * Wallets of a venue.
     *
     * @param chainId 137 or 80002
     * @param accounts the venue's
     */
    public Wallets(long chainId, VenueAccounts accounts) {
        this.chainId = chainId;
        this.accounts = accounts;
        this.addresses = new WalletAddresses(chainId);
    }

    /**
     * Whether a wallet is a key's.
     *
     * @param kind of the wallet
     * @param key the key's address
     * @param wallet its address
     * @return true if the key's account has it, or a factory puts it there
     */
    public boolean isOf(WalletKind kind, Address key, Address wallet) {
        Optional<VenueAccount> account = accounts.wallet(wallet);
        if (account.isPresent()) {
            return account.get().kind() == kind && account.get().signer().equals(key);
        }
        if (kind == WalletKind.PROXY && chainId != POLYGON) {
            return false;
        }
        return addresses.of(kind, key).equals(wallet)
                || (kind == WalletKind.DEPOSIT
                        && addresses.depositOnImplementation(key).equals(wallet));
    }

    /**
     * A key's wallet of a kind: that of its account, or the one a factory would make today.
     *
     * @param kind of the wallet
     * @param key the key's address
     * @return absent if the chain has no such wallets
     */
    public Optional<Address> of(WalletKind kind, Address key) {
        Optional<Address> opened = accounts.ofSigner(key).stream()
                .filter(account -> account.kind() == kind)
                .map(VenueAccount::wallet)
                .findFirst();
        if (opened.isPresent() || (kind == WalletKind.PROXY && chainId != POLYGON)) {
            return opened;
        }
        return Optional.of(addresses.of(kind, key));
    }

    /**
     * Where a factory puts a key's wallet today.
     *
     * @param kind of the wallet
     * @param key the key's address
     * @return its address
     * @throws IllegalArgumentException if the chain has no such wallets
     */
    public Address made(WalletKind kind, Address key) {
        return addresses.of(kind, key);
    }

    /**
     * Whether a wallet is there.
     *
     * @param wallet its address
     * @return true for the wallets of accounts and for those made since
     */
    public boolean isDeployed(Address wallet) {
        return kind(wallet).isPresent();
    }

    /** What a contract wallet is, if it is there. */
    Optional<WalletKind> kind(Address wallet) {
        return accounts.wallet(wallet)
                .map(VenueAccount::kind)
                .filter(kind -> kind != WalletKind.EOA)
                .or(() -> Optional.ofNullable(created.get(wallet)));
    }

    void create(WalletKind kind, Address wallet) {
        created.put(wallet, kind);
    }

    /**
     * How often something was used: an EOA, a Safe, a deposit wallet, or a key for its proxy wallet.
     *
     * @param kind of the wallet
     * @param address of the wallet, but of the key for a proxy wallet
     * @return also the number its next transaction must have
     */
    public long nonce(WalletKind kind, Address address) {
        return counts.getOrDefault(new Counted(kind, address), 0L);
    }

    void use(WalletKind kind, Address address) {
        counts.merge(new Counted(kind, address), 1L, Long::sum);
    }
}
