package io.ploy.core.history.sql;

import com.google.common.util.concurrent.Uninterruptibles;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.sql.SqlJournal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the tables of a journal's database in step with it: the rows of every record that became durable, a fraction of a
 * second later. It begins where the tables ended and reads the journal from its first record for that, which takes as long
 * as the engine's own recovery.
 *
 * <p><b>Threading.</b> One thread of its own, {@code ploy-history}, over one connection of its own. The journal's commits
 * are never behind it, but for one short batch in a file of SQLite. Methods may be called from any thread.
 *
 * <p><b>Failures.</b> While the database refuses or cannot be reached, the same is tried again with growing pauses, which
 * is told once in the log. Trading does not notice. Rows and the mark that says how far they go are written in one
 * transaction, so that nothing is lost or doubled by a crash.
 *
 * <p><b>Memory.</b> What {@link io.ploy.core.history.HistoryProjection} needs, and the rows of one batch.
 */
public final class SqlHistory implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SqlHistory.class);

    private final SqlJournal journal;
    private final Pace pace;
    private final TableWriter writer;
    private final Thread thread = new Thread(this::run, "ploy-history");
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long sequence;
    private boolean closing;
    private boolean gaveUp;
    private boolean failing;

    private SqlHistory(SqlJournal journal, Pace pace) {
        this.journal = journal;
        this.pace = pace;
        writer = new TableWriter(journal.database());
        thread.setDaemon(true);
    }

    /**
     * Begins to follow a journal.
     *
     * @param journal open; it may be closed before this is
     * @return to be closed by the caller, after the journal for tables that have all of it
     */
    public static SqlHistory follow(SqlJournal journal) {
        return follow(journal, Pace.USUAL);
    }

    static SqlHistory follow(SqlJournal journal, Pace pace) {
        SqlHistory history = new SqlHistory(journal, pace);
        history.thread.start();
        return history;
    }

    /**
     * How far the tables are.
     *
     * @return the last record whose rows they have, 0 while that is not known
     */
    public long sequence() {
        lock.lock();
        try {
            return sequence;
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        try (writer) {
            Duration pause = pace.retryEvery();
            boolean isLast;
            boolean isDone;
            do {
                // What became durable before it was closed is still written.
                isLast = isClosing();
                try {
                    isDone = writer.advance(journal.durableSequence());
                    advanced();
                    pause = pace.retryEvery();
                    if (isDone) {
                        await(pace.lookEvery());
                    }
                } catch (SQLException | RuntimeException e) {
                    isDone = true;
                    failed(e, pause);
                    await(pause);
                    pause = pace.afterFailure(pause);
                }
            } while (!isLast || (!isDone && !hasGivenUp()));
        }
    }

    private void advanced() {
        lock.lock();
        try {
            sequence = writer.written();
            if (failing) {
                failing = false;
                LOG.info("the tables of the history in {} are written again", journal.database());
            }
        } finally {
            lock.unlock();
        }
    }

    private void failed(Exception e, Duration pause) {
        writer.disconnect();
        if (!(e instanceof SQLException || e instanceof JournalException)) {
            writer.startOver();
        }
        lock.lock();
        try {
            if (!failing) {
                failing = true;
                LOG.warn(
                        "the tables of the history in {} are not written; trading and the journal go on. Tried again in"
                                + " {}, then less and less often",
                        journal.database(),
                        pause,
                        e);
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private boolean hasGivenUp() {
        lock.lock();
        try {
            return gaveUp;
        } finally {
            lock.unlock();
        }
    }

    /** Waits, but not after it was closed. */
    private void await(Duration time) {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (nanos > 0 && !closing) {
                nanos = changed.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            LOG.warn("the thread of the history's tables was interrupted and goes on", e);
        } finally {
            lock.unlock();
        }
    }

    /**
     * Writes the rows of what is durable, for a few seconds at most, and ends. What is missing then is written by the next
     * one that follows the journal. Does nothing the second time.
     */
    @Override
    public void close() {
        lock.lock();
        try {
            closing = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        Uninterruptibles.joinUninterruptibly(thread, pace.closeWithin());
        lock.lock();
        try {
            gaveUp = true;
        } finally {
            lock.unlock();
        }
        if (thread.isAlive()) {
            LOG.warn(
                    "the tables of the history in {} are at record {} of {}; the next run goes on there",
                    journal.database(),
                    sequence(),
                    journal.durableSequence());
        }
    }
}
