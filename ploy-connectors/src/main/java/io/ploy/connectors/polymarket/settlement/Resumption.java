package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationId;
import io.ploy.connectors.polymarket.data.DataActivity;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.relayer.RelayedTransaction;
import io.ploy.connectors.polymarket.relayer.TransactionState;
import io.ploy.connectors.polymarket.relayer.WalletTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out what became of an operation that an earlier run asked for, by looking again and again. That run may have ended
 * before it sent anything; neither the wallet's number nor the balances of then are known. So it happened if the indexer
 * shows it, or if nothing is left to redeem. It failed if the relayer says so, or if it can no longer happen and provably had
 * not: whatever was signed was signed before this run began, so a deadline runs from then at the latest, and a number that
 * the wallet used since was that one or a later one. A conversion must also have left what it was to give: how the indexer
 * names conversions is not certain enough for their absence alone.
 *
 * <p><b>Threading.</b> One look at a time.
 */
final class Resumption {
    private static final Logger LOG = LoggerFactory.getLogger(Resumption.class);

    /** Engine time and the venue's may differ, and blocks have a time of their own. */
    private static final Duration SLACK = Duration.ofSeconds(30);

    /** For how long the relayer and the chain may lag behind a deadline or a number. */
    private static final Duration LAG = Duration.ofSeconds(200);

    /** For how long nothing must be left to redeem before that counts. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    private final Evidence.Means means;
    private final Operation operation;
    private final SetMarkets markets;
    private final Instant requestedAt;
    private final Map<String, OperationId> claimed;
    private final Instant resumedAt;
    private @Nullable String id;
    private @Nullable Long numberThen;
    private @Nullable Instant passedAt;
    private @Nullable Instant goneAt;

    /**
     * A resumption that has not begun.
     *
     * @param requestedAt when the earlier run was asked
     * @param claimed transactions on chain that were found to be some operation's, so that none is taken for two
     */
    Resumption(
            Evidence.Means means,
            Operation operation,
            SetMarkets markets,
            Instant requestedAt,
            Map<String, OperationId> claimed) {
        this.means = means;
        this.operation = operation;
        this.markets = markets;
        this.requestedAt = requestedAt;
        this.claimed = claimed;
        this.resumedAt = means.venueTime().get();
    }

    /** Looks once. Empty if it is not certain yet. */
    Optional<End> look() {
        try {
            if (numberThen == null) {
                numberThen = means.transactions().nextNonce();
            }
            List<RelayedTransaction> listed = means.relayer().transactions();
            Optional<RelayedTransaction> own = own(listed);
            Optional<End> end = own.flatMap(this::byState);
            if (end.isPresent()) {
                return end;
            }
            return operation.kind() == Operation.Kind.REDEEM ? byHoldings() : byIndexer(own, listed);
        } catch (RequestException e) {
            LOG.debug("an operation of an earlier run could not be looked at", e);
            return Optional.empty();
        }
    }

    private Optional<RelayedTransaction> own(List<RelayedTransaction> listed) {
        String known = id;
        if (known != null) {
            return means.relayer().transaction(known);
        }
        Optional<RelayedTransaction> found = listed.stream()
                .filter(each -> Note.isOf(operation, each.note(), requestedAt.minus(SLACK)))
                .findFirst();
        found.ifPresent(each -> id = each.id());
        return found;
    }

    private Optional<End> byState(RelayedTransaction transaction) {
        String word = transaction.stateWord()
                + transaction.hash().map(hash -> " in " + hash).orElse("");
        boolean confirmed = transaction.state() == TransactionState.CONFIRMED;
        if (!confirmed && !transaction.state().isFailure()) {
            return Optional.empty();
        }
        boolean indexed = transaction.hash().isPresent()
                && means.indexed().shows(operation, requestedAt.minus(SLACK), transaction.hash());
        if (indexed) {
            return Optional.of(End.confirmed(word + ", seen by the indexer"));
        }
        // Of success the relayer's word is not enough.
        return confirmed
                ? Optional.empty()
                : Optional.of(End.failed("the transaction of an earlier run failed: " + word));
    }

    /** A redemption is of everything, so what is held tells. */
    private Optional<End> byHoldings() {
        Holdings held = means.balances().read(markets).holdings();
        Instant now = means.venueTime().get();
        if (!held.isWithoutShares()) {
            goneAt = null;
            return cannotHappen(now)
                    ? Optional.of(End.failed(
                            "it was not carried out by the earlier run, and cannot be any more: the account still has "
                                    + held))
                    : Optional.empty();
        }
        Instant gone = goneAt == null ? now : goneAt;
        goneAt = gone;
        return Duration.between(gone, now).compareTo(SETTLED) < 0
                ? Optional.empty()
                : Optional.of(End.confirmed("nothing of the market is held any more"));
    }

    private Optional<End> byIndexer(Optional<RelayedTransaction> own, List<RelayedTransaction> listed) {
        Listing<DataActivity> seen = means.indexed().activity(operation, requestedAt);
        List<DataActivity> possible = seen.items().stream()
                .filter(row -> IndexedOperations.couldBe(row, operation, requestedAt))
                .filter(row -> !isAnothers(row.transactionHash(), own, listed))
                .toList();
        for (DataActivity row : possible) {
            String hash = row.transactionHash();
            if (IndexedOperations.fits(row, operation, requestedAt)
                    && operation.id().equals(claimed.computeIfAbsent(hash, unused -> operation.id()))) {
                return Optional.of(End.confirmed("seen by the indexer in " + hash));
            }
        }
        Instant now = means.venueTime().get();
        Instant passed = passedAt;
        if (!cannotHappen(now)
                || passed == null
                || !seen.isComplete()
                || !means.indexed().isPast(passed)
                || mayBeHidden(possible)) {
            return Optional.empty();
        }
        return Optional.of(
                End.failed("it cannot happen any more, and the indexer, which is past that time, does not show it"));
    }

    private boolean isAnothers(String hash, Optional<RelayedTransaction> own, List<RelayedTransaction> listed) {
        OperationId holder = claimed.get(hash);
        return (holder != null && !holder.equals(operation.id()))
                || listed.stream()
                        .filter(each ->
                                own.isEmpty() || !each.id().equals(own.get().id()))
                        .anyMatch(each ->
                                each.hash().filter(hash::equalsIgnoreCase).isPresent());
    }

    /** Whether it may have happened although no row names one of its markets: some row could be it, or shares are gone. */
    private boolean mayBeHidden(List<DataActivity> possible) {
        if (operation.kind() != Operation.Kind.CONVERT) {
            return false;
        }
        List<Long> held = means.balances().read(markets).holdings().shares();
        return !possible.isEmpty()
                || held.subList(0, markets.given().size()).stream()
                        .anyMatch(each -> each < operation.quantity().micros());
    }

    /** Whether the chain takes nothing any more that was signed before this run. */
    private boolean cannotHappen(Instant now) {
        if (passedAt == null) {
            boolean used = numberThen != null && means.transactions().nextNonce() > numberThen;
            boolean late =
                    means.transactions().hasDeadlines() && !now.isBefore(resumedAt.plus(WalletTransactions.VALID));
            passedAt = used || late ? now : null;
        }
        return passedAt != null && Duration.between(passedAt, now).compareTo(LAG) >= 0;
    }
}
