package io.ploy.connectors.polymarket.settlement;

import io.ploy.api.portfolio.Operation;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/** The note a transaction carries, which the relayer repeats: which operation it is of, and when it was signed. */
final class Note {
    private Note() {}

    /**
     * A note that is no other transaction's, not even after the journal was lost.
     *
     * @param signedAt the venue's time
     */
    static String of(Operation operation, Instant signedAt) {
        return start(operation) + signedAt;
    }

    /**
     * Whether a note is of an operation, and was written by a run that may have had it.
     *
     * @param notBefore when it was signed at the earliest
     */
    static boolean isOf(Operation operation, String note, Instant notBefore) {
        String start = start(operation);
        if (!note.startsWith(start)) {
            return false;
        }
        try {
            return !Instant.parse(note.substring(start.length())).isBefore(notBefore);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static String start(Operation operation) {
        return operation.kind().name().toLowerCase(Locale.ROOT) + " " + operation.id() + " at ";
    }
}
