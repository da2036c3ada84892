package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.VenueOrderId;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.risk.TradingGate;
import io.ploy.core.risk.TradingHalt;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person may decide while the engine runs. Every decision is journalled with who and why.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class Operator {
    private final Question question;
    private final EngineExecutor executor;
    private final Clock clock;
    private final Scribe journal;
    private final TradingGate gate;
    private final ClosedInstruments closed;
    private final OrderDesk orders;
    private final @Nullable BalanceCheck balances;
    private final @Nullable Reconciler reconciler;

    Operator(
            Question question,
            EngineExecutor executor,
            Clock clock,
            Scribe journal,
            Books books,
            OrderDesk orders,
            @Nullable BalanceCheck balances,
            @Nullable Reconciler reconciler) {
        this.question = question;
        this.executor = executor;
        this.clock = clock;
        this.journal = journal;
        gate = books.gate();
        closed = books.closed();
        this.orders = orders;
        this.balances = balances;
        this.reconciler = reconciler;
    }

    /**
     * Every cause for which trading is halted.
     *
     * @return by cause
     */
    public List<TradingHalt> halts() {
        return gate.halts();
    }

    /**
     * Every cause that keeps new orders back and ends by itself, such as the comparison with the venue at the start.
     *
     * @return by cause
     */
    public List<TradingHalt> holds() {
        return gate.holds();
    }

    /**
     * What the newest comparison of the books with the venue came to.
     *
     * @return absent before the first one, and where nothing is compared
     */
    public Optional<JournalRecord.Reconciled> lastComparison() {
        return question.ask(() -> Optional.ofNullable(reconciler).flatMap(Reconciler::last));
    }

    /**
     * Clears one cause of a halt. Others stay.
     *
     * @param cause as {@link #halts} names it
     * @param who who decides
     * @param why the reason
     * @return false if it was not set
     */
    public boolean clearHalt(String cause, String who, String why) {
        return gate.clear(cause, who, why);
    }

    /**
     * Lets an instrument be traded again that was closed because the venue contradicted itself.
     *
     * @param instrument which
     * @param who who decides
     * @param why the reason
     * @return false if it was not closed
     */
    public boolean reopen(InstrumentId instrument, String who, String why) {
        return question.ask(() -> {
            journal.write(new JournalRecord.OperatorDecided(instrument.toString(), Decisions.REOPEN, who, why));
            return closed.reopen(instrument);
        });
    }

    /**
     * Takes the venue's balances for right at the next comparison, however large the difference.
     *
     * @param who who decides
     * @param why the reason
     */
    public void acceptVenueBalances(String who, String why) {
        executor.execute(() -> {
            journal.write(new JournalRecord.OperatorDecided("account", Decisions.ACCEPT_BALANCES, who, why));
            if (balances != null && reconciler != null) {
                balances.acceptAll();
                reconciler.compareBalances();
            }
        });
    }

    /**
     * States what became of an order in doubt. Evidence that comes later still overrides it.
     *
     * @param order an order in doubt
     * @param neverPlaced whether the venue never had it; else it is closed there, and what it executed is booked by its fills
     * @param who who decides
     * @param why the reason
     * @return false if the order is not in doubt
     */
    public boolean decide(ClientOrderId order, boolean neverPlaced, String who, String why) {
        return question.ask(() -> {
            VenueOrderId name = orders.order(order)
                    .filter(found -> found.lifecycle() == OrderLifecycle.UNKNOWN)
                    .flatMap(Order::venueOrderId)
                    .orElse(null);
            if (name == null) {
                return false;
            }
            String decision = neverPlaced ? Decisions.NEVER_PLACED : Decisions.CLOSED;
            journal.write(new JournalRecord.OperatorDecided(order.toString(), decision, who, why));
            orders.evidence()
                    .onEvidence(OrderEvidence.of(
                            name,
                            neverPlaced ? OrderEvidence.Kind.ABSENT : OrderEvidence.Kind.CANCELLED,
                            "decided by " + who + ": " + why,
                            clock.instant()));
            return true;
        });
    }
}
