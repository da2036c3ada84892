package io.ploy.connectors.polymarket.relayer;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.protocol.Wallet;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;

/**
 * Submits what one wallet is to do, one transaction after another: each takes the wallet's next number when its turn comes.
 * Only a refusal for a stale number is answered by a second attempt, since then nothing was carried out.
 *
 * <p><b>Threading.</b> Thread-safe; one submission at a time, the others wait.
 */
public final class WalletTransactions {
    /** The venue wants a deadline, some of its limits are at 300 seconds, and the way there takes time. */
    private static final Duration VALID = Duration.ofMinutes(4);

    private final RelayerClient client;
    private final RelayerRequests requests;
    private final Wallet wallet;
    private final TimeSource time;

    /**
     * Transactions of a wallet.
     *
     * @param client of the relayer
     * @param requests of the account
     * @param time the venue's
     */
    public WalletTransactions(RelayerClient client, RelayerRequests requests, TimeSource time) {
        this.client = client;
        this.requests = requests;
        this.wallet = requests.wallet();
        this.time = time;
    }

    /**
     * Asks for calls to be made.
     *
     * @param batch what to do
     * @return how it stands; it is done when its state is confirmed
     * @throws RequestException if the relayer did not take it; where that is ambiguous it may happen all the same
     */
    public synchronized RelayedTransaction submit(Batch batch) {
        try {
            return client.submit(sign(batch));
        } catch (RequestException e) {
            if (!RelayerClient.isStaleNonce(e)) {
                throw e;
            }
            return client.submit(sign(batch));
        }
    }

    private SubmitRequest sign(Batch batch) {
        RelayedKind kind = RelayedKind.of(wallet.kind());
        return switch (kind) {
            case PROXY -> requests.proxy(batch, client.relayTerms(wallet.key()));
            case SAFE -> requests.safe(batch, client.nonce(kind, wallet.key()));
            case WALLET ->
                requests.depositWallet(
                        batch, client.nonce(kind, wallet.key()), time.now().plus(VALID));
        };
    }
}
