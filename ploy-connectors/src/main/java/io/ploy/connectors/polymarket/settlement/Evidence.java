package io.ploy.connectors.polymarket.settlement;

import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.relayer.RelayedTransaction;
import io.ploy.connectors.polymarket.relayer.RelayerClient;
import io.ploy.connectors.polymarket.relayer.Submission;
import io.ploy.connectors.polymarket.relayer.WalletTransactions;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything that can tell what became of one submission: the relayer, the wallet's number, balances, the indexer. Each
 * method asks anew and throws {@link RequestException} if it gets no answer.
 */
final class Evidence {
    private final Means means;
    private final Plan plan;
    private final Submission submission;
    private final String note;
    private final Instant signedAt;
    private @Nullable String id;

    /**
     * Who is asked.
     *
     * @param relayer has the transaction
     * @param transactions knows the wallet's number
     * @param balances of the account
     * @param indexed what the account did on chain
     * @param venueTime the venue's time of day
     */
    record Means(
            RelayerClient relayer,
            WalletTransactions transactions,
            SetBalances balances,
            IndexedOperations indexed,
            Supplier<Instant> venueTime) {}

    /**
     * Evidence of a submission.
     *
     * @param plan what was to be done
     * @param submission what is known of it
     * @param note that the transaction carries and no other does
     * @param signedAt the venue's time before it was signed
     */
    Evidence(Means means, Plan plan, Submission submission, String note, Instant signedAt) {
        this.means = means;
        this.plan = plan;
        this.submission = submission;
        this.note = note;
        this.signedAt = signedAt;
        this.id = submission.transaction().map(RelayedTransaction::id).orElse(null);
    }

    Plan plan() {
        return plan;
    }

    /** How the relayer says it stands; a transaction whose answer was lost is looked for by its note. */
    Optional<RelayedTransaction> transaction() {
        if (id != null) {
            return means.relayer().transaction(id);
        }
        Optional<RelayedTransaction> found = means.relayer().transactions().stream()
                .filter(each -> each.note().equals(note))
                .findFirst();
        found.ifPresent(each -> id = each.id());
        return found;
    }

    /** Whether the wallet's number was used, by this transaction or by another one in its place. */
    boolean isNumberUsed() {
        return means.transactions().nextNonce() > submission.nonce();
    }

    /** For how long the chain has not carried it out any more if it had not by then, in seconds; below zero if it still can. */
    long secondsPastDeadline() {
        return submission
                .deadline()
                .map(deadline -> means.venueTime().get().getEpochSecond() - deadline.getEpochSecond())
                .orElse(Long.MIN_VALUE);
    }

    Holdings holdings() {
        return means.balances().read(plan.markets()).holdings();
    }

    boolean isIndexed(Optional<String> transactionHash) {
        return means.indexed().shows(plan.operation(), signedAt, transactionHash);
    }
}
