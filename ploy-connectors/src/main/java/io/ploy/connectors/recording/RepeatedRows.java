package io.ploy.connectors.recording;

import java.util.Iterator;
import java.util.TreeMap;

/**
 * Tells rows that come again from new ones. Times of new rows only rise, so a row of an earlier time must be one seen
 * before; the newest few thousand are remembered to compare with, which is more than a window has.
 */
final class RepeatedRows {
    private static final int REMEMBERED = 8192;

    private final TreeMap<Long, String> rows = new TreeMap<>();

    /** What a row is. */
    enum Kind {
        NEW,
        SAME,
        DIFFERENT,
        TOO_OLD
    }

    Kind see(long millis, String row) {
        String known = rows.get(millis);
        if (known != null) {
            return known.equals(row) ? Kind.SAME : Kind.DIFFERENT;
        }
        if (!rows.isEmpty() && millis < rows.lastKey()) {
            return Kind.TOO_OLD;
        }
        rows.put(millis, row);
        if (rows.size() > REMEMBERED) {
            Iterator<Long> oldest = rows.keySet().iterator();
            oldest.next();
            oldest.remove();
        }
        return Kind.NEW;
    }
}
