package io.ploy.core.engine;

import io.ploy.api.order.ClientOrderId;
import io.ploy.api.strategy.StrategyState;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalStore;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What earlier runs left in a journal: their number, what strategies saved, and orders without an end. */
final class JournalScan {
    private final Map<String, StrategyState> states = new HashMap<>();
    private final Set<ClientOrderId> unfinished = new LinkedHashSet<>();
    private long epochs;

    static JournalScan of(JournalStore store) {
        JournalScan scan = new JournalScan();
        store.replay((sequence, at, record) -> scan.take(record));
        return scan;
    }

    private void take(JournalRecord record) {
        if (record instanceof JournalRecord.SessionStarted started) {
            epochs = Math.max(epochs, started.epoch());
        } else if (record instanceof JournalRecord.StrategyStateSaved saved) {
            states.put(saved.strategy(), saved.state());
        } else if (record instanceof JournalRecord.OrderPrepared prepared) {
            unfinished.add(prepared.order().id());
        } else if (record instanceof JournalRecord.OrderMoved moved
                && !moved.to().isOpen()) {
            unfinished.remove(moved.order());
        }
    }

    long nextEpoch() {
        return epochs + 1;
    }

    @Nullable
    StrategyState state(String strategy) {
        return states.get(strategy);
    }

    Set<ClientOrderId> unfinished() {
        return unfinished;
    }
}
