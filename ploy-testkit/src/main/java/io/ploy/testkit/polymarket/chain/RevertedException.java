package io.ploy.testkit.polymarket.chain;

/** A contract undoes what a call did and says why. */
public final class RevertedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * A revert.
     *
     * @param reason the contract's words
     */
    public RevertedException(String reason) {
        super(reason, null, false, false);
    }

    /**
     * The contract's words.
     *
     * @return not empty
     */
    public String reason() {
        return String.valueOf(getMessage());
    }
}
