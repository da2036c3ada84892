package io.ploy.testkit.polymarket.limit;

import java.util.Locale;

/** How many orders and cancels a key may send, by what its wallet traded in 30 days. */
public enum SignerTier {
    /** From nothing. */
    STANDARD(40, 60, true),
    /** From 30,000 USD. */
    COPPER(60, 90, true),
    /** From 50,000 USD. */
    BRONZE(80, 120, true),
    /** From 100,000 USD. */
    SILVER(200, 300, true),
    /** From 500,000 USD. */
    GOLD(400, 600, true),
    /** From 2,500,000 USD. */
    PLATINUM(450, 675, false),
    /** From 5,000,000 USD. */
    DIAMOND(525, 787, false),
    /** From 10,000,000 USD. */
    ELITE(600, 900, false);

    private final long ordersPerSecond;
    private final long orderBurst;
    private final boolean cancelDebt;

    SignerTier(long ordersPerSecond, long orderBurst, boolean cancelDebt) {
        this.ordersPerSecond = ordersPerSecond;
        this.orderBurst = orderBurst;
        this.cancelDebt = cancelDebt;
    }

    /**
     * As headers and answers name it.
     *
     * @return lower case
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Cancels are allowed twice as many as orders. */
    long perSecond(TokenKind kind) {
        return kind == TokenKind.ORDER ? ordersPerSecond : 2 * ordersPerSecond;
    }

    long burst(TokenKind kind) {
        return kind == TokenKind.ORDER ? orderBurst : 2 * orderBurst;
    }

    /** Whether a cancel of many may leave fewer tokens than none. */
    boolean cancelDebt() {
        return cancelDebt;
    }
}
