package io.ploy.core.persistence;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Resolution;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.CancelAnswer;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.CloseReason;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.portfolio.Operation;
import io.ploy.api.portfolio.OperationEvent;
import io.ploy.api.portfolio.OperationId;
import io.ploy.api.risk.RiskAudit;
import io.ploy.api.strategy.StrategyState;
import io.ploy.core.breaker.CauseChange;
import io.ploy.core.performance.PerformanceChange;
import io.ploy.core.portfolio.CashKind;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One thing that happened. The list is closed: a new kind does not compile until it is handled everywhere. */
public sealed interface JournalRecord {
    /**
     * Calls the method of this kind.
     *
     * @param <R> what the cases answer
     * @param cases one method for each kind
     * @return what the method answered
     */
    <R> R match(RecordCases<R> cases);

    /**
     * A run of the engine began.
     *
     * @param version of Ploy
     * @param configurationDigest of the whole configuration
     * @param seed of everything that is drawn by lot
     * @param epoch which run it is, from 1
     * @param factsOrNull what it trades with and against, or null if nobody said
     */
    record SessionStarted(
            String version,
            String configurationDigest,
            long seed,
            long epoch,
            @Nullable RunFacts factsOrNull) implements JournalRecord {
        /** Checks the range. */
        public SessionStarted {
            if (epoch < 1) {
                throw new IllegalArgumentException("epochs start at 1: " + epoch);
            }
        }

        /** Of which nobody said what it trades with and against. */
        public SessionStarted(String version, String configurationDigest, long seed, long epoch) {
            this(version, configurationDigest, seed, epoch, null);
        }

        /** What it trades with and against, if somebody said. */
        public Optional<RunFacts> facts() {
            return Optional.ofNullable(factsOrNull);
        }

        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.sessionStarted(this);
        }
    }

    /**
     * A market, its rules or its status became known.
     *
     * @param market as last known
     */
    record MarketObserved(Market market) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.marketObserved(this);
        }
    }

    /**
     * The rules decided about an order.
     *
     * @param audit what was asked and what was granted
     */
    record RiskDecided(RiskAudit audit) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.riskDecided(this);
        }
    }

    /**
     * An order was accepted and its exposure reserved.
     *
     * @param order our name for it
     * @param strategy which strategy asked
     * @param request what was granted
     * @param lowest the lowest price it could fill at, zero where its cost does not depend on that or it is not known
     */
    record IntentAccepted(ClientOrderId order, String strategy, OrderRequest request, Price lowest)
            implements JournalRecord {
        /** One whose lowest price is not known. */
        public IntentAccepted(ClientOrderId order, String strategy, OrderRequest request) {
            this(order, strategy, request, Price.ZERO);
        }

        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.intentAccepted(this);
        }
    }

    /**
     * An order was given its identity at the venue and its bytes. Durable before the first byte of it leaves.
     *
     * @param order identity and bytes
     * @param attempt which attempt at the intent, from 1
     */
    record OrderPrepared(PreparedOrder order, int attempt) implements JournalRecord {
        /** Checks the range. */
        public OrderPrepared {
            if (attempt < 1) {
                throw new IllegalArgumentException("attempts start at 1: " + attempt);
            }
        }

        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.orderPrepared(this);
        }
    }

    /**
     * An order's bytes are about to leave.
     *
     * @param order which order
     * @param number which time these bytes are sent, from 1
     */
    record SendStarted(VenueOrderId order, int number) implements JournalRecord {
        /** Checks the range. */
        public SendStarted {
            if (number < 1) {
                throw new IllegalArgumentException("sends start at 1: " + number);
            }
        }

        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.sendStarted(this);
        }
    }

    /**
     * A venue showed something about an order.
     *
     * @param evidence what it showed
     */
    record EvidenceReceived(OrderEvidence evidence) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.evidenceReceived(this);
        }
    }

    /**
     * A venue reported a fill leg, or how far it has settled.
     *
     * @param report what it said
     */
    record FillObserved(FillReport report) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.fillObserved(this);
        }
    }

    /**
     * An order went from one place to another. Follows from other records; written to be read.
     *
     * @param order which order
     * @param from where it was
     * @param to where it is
     * @param reasonOrNull why it closed, or null if it did not
     * @param detail in words, may be empty
     */
    record OrderMoved(
            ClientOrderId order,
            OrderLifecycle from,
            OrderLifecycle to,
            @Nullable CloseReason reasonOrNull,
            String detail)
            implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.orderMoved(this);
        }

        /** Why it closed, if it did. */
        public Optional<CloseReason> reason() {
            return Optional.ofNullable(reasonOrNull);
        }
    }

    /**
     * A venue showed something that cannot be. Nothing was moved by it.
     *
     * @param code which rule it breaks
     * @param order which order
     * @param text what was shown, in words
     */
    record IllegalEvidence(String code, VenueOrderId order, String text) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.illegalEvidence(this);
        }
    }

    /**
     * An order is to be cancelled.
     *
     * @param order which order
     */
    record CancelAsked(ClientOrderId order) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.cancelAsked(this);
        }
    }

    /**
     * A venue answered a cancel.
     *
     * @param answer what it did
     */
    record CancelAnswered(CancelAnswer answer) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.cancelAnswered(this);
        }
    }

    /**
     * A split, merge or redemption is to be carried out. Durable before it is.
     *
     * @param strategy which strategy asked
     * @param operation what to do
     */
    record OperationRequested(String strategy, Operation operation) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.operationRequested(this);
        }
    }

    /**
     * A split, merge or redemption moved on.
     *
     * @param event where it is now
     */
    record OperationMoved(OperationEvent event) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.operationMoved(this);
        }
    }

    /**
     * A market's payouts became known.
     *
     * @param resolution what each outcome pays
     */
    record Resolved(Resolution resolution) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.resolved(this);
        }
    }

    /**
     * Cash came or went other than by trading.
     *
     * @param amount positive if it came
     * @param kind what it was; a flow in journals that did not tell
     * @param why in words
     */
    record CashMoved(Cash amount, CashKind kind, String why) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.cashMoved(this);
        }
    }

    /**
     * A redemption paid. Follows from the operation's end; written to be read.
     *
     * @param operation which redemption
     * @param market what was redeemed
     * @param payout what it paid
     */
    record Redeemed(OperationId operation, MarketId market, Cash payout) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.redeemed(this);
        }
    }

    /**
     * New orders are allowed again, or no longer.
     *
     * @param open whether they are allowed
     * @param cause the cause's short name, then a colon and why, in words
     * @param who a person, or the part of Ploy that did it
     */
    record GateChanged(boolean open, String cause, String who) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.gateChanged(this);
        }
    }

    /**
     * A strategy saved what it wants to remember.
     *
     * @param strategy which strategy
     * @param state what it remembers
     */
    record StrategyStateSaved(String strategy, StrategyState state) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.strategyStateSaved(this);
        }
    }

    /**
     * People were told something.
     *
     * @param alert what they were told
     */
    record AlertRaised(Alert alert) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.alertRaised(this);
        }
    }

    /**
     * A run of the engine ended in good order.
     *
     * @param how in words
     */
    record SessionClosed(String how) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.sessionClosed(this);
        }
    }

    /**
     * Shares came or went other than by trading: what the account held at the start, or what the venue says it holds against
     * the books.
     *
     * @param strategy whose shares
     * @param instrument of what
     * @param micros how many, in millionths of a share; negative if they went
     * @param cost what they cost, zero if they went
     * @param why in words
     */
    record SharesMoved(String strategy, InstrumentId instrument, long micros, Cash cost, String why)
            implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.sharesMoved(this);
        }
    }

    /**
     * The books were compared with the venue.
     *
     * @param verdict what came of it
     * @param detail what differed and what was done, in words
     */
    record Reconciled(Verdict verdict, String detail) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.reconciled(this);
        }

        /** What a comparison with the venue comes to. */
        public enum Verdict {
            /** Nothing differed. */
            CLEAN,
            /** What differed was explained by evidence or booked as a correction. */
            CORRECTED,
            /** The venue's answers do not suffice; nothing was changed by them. */
            INCOMPLETE,
            /** Differences too large to be corrected without a person. */
            DIVERGED
        }
    }

    /**
     * A person decided something that evidence alone could not.
     *
     * @param about what it is about: an order, an instrument, the account
     * @param decision what was decided
     * @param who who decided
     * @param why the reason
     */
    record OperatorDecided(String about, String decision, String who, String why) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.operatorDecided(this);
        }
    }

    /**
     * This process became the one that writes for the account.
     *
     * @param token greater than that of any writer before
     * @param holder who writes, for people
     */
    record LeaseTaken(long token, String holder) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.leaseTaken(this);
        }
    }

    /**
     * A record could not be processed. It is set aside, also when the journal is read again, until it is tried anew.
     *
     * @param sequence of the record
     * @param error what went wrong
     */
    record DeadLettered(long sequence, String error) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.deadLettered(this);
        }
    }

    /**
     * A record that was set aside is to be processed when the journal is read the next time.
     *
     * @param sequence of the record
     * @param who who asked
     */
    record DeadLetterRetried(long sequence, String who) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.deadLetterRetried(this);
        }
    }

    /**
     * Something about the day's profit, the peak, a losing streak or the marks that a later run must know.
     *
     * @param change as it was decided
     */
    record PerformanceMoved(PerformanceChange change) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.performanceMoved(this);
        }
    }

    /**
     * A scope may not trade freely any more for a cause, or a cause is cleared.
     *
     * @param change as it was decided
     */
    record CauseMoved(CauseChange change) implements JournalRecord {
        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.causeMoved(this);
        }
    }

    /**
     * A record of a kind, or of a version of a kind, that this version of Ploy does not know. Whoever rebuilds state from
     * the journal cannot tell what it changes.
     */
    final class Unknown implements JournalRecord {
        private final int type;
        private final int version;
        private final byte[] bytes;

        /**
         * Copies the bytes.
         *
         * @param type the kind's number, 0 to 255
         * @param version the kind's format version, 0 to 255
         * @param bytes the rest
         */
        public Unknown(int type, int version, byte[] bytes) {
            if ((type & ~0xff) != 0 || (version & ~0xff) != 0) {
                throw new IllegalArgumentException("type and version are bytes: " + type + ", " + version);
            }
            this.type = type;
            this.version = version;
            this.bytes = bytes.clone();
        }

        /** The kind's number. */
        public int type() {
            return type;
        }

        /** The kind's format version. */
        public int version() {
            return version;
        }

        /** A copy of the rest. */
        public byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public <R> R match(RecordCases<R> cases) {
            return cases.unknown(this);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Unknown that
                    && type == that.type
                    && version == that.version
                    && Arrays.equals(bytes, that.bytes);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * type + version) + Arrays.hashCode(bytes);
        }

        @Override
        public String toString() {
            return "unknown record type " + type + " version " + version + ", " + bytes.length + " bytes";
        }
    }
}
