package io.ploy.connectors.polymarket.wallet;

import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.util.Optional;

/**
 * Whether the address an account is configured to trade with is that of a wallet its key owns.
 *
 * @param verdict what came of it
 * @param detail what was found, for people
 */
public record WalletCheck(Verdict verdict, String detail) {
    /** What can come of it. */
    public enum Verdict {
        /** The key holds its own money. */
        OWN_ADDRESS(true),
        /** It is the key's proxy wallet. */
        PROXY(true),
        /** It is the key's Safe. */
        SAFE(true),
        /** It is the key's deposit wallet, of the older form. */
        DEPOSIT_WALLET(true),
        /** It is the key's deposit wallet, of the form with a beacon. */
        BEACON_DEPOSIT_WALLET(true),
        /** It is no wallet the venue's factories make for this key: address, key or kind is wrong, or it has another origin. */
        DIFFERENT(false),
        /** It cannot be told on this chain. */
        UNKNOWN(false);

        private final boolean verified;

        Verdict(boolean verified) {
            this.verified = verified;
        }

        /** Whether the address follows from the key. */
        public boolean isVerified() {
            return verified;
        }
    }

    /**
     * Derives the wallets of a key and compares.
     *
     * @param wallet as configured
     * @param chain where it is
     */
    public static WalletCheck of(Wallet wallet, Chain chain) {
        WalletAddresses addresses = new WalletAddresses(chain);
        Address key = wallet.key();
        return switch (wallet.kind()) {
            case EOA -> new WalletCheck(Verdict.OWN_ADDRESS, "the key " + key + " holds its own money");
            case PROXY -> compare(wallet, chain, Verdict.PROXY, addresses.proxy(key));
            case SAFE -> compare(wallet, chain, Verdict.SAFE, addresses.safe(key));
            case DEPOSIT_WALLET -> depositWallet(wallet, chain, addresses);
        };
    }

    private static WalletCheck depositWallet(Wallet wallet, Chain chain, WalletAddresses addresses) {
        WalletCheck fixed = compare(wallet, chain, Verdict.DEPOSIT_WALLET, addresses.depositWallet(wallet.key()));
        WalletCheck beacon =
                compare(wallet, chain, Verdict.BEACON_DEPOSIT_WALLET, addresses.beaconDepositWallet(wallet.key()));
        if (fixed.verdict().isVerified() || beacon.verdict().isVerified()) {
            return fixed.verdict().isVerified() ? fixed : beacon;
        }
        boolean unknown = fixed.verdict() == Verdict.UNKNOWN || beacon.verdict() == Verdict.UNKNOWN;
        return new WalletCheck(unknown ? Verdict.UNKNOWN : Verdict.DIFFERENT, fixed.detail() + "; " + beacon.detail());
    }

    private static WalletCheck compare(Wallet wallet, Chain chain, Verdict form, Optional<Address> derived) {
        String what = words(form);
        if (derived.isEmpty()) {
            return new WalletCheck(
                    Verdict.UNKNOWN,
                    "what makes a " + what + " on " + chain + " is not known, so " + wallet.funder()
                            + " cannot be checked");
        }
        if (derived.get().equals(wallet.funder())) {
            return new WalletCheck(form, wallet.funder().checksummed() + " is the " + what + " of key " + wallet.key());
        }
        return new WalletCheck(
                Verdict.DIFFERENT,
                "the " + what + " of key " + wallet.key() + " is "
                        + derived.get().checksummed() + ", not " + wallet.funder());
    }

    private static String words(Verdict form) {
        return switch (form) {
            case PROXY -> "proxy wallet";
            case SAFE -> "Safe";
            case BEACON_DEPOSIT_WALLET -> "deposit wallet with a beacon";
            default -> "deposit wallet of the older form";
        };
    }

    @Override
    public String toString() {
        return verdict + ": " + detail;
    }
}
