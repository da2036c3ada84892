package io.ploy.connectors.polymarket.relayer;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.protocol.Wallet;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Submits what one wallet is to do, one transaction after another: each takes the wallet's next number when its turn comes.
 * Only a refusal for a stale number is answered by a second attempt, since then nothing was carried out.
 *
 * <p><b>Threading.</b> Thread-safe; one submission at a time, the others wait.
 */
public final class WalletTransactions {
    private static final Logger LOG = LoggerFactory.getLogger(WalletTransactions.class);

    /**
     * How long the chain takes a transaction of a wallet with deadlines. The venue wants one, some of its limits are at 300
     * seconds, and the way there takes time.
     */
    public static final Duration VALID = Duration.ofMinutes(4);

    private final RelayerClient client;
    private final RelayerRequests requests;
    private final Wallet wallet;
    private final Supplier<Instant> time;

    private record Signed(SubmitRequest request, long nonce, Optional<Instant> deadline) {}

    /**
     * Transactions of a wallet.
     *
     * @param client of the relayer
     * @param requests of the account
     * @param time the venue's
     */
    public WalletTransactions(RelayerClient client, RelayerRequests requests, Supplier<Instant> time) {
        this.client = client;
        this.requests = requests;
        this.wallet = requests.wallet();
        this.time = time;
    }

    /**
     * Asks for calls to be made.
     *
     * @param batch what to do
     * @return what is known of it, also if the relayer's answer was lost
     * @throws RequestException if it was not taken: nothing happened and nothing will
     */
    public synchronized Submission submit(Batch batch) {
        Signed first = sign(batch);
        try {
            return submit(first);
        } catch (RequestException e) {
            if (!RelayerClient.isStaleNonce(e)) {
                throw e;
            }
            LOG.info("number {} of wallet {} is stale, asking for the next", first.nonce(), wallet.funder());
        }
        return submit(sign(batch));
    }

    private Submission submit(Signed signed) {
        try {
            RelayedTransaction taken = client.submit(signed.request());
            return new Submission(signed.nonce(), signed.deadline(), Optional.of(taken), "");
        } catch (RequestException e) {
            if (!e.failure().isAmbiguous()) {
                throw e;
            }
            return lost(signed, e);
        } catch (RuntimeException e) {
            LOG.error("the answer to a submission could not be understood by a mistake of the connector", e);
            return lost(signed, e);
        }
    }

    private static Submission lost(Signed signed, RuntimeException why) {
        return new Submission(signed.nonce(), signed.deadline(), Optional.empty(), why.toString());
    }

    /**
     * The number the wallet's next transaction must have. Once it is above a submission's, that one can no longer happen, or
     * has.
     *
     * @throws RequestException if it could not be read
     */
    public long nextNonce() {
        RelayedKind kind = RelayedKind.of(wallet.kind());
        return kind == RelayedKind.PROXY ? client.relayTerms(wallet.key()).nonce() : client.nonce(kind, wallet.key());
    }

    /** Whether what the wallet signs has a deadline. */
    public boolean hasDeadlines() {
        return RelayedKind.of(wallet.kind()) == RelayedKind.WALLET;
    }

    private Signed sign(Batch batch) {
        RelayedKind kind = RelayedKind.of(wallet.kind());
        return switch (kind) {
            case PROXY -> {
                RelayTerms terms = client.relayTerms(wallet.key());
                yield new Signed(requests.proxy(batch, terms), terms.nonce(), Optional.empty());
            }
            case SAFE -> {
                long nonce = client.nonce(kind, wallet.key());
                yield new Signed(requests.safe(batch, nonce), nonce, Optional.empty());
            }
            case WALLET -> {
                long nonce = client.nonce(kind, wallet.key());
                Instant deadline = time.get().plus(VALID);
                yield new Signed(requests.depositWallet(batch, nonce, deadline), nonce, Optional.of(deadline));
            }
        };
    }
}
