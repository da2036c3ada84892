package io.ploy.core.track;

import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.JournalVisitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the runs in a journal. One thread. */
public final class JournalRuns implements JournalVisitor {
    private final List<TrackedRun> ended = new ArrayList<>();
    private @Nullable TrackedRun open;

    @Override
    public void visit(long sequence, Instant at, JournalRecord record) {
        if (record instanceof JournalRecord.SessionStarted started) {
            end();
            open = new TrackedRun(started.epoch(), started.version(), started.factsOrNull(), at, at);
            return;
        }
        TrackedRun run = open;
        if (run != null) {
            open = new TrackedRun(run.epoch(), run.version(), run.factsOrNull(), run.from(), at);
            if (record instanceof JournalRecord.SessionClosed) {
                end();
            }
        }
    }

    private void end() {
        TrackedRun run = open;
        if (run != null) {
            ended.add(run);
            open = null;
        }
    }

    /**
     * What was found so far.
     *
     * @return in their order
     */
    public List<TrackedRun> runs() {
        List<TrackedRun> runs = new ArrayList<>(ended);
        TrackedRun run = open;
        if (run != null) {
            runs.add(run);
        }
        return List.copyOf(runs);
    }
}
