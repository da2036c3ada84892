package io.ploy.core.persistence;

import java.time.Instant;

/** Is shown the records of a journal in order. */
@FunctionalInterface
public interface JournalVisitor {
    /**
     * Looks at one record. An exception ends the replay and rises to its caller.
     *
     * @param sequence the record's place, from 1 without gaps
     * @param at engine time at which it was appended
     * @param record what happened
     */
    void visit(long sequence, Instant at, JournalRecord record);
}
