package io.ploy.core.lease;

import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to happen once a lease is lost: each action once. Thread-safe. */
final class LostActions {
    private static final Logger LOG = LoggerFactory.getLogger(LostActions.class);

    private final List<Runnable> actions = new ArrayList<>();
    private boolean lost;

    void add(Runnable action) {
        synchronized (this) {
            if (!lost) {
                actions.add(action);
                return;
            }
        }
        run(action);
    }

    void lost() {
        List<Runnable> due;
        synchronized (this) {
            lost = true;
            due = List.copyOf(actions);
            actions.clear();
        }
        due.forEach(LostActions::run);
    }

    private static void run(Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("what was to happen once the lease was lost failed", e);
        }
    }
}
