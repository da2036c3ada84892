package io.ploy.testkit.polymarket.relayer;

import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.chain.Wallets;
import io.ploy.testkit.polymarket.wire.RefusedException;

/** Reads submissions and checks what needs no state: whose the wallet is, and that its key signed. Thread-safe. */
final class RequestReader {
    private static final int LONGEST_METADATA = 500;

    private final Wallets wallets;
    private final SafeReader safes;
    private final ProxyReader proxies;
    private final DepositReader deposits;

    RequestReader(long chainId, Wallets wallets, Address relay) {
        this.wallets = wallets;
        safes = new SafeReader(chainId);
        proxies = new ProxyReader(chainId, relay);
        deposits = new DepositReader(chainId);
    }

    /**
     * Reads a submission.
     *
     * @throws RefusedException with status 401 if the caller may not use the wallet, 400 if anything else is wrong
     */
    RelayRequest read(RelayerCaller caller, String json) {
        RequestBody body = RequestBody.read(json);
        RequestKind kind = RequestKind.of(body.text("type"));
        Address from = body.address("from");
        if (caller.only().isPresent() && !caller.only().get().equals(from)) {
            throw new RefusedException(401, "invalid authorization");
        }
        if (body.optional("metadata").length() > LONGEST_METADATA) {
            throw new RefusedException(400, "metadata exceeds " + LONGEST_METADATA + " characters");
        }
        return switch (kind) {
            case SAFE -> safes.transaction(body, from, owned(WalletKind.SAFE, from, body.address("proxyWallet")));
            case PROXY -> proxies.transaction(body, from, owned(WalletKind.PROXY, from, body.address("proxyWallet")));
            case WALLET ->
                deposits.transaction(body, from, owned(WalletKind.DEPOSIT, from, DepositReader.wallet(body)));
            case SAFE_CREATE -> safes.creation(body, from, owned(WalletKind.SAFE, from, body.address("proxyWallet")));
            case WALLET_CREATE -> deposits.creation(body, from, wallets.made(WalletKind.DEPOSIT, from));
        };
    }

    private Address owned(WalletKind kind, Address key, Address wallet) {
        if (!wallets.isOf(kind, key, wallet)) {
            throw new RefusedException(
                    400, "wallet " + wallet.checksummed() + " does not belong to " + key.checksummed());
        }
        return wallet;
    }
}
