package io.ploy.core.performance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How the events of one strategy went, in the order in which nothing of them was open for the first time. */
final class Streak {
    /** Of a strategy that closed no event yet. Never changed. */
    static final Streak NONE = new Streak();

    private final Map<String, Outcome> byEvent = new HashMap<>();
    private final List<Outcome> row = new ArrayList<>();
    private int losses;

    /** What an event came to when it was closed last. What was forgiven of it counts no longer. */
    private static final class Outcome {
        private long profit;
        private long forgiven;
        private boolean counts;

        @Override
        public String toString() {
            return profit + " less " + forgiven;
        }
    }

    int losses() {
        return losses;
    }

    /** What an event came to; 0 if it was never closed, or made nothing. */
    long profit(String event) {
        Outcome known = byEvent.get(event);
        return known == null ? 0 : known.profit;
    }

    /** How many events in a row are lost once one comes to so much. */
    int lossesWith(String event, long profit) {
        Outcome known = byEvent.get(event);
        int lost = 0;
        if (known == null || !known.counts) {
            long made = profit - (known == null ? 0 : known.forgiven);
            if (made > 0) {
                return 0;
            }
            lost = made < 0 ? 1 : 0;
        }
        return lost + lossesBefore(known, profit);
    }

    private int lossesBefore(@Nullable Outcome changed, long profit) {
        int lost = 0;
        for (int i = row.size() - 1; i >= 0; i--) {
            Outcome outcome = row.get(i);
            long made = (outcome == changed ? profit : outcome.profit) - outcome.forgiven;
            if (made > 0) {
                return lost;
            }
            lost += made < 0 ? 1 : 0;
        }
        return lost;
    }

    void settle(String event, long profit, int lossesNow) {
        Outcome outcome = byEvent.computeIfAbsent(event, name -> new Outcome());
        outcome.profit = profit;
        if (!outcome.counts) {
            outcome.counts = true;
            row.add(outcome);
        }
        losses = lossesNow;
    }

    /** What was lost until now counts no longer. */
    void forgive() {
        for (Outcome outcome : row) {
            outcome.forgiven = outcome.profit;
            outcome.counts = false;
        }
        row.clear();
        losses = 0;
    }

    @Override
    public String toString() {
        return losses + " " + row + " " + new TreeMap<>(byEvent);
    }
}
