package io.ploy.core.persistence;

import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one thread that writes to a {@link RecordStorage}: takes what queued up, has it made durable, says so. */
final class StorageWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(StorageWriter.class);

    private final CommitQueue queue;
    private final RecordStorage storage;
    private final JournalLimits limits;

    StorageWriter(CommitQueue queue, RecordStorage storage, JournalLimits limits) {
        this.queue = queue;
        this.storage = storage;
        this.limits = limits;
    }

    @Override
    public void run() {
        try {
            boolean goesOn = true;
            while (goesOn) {
                Batch batch = queue.take(true);
                goesOn = batch == null ? !queue.isDrained() : commit(batch);
            }
        } catch (JournalException e) {
            queue.died(String.valueOf(e.getMessage()));
        } catch (RuntimeException | Error e) {
            queue.died("the journal's thread stopped: " + e);
            throw e;
        } finally {
            release();
        }
    }

    /** Answers false if it gave up. */
    private boolean commit(Batch batch) {
        int done = 0;
        Duration pause = limits.retryEvery();
        while (done < batch.length()) {
            QueuedRecords rest = new QueuedRecords(batch.bytes(), done, batch.length());
            try {
                long last = storage.commit(rest);
                done = rest.offsetAfter(last);
                pause = limits.retryEvery();
                queue.flushed(last);
            } catch (IOException e) {
                if (!queue.failed(String.valueOf(e.getMessage()), pause)) {
                    return false;
                }
                pause = min(pause.multipliedBy(2), limits.retryAtMost());
            }
        }
        queue.done(batch);
        return true;
    }

    private static Duration min(Duration first, Duration second) {
        return first.compareTo(second) < 0 ? first : second;
    }

    private void release() {
        try {
            storage.close();
        } catch (IOException e) {
            LOG.warn("could not close the journal's storage", e);
        }
    }
}
