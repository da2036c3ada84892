package io.ploy.testkit.crash;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was found, a line for each point. */
final class CrashTable {
    private final Map<String, List<Outcome>> rows = new LinkedHashMap<>();

    synchronized void add(Outcome outcome) {
        rows.computeIfAbsent(outcome.point(), point -> new ArrayList<>()).add(outcome);
    }

    synchronized String text() {
        StringBuilder text = new StringBuilder(String.format(
                "%-24s %7s %7s %12s  %s%n", "point", "killed", "wrong", "recovered ms", "orders by their end"));
        rows.forEach((point, outcomes) -> {
            Map<String, Integer> ends = new TreeMap<>();
            outcomes.forEach(outcome -> outcome.orders().forEach((end, count) -> ends.merge(end, count, Integer::sum)));
            text.append(String.format(
                    "%-24s %7d %7d %12s  %s%n",
                    point,
                    outcomes.stream().filter(Outcome::struck).count(),
                    outcomes.stream()
                            .filter(outcome -> !outcome.wrong().isEmpty())
                            .count(),
                    recovery(outcomes),
                    ends));
        });
        return text.append(kills())
                .append(" kills at ")
                .append(rows.size())
                .append(" kinds of moments")
                .toString();
    }

    synchronized int runs() {
        return rows.values().stream().mapToInt(List::size).sum();
    }

    synchronized long kills() {
        return rows.values().stream()
                .flatMap(List::stream)
                .filter(Outcome::struck)
                .count();
    }

    /** Points whose every run ended before it came to them. */
    synchronized List<String> neverPassed() {
        return rows.entrySet().stream()
                .filter(row -> row.getValue().stream().noneMatch(Outcome::struck))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static String recovery(List<Outcome> outcomes) {
        long[] millis = outcomes.stream().mapToLong(Outcome::recovered).sorted().toArray();
        return millis[millis.length / 2] + ".." + millis[millis.length - 1];
    }
}
