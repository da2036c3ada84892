package io.ploy.core.engine;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.api.order.Order;
import io.ploy.api.portfolio.AccountSnapshot;
import io.ploy.api.portfolio.Balance;
import io.ploy.api.portfolio.Credit;
import io.ploy.api.portfolio.Position;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalRecord.Reconciled.Verdict;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Compares what is final in the books with what the venue says the account holds. What is under way is left out. A
 * difference is booked only when it was there twice, never silently; a large one halts the account. Engine thread only.
 */
final class BalanceCheck {
    /** A residual the venue never shows or fills: 0.01 share. */
    private static final long DUST = 10_000;

    private static final int HALF_A_PERCENT = 200;
    private static final String CASH = "cash";

    private final Supervision settings;
    private final Clock clock;
    private final Books books;
    private final OrderDesk orders;
    private final Scribe journal;
    private final Broadcast broadcast;
    private final Map<String, Instant> touched = new HashMap<>();
    private final Map<String, Long> differences = new HashMap<>();
    private final CreditWatch credits;
    private boolean acceptAll;

    BalanceCheck(
            Supervision settings,
            Clock clock,
            Books books,
            OrderDesk orders,
            Scribe journal,
            Broadcast broadcast,
            Instant booksOf) {
        this.settings = settings;
        this.clock = clock;
        this.books = books;
        this.orders = orders;
        this.journal = journal;
        this.broadcast = broadcast;
        credits = new CreditWatch(booksOf);
    }

    /**
     * What a comparison came to.
     *
     * @param findings what differed, in words
     * @param again whether a difference was seen for the first time and must be looked at once more
     * @param skipped whether something was left out because it is under way
     * @param diverged whether a difference is too large
     */
    record Outcome(List<String> findings, boolean again, boolean skipped, boolean diverged) {
        Verdict verdict(boolean found) {
            return diverged ? Verdict.DIVERGED : found ? Verdict.CORRECTED : Verdict.CLEAN;
        }
    }

    /** Money of an instrument and cash moved just now. */
    void touched(InstrumentId instrument) {
        Instant now = clock.instant();
        touched.put(instrument.toString(), now);
        touched.put(CASH, now);
    }

    /** Cash moved just now other than by trading. */
    void cashTouched() {
        touched.put(CASH, clock.instant());
    }

    /** A person decided that the venue is right, whatever the difference. */
    void acceptAll() {
        acceptAll = true;
    }

    /** What must be read: all that is held or ordered. */
    Set<InstrumentId> instruments() {
        Set<InstrumentId> wanted = new TreeSet<>();
        for (Position position :
                books.portfolio().account(books.markets(), clock.instant()).positions()) {
            wanted.add(position.instrument());
        }
        for (Order order : orders.openOrders()) {
            wanted.add(order.request().instrument());
        }
        return wanted;
    }

    Outcome compare(AccountSnapshot snapshot, Instant began) {
        List<String> findings = new ArrayList<>();
        EnumSet<Step> steps = EnumSet.noneOf(Step.class);
        Set<InstrumentId> all = new TreeSet<>(snapshot.holdings().keySet());
        for (InstrumentId instrument : all) {
            steps.add(compareShares(
                    instrument, snapshot.holdings().getOrDefault(instrument, Quantity.ZERO), began, findings));
        }
        steps.add(compareCash(snapshot, began, findings));
        boolean again = steps.contains(Step.SEEN_ONCE);
        boolean skipped = steps.contains(Step.UNDER_WAY);
        if (!again && !skipped) {
            acceptAll = false;
        }
        return new Outcome(findings, again, skipped, steps.contains(Step.TOO_MUCH));
    }

    private enum Step {
        DONE,
        UNDER_WAY,
        SEEN_ONCE,
        TOO_MUCH
    }

    private Step compareShares(InstrumentId instrument, Quantity venue, Instant began, List<String> findings) {
        PortfolioLedger portfolio = books.portfolio();
        Position position = portfolio.accountPosition(instrument);
        String asset = instrument.toString();
        Market market = books.markets().marketOf(instrument);
        boolean moving = portfolio.isMoving(instrument)
                || (market != null && books.operations().touches(market.id()));
        if (moving || isBusy(asset, began)) {
            return Step.UNDER_WAY;
        }
        long books = position.confirmed().micros();
        long difference = Math.subtractExact(venue.micros(), books);
        if (Math.abs(difference) <= DUST) {
            differences.remove(asset);
            return Step.DONE;
        }
        if (!isSecond(asset, difference)) {
            return Step.SEEN_ONCE;
        }
        String text = asset + ": the venue holds " + venue + " shares, the books " + position.confirmed();
        findings.add(text);
        if (isTooMuch(difference, books, settings.shareTolerance().micros())) {
            return tooMuch(text);
        }
        moveShares(instrument, difference, text);
        return Step.DONE;
    }

    private Step compareCash(AccountSnapshot snapshot, Instant began, List<String> findings) {
        Cash venue = snapshot.collateral();
        Balance balance = books.portfolio().balance();
        boolean moving = !balance.provisionalIn().equals(Cash.ZERO)
                || !balance.provisionalOut().equals(Cash.ZERO)
                || books.operations().count() > 0;
        if (moving || isBusy(CASH, began)) {
            return Step.UNDER_WAY;
        }
        long difference = Math.subtractExact(venue.micros(), balance.settled().micros());
        if (difference == 0) {
            differences.remove(CASH);
            credits.agreed(began);
            return Step.DONE;
        }
        if (!isSecond(CASH, difference)) {
            return Step.SEEN_ONCE;
        }
        List<Credit> paid = credits.take(difference, snapshot.credits());
        if (!paid.isEmpty()) {
            paid.forEach(credit -> credit(credit, findings));
            differences.remove(CASH);
            return Step.DONE;
        }
        String text = "cash: the venue holds " + venue + " USD, the books " + balance.settled();
        findings.add(text);
        if (isTooMuch(
                difference, balance.settled().micros(), settings.cashTolerance().micros())) {
            return tooMuch(text);
        }
        Cash amount = Cash.ofMicros(difference);
        Instant now = clock.instant();
        books.portfolio().move(CashKind.ADJUSTMENT, amount);
        journal.write(new JournalRecord.CashMoved(amount, CashKind.ADJUSTMENT, "correction, " + text), now);
        differences.remove(CASH);
        credits.agreed(began);
        corrected(text);
        return Step.DONE;
    }

    private void credit(Credit credit, List<String> findings) {
        CashKind kind = switch (credit.kind()) {
            case REWARD -> CashKind.REWARD;
            case REBATE -> CashKind.REBATE;
        };
        Instant now = clock.instant();
        books.portfolio().move(kind, credit.amount());
        journal.write(
                new JournalRecord.CashMoved(
                        credit.amount(), kind, "paid by the venue at " + credit.at() + ", " + credit.reference()),
                now);
        findings.add("cash: the venue paid " + credit.amount() + " USD as " + kind);
    }

    private boolean isBusy(String asset, Instant began) {
        Instant last = touched.get(asset);
        return last != null && began.isBefore(last.plus(settings.quiet()));
    }

    /** A difference counts when the comparison before found the same. */
    private boolean isSecond(String asset, long difference) {
        Long before = differences.put(asset, difference);
        return before != null && before == difference;
    }

    private boolean isTooMuch(long difference, long held, long tolerance) {
        return !acceptAll && Math.abs(difference) > Math.max(tolerance, Math.abs(held) / HALF_A_PERCENT);
    }

    private Step tooMuch(String text) {
        books.gate().halt("balance-mismatch", "reconciliation", text);
        broadcast.alert(
                AlertSeverity.CRITICAL,
                "reconcile.diverged",
                "account",
                text
                        + ". The difference is too large to be booked without a person. Find out where it comes from; then book"
                        + " it as what it is, or accept the venue's balances, and release the halt.");
        return Step.TOO_MUCH;
    }

    private void corrected(String text) {
        broadcast.alert(
                AlertSeverity.CRITICAL,
                "balance.mismatch",
                "account",
                text
                        + ". The same difference was there twice, so it is booked as a correction. Find out where it comes from; cash"
                        + " is given its name with 'ploy book'.");
    }

    private void moveShares(InstrumentId instrument, long difference, String text) {
        differences.remove(instrument.toString());
        if (difference > 0) {
            move(OperationDesk.HOUSE, instrument, difference, text);
        } else {
            long left = -difference;
            List<Map.Entry<String, Quantity>> holders =
                    new ArrayList<>(books.portfolio().holders(instrument).entrySet());
            holders.sort(Comparator.comparing((Map.Entry<String, Quantity> entry) -> entry.getValue())
                    .reversed());
            for (Map.Entry<String, Quantity> holder : holders) {
                long taken = Math.min(left, holder.getValue().micros());
                if (taken > 0) {
                    move(holder.getKey(), instrument, -taken, text);
                    left -= taken;
                }
            }
        }
        corrected(text);
    }

    private void move(String strategy, InstrumentId instrument, long micros, String text) {
        Instant now = clock.instant();
        books.portfolio().moveShares(strategy, instrument, micros, Cash.ZERO);
        journal.write(
                new JournalRecord.SharesMoved(strategy, instrument, micros, Cash.ZERO, "correction, " + text), now);
    }
}
