package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.portfolio.Operation;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.relayer.RelayedTransaction;
import io.ploy.connectors.polymarket.relayer.TransactionState;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows one submission until it is certain what became of it. The relayer's word alone is never enough for success, and
 * time alone decides nothing: a submission ends when balances moved, when the relayer says that it failed, or when it can no
 * longer happen. Until then it is in doubt, for as long as it takes.
 */
final class Pursuit {
    private static final Logger LOG = LoggerFactory.getLogger(Pursuit.class);

    static final int LOOKS = 100;
    static final Duration PAUSE = Duration.ofSeconds(2);
    static final Duration LONG_PAUSE = Duration.ofSeconds(60);

    /** For how long balances may lag behind a transaction that is confirmed. */
    static final Duration LAG = Duration.ofSeconds(60);

    /** For how long they may lag behind a number that was used, whose transaction need not be confirmed yet. */
    private static final Duration LAG_OF_NUMBER = Duration.ofSeconds(200);

    /** For how long balances must have moved where nobody says that the block is there to stay. */
    private static final Duration SETTLED = Duration.ofSeconds(30);

    /** For how long a number may lag behind the deadline of a transaction. */
    private static final long LAG_OF_DEADLINE_SECONDS = 60;

    private final Evidence evidence;
    private final Patience patience;
    private final Consumer<String> doubt;
    private boolean inDoubt;
    private @Nullable Long confirmedAt;
    private @Nullable Long usedAt;
    private @Nullable Long movedAt;

    /**
     * A pursuit not begun.
     *
     * @param doubt told once if it may or may not happen
     */
    Pursuit(Evidence evidence, Patience patience, Consumer<String> doubt) {
        this.evidence = evidence;
        this.patience = patience;
        this.doubt = doubt;
    }

    /**
     * Follows.
     *
     * @param lost why the relayer's answer is missing; empty if it is not
     * @return confirmed or failed
     */
    End follow(String lost) throws InterruptedException {
        if (!lost.isEmpty()) {
            doubt("the relayer's answer was lost: " + lost);
        }
        for (int look = 1; ; look++) {
            patience.pause(look <= LOOKS ? PAUSE : LONG_PAUSE);
            Optional<End> end = look(look);
            if (end.isPresent()) {
                return end.get();
            }
            if (look == LOOKS) {
                doubt("nothing is certain after " + LOOKS + " looks");
            }
        }
    }

    private void doubt(String why) {
        if (!inDoubt) {
            inDoubt = true;
            doubt.accept(why);
        }
    }

    private Optional<End> look(int look) {
        Optional<RelayedTransaction> transaction = Optional.empty();
        try {
            transaction = evidence.transaction();
            Optional<End> end = transaction.flatMap(this::byState);
            if (end.isPresent()) {
                return end;
            }
        } catch (RequestException e) {
            LOG.debug("an operation's transaction could not be looked at", e);
        }
        boolean waits = transaction.isPresent() && look <= LOOKS;
        try {
            return inDoubt && !waits ? byNumber() : Optional.empty();
        } catch (RequestException e) {
            LOG.debug("an operation's number could not be looked at", e);
            return Optional.empty();
        }
    }

    private Optional<End> byState(RelayedTransaction transaction) {
        if (transaction.state().isFailure()) {
            return failed(transaction);
        }
        return transaction.state() == TransactionState.CONFIRMED ? confirmed(transaction) : Optional.empty();
    }

    private Optional<End> failed(RelayedTransaction transaction) {
        Holdings after = evidence.holdings();
        if (judge(after) == Effect.MOVED) {
            return Optional.of(End.confirmed(
                    "balances moved, although the relayer says " + word(transaction) + ": " + moved(after)));
        }
        String hint = evidence.plan().hint();
        return Optional.of(
                End.failed("the transaction failed: " + word(transaction) + (hint.isEmpty() ? "" : "; " + hint)));
    }

    private Optional<End> confirmed(RelayedTransaction transaction) {
        Holdings after = evidence.holdings();
        Effect effect = judge(after);
        if (effect == Effect.MOVED) {
            return Optional.of(End.confirmed(word(transaction) + ": " + moved(after)));
        }
        confirmedAt = since(true, confirmedAt);
        boolean late = isPast(LAG, confirmedAt);
        if ((late || effect == Effect.UNCLEAR) && evidence.isIndexed(transaction.hash())) {
            return Optional.of(End.confirmed(word(transaction) + ", seen by the indexer: " + moved(after)));
        }
        if (!late) {
            return Optional.empty();
        }
        if (effect == Effect.UNMOVED) {
            return Optional.of(End.failed("the relayer says " + word(transaction)
                    + ", but it had no effect: the account still has " + after));
        }
        doubt("the relayer says " + word(transaction) + ", but other things moved balances as well: " + moved(after));
        return Optional.empty();
    }

    private Optional<End> byNumber() {
        boolean used = evidence.isNumberUsed();
        Holdings after = evidence.holdings();
        Effect effect = judge(after);
        movedAt = since(effect == Effect.MOVED, movedAt);
        usedAt = since(used, usedAt);
        if (isPast(SETTLED, movedAt) && (used || isRedemption())) {
            return Optional.of(End.confirmed("balances moved: " + moved(after)));
        }
        if (!used) {
            return evidence.secondsPastDeadline() >= LAG_OF_DEADLINE_SECONDS
                    ? Optional.of(End.failed("it was not carried out before its time ran out, and cannot be any more"))
                    : Optional.empty();
        }
        if (!isPast(LAG_OF_NUMBER, usedAt)) {
            return Optional.empty();
        }
        if (evidence.isIndexed(Optional.empty())) {
            return Optional.of(End.confirmed("seen by the indexer: " + moved(after)));
        }
        return effect == Effect.UNMOVED
                ? Optional.of(End.failed("the wallet's number was used, but not by it: the account still has " + after))
                : Optional.empty();
    }

    private @Nullable Long since(boolean holds, @Nullable Long already) {
        if (!holds) {
            return null;
        }
        return already == null ? Long.valueOf(patience.nanos()) : already;
    }

    private boolean isPast(Duration time, @Nullable Long since) {
        return since != null && patience.since(since).compareTo(time) >= 0;
    }

    private Effect judge(Holdings after) {
        return evidence.plan().change().judge(after);
    }

    private boolean isRedemption() {
        return evidence.plan().operation().kind() == Operation.Kind.REDEEM;
    }

    private String moved(Holdings after) {
        return "from " + evidence.plan().change().before() + " to " + after;
    }

    private static String word(RelayedTransaction transaction) {
        return transaction.stateWord()
                + transaction.hash().map(hash -> " in " + hash).orElse("");
    }
}
