package io.ploy.connectors.polymarket;

import org.jspecify.annotations.Nullable;

/**
 * What speaks against a kept book since it last came whole. A single disagreement can be a matter of order, as when best
 * prices are sent ahead of the change that made them, so it must last; one agreement takes it back.
 */
final class Evidence {
    private int topsAgainst;
    private int hashesAgainst;
    private boolean hashProven;

    /** The book came whole; and whether its own hash was right, which shows that hashes mean what we think they mean. */
    void startAnew(boolean hashRight) {
        topsAgainst = 0;
        hashesAgainst = 0;
        hashProven = hashRight;
    }

    void top(boolean right) {
        topsAgainst = right ? 0 : topsAgainst + 1;
    }

    void hash(boolean right) {
        hashesAgainst = right ? 0 : hashesAgainst + 1;
    }

    /**
     * Why the book is not to be trusted, or null.
     *
     * @param patience how many disagreements in a row are borne; with none, hashes count even where the whole book's hash
     *     was not understood
     */
    @Nullable
    String verdict(int patience) {
        if (topsAgainst > patience) {
            return "the best prices stated differ from the book's";
        }
        if (hashesAgainst > patience && (hashProven || patience == 0)) {
            return "the hash of the book after a change differs";
        }
        return null;
    }
}
