package io.ploy.connectors.polymarket.relayer;

import java.util.List;

/**
 * What is to be done in one transaction, all of it or nothing.
 *
 * @param calls at least one, in order
 * @param note for people, shown by the venue beside the transaction; may be empty, at most 500 characters
 */
public record Batch(List<ContractCall> calls, String note) {
    private static final int LONGEST_NOTE = 500;

    /** Checks that there is something to do. */
    public Batch {
        calls = List.copyOf(calls);
        if (calls.isEmpty()) {
            throw new IllegalArgumentException("a transaction without calls");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException(
                    "the relayer takes notes of at most " + LONGEST_NOTE + " characters, not " + note.length());
        }
    }
}
