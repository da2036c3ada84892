package io.ploy.testkit.polymarket.data;

/**
 * How an outcome stands.
 *
 * @param price what a share is worth, micros
 * @param resolved whether that is its payout
 * @param mergeable whether the other outcome is held too
 */
record Standing(long price, boolean resolved, boolean mergeable) {
    boolean isRedeemable(Held held) {
        return resolved && held.shares() > 0;
    }

    /** The venue's word. */
    String word(Held held) {
        if (held.shares() == 0) {
            return "CLOSED";
        }
        if (resolved) {
            return price == 0 ? "REDEEMABLE_LOST" : "REDEEMABLE";
        }
        return mergeable ? "MERGEABLE" : "OPEN";
    }

    /** Whether a position shows among those of a status: open ones are all that are held. */
    boolean isAmong(String status, Held held) {
        return switch (status) {
            case "OPEN" -> held.shares() > 0;
            case "CLOSED" -> held.shares() == 0;
            case "MERGEABLE" -> held.shares() > 0 && mergeable && !resolved;
            default -> word(held).equals(status);
        };
    }
}
