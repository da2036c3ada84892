package io.ploy.core.portfolio;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/**
 * The account's collateral in double entry: every movement takes from one account what it gives to another, so all of
 * them together are always zero. Amounts in micros; not thread-safe.
 */
final class CashBook {
    /** Where collateral is, or where it came from and went to. */
    enum Account {
        /** Settled and free to move. */
        CASH,
        /** Leaving with fills that are not final. */
        CASH_OUT,
        /** Arriving with fills that are not final. */
        CASH_IN,
        /** Other traders. */
        MARKET,
        /** Locked in outcome sets. */
        SETS,
        /** Paid by resolved markets. */
        PAYOUT,
        /** Fees of the venue. */
        FEES,
        /** Rewards and rebates. */
        INCOME,
        /** What the chain was paid. */
        GAS,
        /** Deposits and withdrawals. */
        EXTERNAL,
        /** Corrections that nobody has explained. */
        ADJUSTMENT
    }

    private final Map<Account, Amount> balances = new EnumMap<>(Account.class);
    private long reserved;

    CashBook() {
        for (Account account : Account.values()) {
            balances.put(account, new Amount());
        }
    }

    void move(Account from, Account to, long micros) {
        Amount source = amount(from);
        Amount target = amount(to);
        long left = Math.subtractExact(source.micros, micros);
        if (source != target) {
            target.micros = Math.addExact(target.micros, micros);
            source.micros = left;
        }
    }

    long balance(Account account) {
        return amount(account).micros;
    }

    private Amount amount(Account account) {
        return Objects.requireNonNull(balances.get(account));
    }

    /** Sets cash aside for an order or an operation; a negative amount gives it back. */
    void reserve(long micros) {
        reserved = Math.addExact(reserved, micros);
    }

    long reserved() {
        return reserved;
    }

    /** What may still be spent; negative only after late or foreign fills. */
    long available() {
        return balance(Account.CASH) - reserved;
    }

    private static final class Amount {
        private long micros;
    }
}
