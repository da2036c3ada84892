package io.ploy.connectors.polymarket.json;

import java.util.Map;
import java.util.TreeMap;

/**
 * Counts members nobody reads, so that a change at the venue shows before it hurts. Keeps a bounded number of names.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class UnknownMembers {
    private static final int MOST_NAMES = 500;
    private static final int LONGEST_NAME = 120;

    private final Map<String, Long> counts = new TreeMap<>();
    private long total;

    /**
     * Counts one.
     *
     * @param member its path without the places in lists, such as {@code data[].price}
     */
    synchronized void saw(String member) {
        total++;
        String name = member.length() <= LONGEST_NAME ? member : member.substring(0, LONGEST_NAME);
        if (counts.size() < MOST_NAMES || counts.containsKey(name)) {
            counts.merge(name, 1L, Long::sum);
        }
    }

    /** How many were seen. */
    public synchronized long total() {
        return total;
    }

    /** How often each was seen, by path without the places in lists; at most the first 500 paths. */
    public synchronized Map<String, Long> byMember() {
        return new TreeMap<>(counts);
    }
}
