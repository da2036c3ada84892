package io.ploy.core.engine;

import io.ploy.api.money.Cash;
import io.ploy.core.persistence.JournalRecord.CashMoved;
import io.ploy.core.persistence.JournalRecord.OperatorDecided;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.portfolio.PortfolioLedger;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Books what a person says came or went. What a comparison with the venue found before and booked as an adjustment is not
 * booked again: that part of the adjustment is taken back. Engine thread only.
 */
final class CashDesk {
    private final PortfolioLedger portfolio;
    private final Scribe journal;
    private final Clock clock;
    private final RiskDesk riskDesk;
    private final @Nullable BalanceCheck balances;

    CashDesk(
            PortfolioLedger portfolio,
            Scribe journal,
            Clock clock,
            RiskDesk riskDesk,
            @Nullable BalanceCheck balances) {
        this.portfolio = portfolio;
        this.journal = journal;
        this.clock = clock;
        this.riskDesk = riskDesk;
        this.balances = balances;
    }

    /** Why it cannot be booked; empty if it can. */
    String problem(CashKind kind, Cash amount) {
        if (kind == CashKind.FLOW) {
            return "a flow must be named: it was a deposit, a withdrawal or something else";
        }
        if (amount.micros() == 0) {
            return "nothing came or went";
        }
        Cash settled = portfolio.balance().settled();
        Cash after = settled.plus(amount).minus(explained(kind, amount));
        return amount.isNegative() && after.isNegative()
                ? "the books hold " + settled + " USD, so " + amount.negate() + " USD cannot have gone"
                : "";
    }

    /** Of an amount, what a comparison has booked before, as an adjustment. */
    Cash explained(CashKind kind, Cash amount) {
        long open = portfolio.adjustments().micros();
        if (kind == CashKind.ADJUSTMENT || Long.signum(open) != Long.signum(amount.micros())) {
            return Cash.ZERO;
        }
        return Math.abs(open) < Math.abs(amount.micros()) ? Cash.ofMicros(open) : amount;
    }

    /** Answers the part that was booked before, by which cash does not move again. */
    Cash book(CashKind kind, Cash amount, String who, String why) {
        Instant now = clock.instant();
        Cash explained = explained(kind, amount);
        List<CashMoved> moves = new ArrayList<>();
        if (explained.micros() != 0) {
            moves.add(new CashMoved(
                    explained.negate(), CashKind.ADJUSTMENT, "was a " + word(kind) + ", says " + who + ": " + why));
        }
        moves.add(new CashMoved(amount, kind, who + ": " + why));
        journal.write(new OperatorDecided("account", "book " + word(kind) + " " + amount, who, why), now);
        moves.forEach(move -> journal.write(move, now));
        moves.forEach(move -> portfolio.move(move.kind(), move.amount()));
        if (balances != null) {
            balances.cashTouched();
        }
        riskDesk.onCash();
        return explained;
    }

    private static String word(CashKind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }
}
