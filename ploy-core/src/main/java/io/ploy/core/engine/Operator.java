package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.order.ClientOrderId;
import io.ploy.api.order.Order;
import io.ploy.api.order.OrderEvidence;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.api.order.VenueOrderId;
import io.ploy.api.venue.AccountCheck;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Reset;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.risk.TradingGate;
import io.ploy.core.risk.TradingHalt;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    private final RiskDesk riskDesk;
    private final CashDesk cash;
    private final Figures figures;
    private final Flattener flattener;

    Operator(
            Question question,
            EngineExecutor executor,
            Clock clock,
            Scribe journal,
            Books books,
            OrderDesk orders,
            Desks desks,
            RiskDesk riskDesk) {
        this.question = question;
        this.executor = executor;
        this.clock = clock;
        this.journal = journal;
        gate = books.gate();
        closed = books.closed();
        this.orders = orders;
        balances = desks.balances();
        reconciler = desks.reconciler();
        this.riskDesk = riskDesk;
        cash = new CashDesk(books.portfolio(), journal, clock, riskDesk, balances);
        flattener = desks.flattener();
        figures = new Figures(question, clock, riskDesk, orders);
    }

    /** What compares the books with the venue, if anything does, and what sells. */
    record Desks(@Nullable BalanceCheck balances, @Nullable Reconciler reconciler, Flattener flattener) {}

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
     * What was earned and lost.
     *
     * @return always the same
     */
    public Figures figures() {
        return figures;
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
     * Clears one cause of a halt. Others stay, and when none is left trading comes back in steps: only what reduces risk is
     * sent until books and venue were compared, and until {@link #reset} of the account's cause
     * {@value io.ploy.core.breaker.Cause#SECOND_STEP}.
     *
     * @param cause as {@link #halts} names it
     * @param who who decides
     * @param why the reason
     * @return false if it was not set
     */
    public boolean clearHalt(String cause, String who, String why) {
        return question.ask(() -> end(cause, who, why));
    }

    /** What a halt leaves behind is set first, so that no order slips through in between. */
    private boolean end(String cause, String who, String why) {
        if (gate.halts().stream().noneMatch(halt -> halt.cause().equals(cause))) {
            return false;
        }
        riskDesk.haltEnds(cause, who);
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
     * Books cash that came or went other than by trading. What a comparison with the venue has booked as an adjustment
     * before, and nobody has explained, counts as part of it and is not booked again.
     *
     * @param kind what it was; not a flow that nobody can name
     * @param amount positive if it came, negative if it went; gas goes. The other sign takes back what was booked wrongly.
     * @param who who says so
     * @param why what for
     * @return the part that was an adjustment before, by which cash does not move again
     * @throws IllegalArgumentException if it cannot be, saying why; nothing is booked then
     */
    public Cash book(CashKind kind, Cash amount, String who, String why) {
        record Booked(Cash explained, String problem) {}

        Booked booked = question.ask(() -> {
            String problem = cash.problem(kind, amount);
            return new Booked(problem.isEmpty() ? cash.book(kind, amount, who, why) : Cash.ZERO, problem);
        });
        if (!booked.problem().isEmpty()) {
            throw new IllegalArgumentException(booked.problem());
        }
        return booked.explained();
    }

    /**
     * States that nothing has to prove what the strategies do, which is how an engine without deployments trades.
     *
     * @param who who answers for it
     * @param why the reason
     */
    public void waiveEvidence(String who, String why) {
        executor.execute(
                () -> journal.write(new JournalRecord.OperatorDecided("account", Decisions.WAIVE_EVIDENCE, who, why)));
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

    /**
     * Every cause for which a breaker or a person keeps a scope from trading freely. Does not wait for the engine.
     *
     * @return causes by scope, the widest first
     */
    public Map<Scope, List<Cause>> causes() {
        return riskDesk.causes();
    }

    /**
     * Takes in what somebody found who looked at the account. From the first look on new risk is refused while anything is
     * bad, and once the last look that found it fit is older than the limit {@code maxAccountCheckAge}. Does not wait for the
     * engine.
     *
     * @param checks such as those of {@link io.ploy.api.venue.VenueAccount#check}
     */
    public void accountChecked(List<AccountCheck> checks) {
        List<AccountCheck> found = List.copyOf(checks);
        executor.execute(() -> riskDesk.standing().looked(found, clock.instant()));
    }

    /**
     * Stops a scope as far as is asked, until {@link #reset} of the cause it names.
     *
     * @param scope what; a halt of the account by the kill switch does more
     * @param how far
     * @param who who decides
     * @param why the reason
     */
    public void stop(Scope scope, Stop how, String who, String why) {
        executor.execute(() -> {
            decided(scope, how.name().toLowerCase(Locale.ROOT).replace('_', '-'), who, why);
            riskDesk.stop(scope, how, who, why);
        });
    }

    /**
     * Pauses a scope and sells what is held there: pairs are merged, the rest goes to the best bids, again and again for a
     * minute. Nothing is bought. What is left then is told by the alert {@code flatten.ended}. Another one takes its place.
     * A restart ends it; the scope stays paused.
     *
     * @param scope what
     * @param who who decides
     * @param why the reason
     * @return how far it is
     * @throws IllegalStateException if only cancels are sent there, saying what to do
     */
    public Flattening flatten(Scope scope, String who, String why) {
        Object begun = question.ask(() -> {
            String problem = flattener.problem(scope);
            if (problem != null) {
                return problem;
            }
            decided(scope, "flatten", who, why);
            return flattener.begin(scope, who, why);
        });
        if (begun instanceof Flattening flattening) {
            return flattening;
        }
        throw new IllegalStateException(begun.toString());
    }

    /**
     * The sale that was asked for last.
     *
     * @return how far it is, or how it ended; absent if none was asked for since this process began
     */
    public Optional<Flattening> flattening() {
        return question.ask(() -> Optional.ofNullable(flattener.last()));
    }

    /**
     * Clears causes of a scope by name, and no others. Trading goes on where none is left; after a halt only in steps, of
     * which the second, {@value io.ploy.core.breaker.Cause#SECOND_STEP}, is asked for by itself.
     *
     * @param scope which
     * @param causes as {@link #causes} names them, or a halt of the account
     * @param who who decides
     * @param why the reason
     * @return what became of each
     */
    public Map<String, Reset.Answer> reset(Scope scope, List<String> causes, String who, String why) {
        return question.ask(() -> {
            Map<String, Reset.Answer> answers = new LinkedHashMap<>();
            List<String> others = new ArrayList<>();
            boolean halted = scope.equals(Scope.ACCOUNT) && !gate.halts().isEmpty();
            for (String cause : causes) {
                if (halted && cause.equals(Cause.SECOND_STEP)) {
                    answers.put(cause, Reset.Answer.STILL_HALTED);
                } else if (halted && end(cause, who, why)) {
                    answers.put(cause, Reset.Answer.CLEARED);
                } else {
                    others.add(cause);
                }
            }
            if (!others.isEmpty()) {
                decided(scope, "reset " + String.join(", ", others), who, why);
                answers.putAll(riskDesk.reset(scope, others, who, why).answers());
            }
            return answers;
        });
    }

    /**
     * What may be risked now.
     *
     * @return the limits in force
     */
    public RiskLimits limits() {
        return question.ask(orders::limits);
    }

    /**
     * Changes limits from the next order on, until the engine stops.
     *
     * @param limits all of them
     * @param loosen whether some may allow more than now; each that does is journalled
     * @param who who decides
     * @param why the reason
     * @throws IllegalArgumentException if one would allow more and that was not asked for, naming it
     */
    public void useLimits(RiskLimits limits, boolean loosen, String who, String why) {
        String problem = question.ask(() -> {
            List<String> loosened = orders.limits().loosenedBy(limits);
            if (!loosened.isEmpty() && !loosen) {
                return "would allow more: " + String.join(", ", loosened);
            }
            String way = loosened.isEmpty() ? "tighten " : "loosen ";
            String what = String.join(", ", orders.limits().changedBy(limits));
            decided(Scope.ACCOUNT, "limits: " + way + what, who, why);
            orders.rules().use(limits);
            return "";
        });
        if (!problem.isEmpty()) {
            throw new IllegalArgumentException(problem);
        }
    }

    /**
     * Gives a risk rule that failed another chance.
     *
     * @param rule its name
     * @param who who decides
     * @param why the reason
     * @return false if it is on or not there
     */
    public boolean switchOn(String rule, String who, String why) {
        return question.ask(() -> {
            boolean switchedOn = orders.rules().switchOn(rule);
            if (switchedOn) {
                decided(Scope.ACCOUNT, "switch on risk rule " + rule, who, why);
            }
            return switchedOn;
        });
    }

    private void decided(Scope scope, String decision, String who, String why) {
        journal.note(new JournalRecord.OperatorDecided(scope.toString(), decision, who, why));
    }
}
