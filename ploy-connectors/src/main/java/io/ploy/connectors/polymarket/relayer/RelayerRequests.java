package io.ploy.connectors.polymarket.relayer;

import io.ploy.api.signing.Signer;
import io.ploy.connectors.polymarket.protocol.AccountKind;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.time.Instant;

/**
 * Makes and signs what the relayer is asked to do for one account.
 *
 * <p><b>Threading.</b> Thread-safe as far as the signer is. May wait for the signer.
 *
 * <p>Source: the venue's relayer client 0.0.10 and its newer ones, November 2026.
 */
public final class RelayerRequests {
    private final Signer signer;
    private final Chain chain;
    private final Wallet wallet;

    /**
     * Requests of an account.
     *
     * @param signer the key that owns the wallet
     * @param chain where the wallet is
     * @param wallet whose funder carries out what is asked
     * @throws IllegalArgumentException if the signer is not the wallet's key, or the account needs no relayer
     */
    public RelayerRequests(Signer signer, Chain chain, Wallet wallet) {
        if (!signer.address().equals(wallet.key())) {
            throw new IllegalArgumentException(
                    "the signer " + signer.address() + " is not the key " + wallet.key() + " of the wallet");
        }
        RelayedKind.of(wallet.kind());
        this.signer = signer;
        this.chain = chain;
        this.wallet = wallet;
    }

    /** Whose requests these are. */
    Wallet wallet() {
        return wallet;
    }

    /**
     * Calls by a Safe.
     *
     * @param batch what to do
     * @param nonce the Safe's next number
     */
    public SubmitRequest safe(Batch batch, long nonce) {
        require(AccountKind.SAFE);
        return SafeRequests.execute(signer, chain, wallet.funder(), batch, nonce);
    }

    /**
     * Calls by a proxy wallet.
     *
     * @param batch what to do
     * @param terms who carries it, under which number
     */
    public SubmitRequest proxy(Batch batch, RelayTerms terms) {
        require(AccountKind.PROXY);
        return ProxyRequests.execute(signer, chain, wallet.funder(), batch, terms);
    }

    /**
     * Calls by a deposit wallet.
     *
     * @param batch what to do
     * @param nonce the wallet's next number
     * @param deadline after which it is not carried out any more; the venue wants at least 10 seconds and some of its limits
     *     are at 300, so about 240 seconds from now is right. Whole seconds count
     */
    public SubmitRequest depositWallet(Batch batch, long nonce, Instant deadline) {
        require(AccountKind.DEPOSIT_WALLET);
        return DepositWalletRequests.execute(signer, chain, wallet.funder(), batch, nonce, deadline);
    }

    /**
     * Makes the wallet. A proxy wallet is made by its first calls instead.
     *
     * @throws IllegalArgumentException for a proxy wallet
     */
    public SubmitRequest create() {
        if (wallet.kind() == AccountKind.PROXY) {
            throw new IllegalArgumentException(
                    "a proxy wallet is made by its first calls, not by a request of its own");
        }
        return wallet.kind() == AccountKind.SAFE
                ? SafeRequests.create(signer, chain, wallet.funder())
                : DepositWalletRequests.create(signer, chain);
    }

    private void require(AccountKind kind) {
        if (wallet.kind() != kind) {
            throw new IllegalArgumentException("the account is a " + wallet.kind() + ", not a " + kind);
        }
    }
}
