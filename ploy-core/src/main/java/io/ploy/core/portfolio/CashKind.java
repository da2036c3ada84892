package io.ploy.core.portfolio;

import io.ploy.core.portfolio.CashBook.Account;

/** Why cash came or went that no fill and no operation moved. */
public enum CashKind {
    /** A flow of which is not known what it was: journals had no other kind once. */
    FLOW(Account.EXTERNAL),
    /** The owner put it in, or it was there before. */
    DEPOSIT(Account.EXTERNAL),
    /** The owner took it out. */
    WITHDRAWAL(Account.EXTERNAL),
    /** The venue paid for orders that rested, for trading much, for bringing somebody, or as interest. */
    REWARD(Account.INCOME),
    /** The venue gave back a part of fees. */
    REBATE(Account.INCOME),
    /** The chain was paid. */
    GAS(Account.GAS),
    /** The books were brought to what the venue holds, and nobody has said yet what the difference was. */
    ADJUSTMENT(Account.ADJUSTMENT);

    private final Account counterAccount;

    CashKind(Account counterAccount) {
        this.counterAccount = counterAccount;
    }

    /** Where it comes from when it comes, and goes to when it goes. */
    Account counterAccount() {
        return counterAccount;
    }
}
