package io.ploy.core.persistence.sql;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Whose turn it is to write where only one connection can at a time: the journal's commits come first, and wait for no more
 * than what somebody else is in the middle of. Thread-safe.
 */
final class WriteTurns {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition noCommits = lock.newCondition();
    private final AtomicInteger commits = new AtomicInteger();
    private final Duration patience;

    /** With how long others wait for a moment without commits before they take their turn among them. */
    WriteTurns(Duration patience) {
        this.patience = patience;
    }

    /** A commit of the journal. */
    <T> T commit(SqlAnswer<T> work) throws SQLException {
        commits.incrementAndGet();
        lock.lock();
        try {
            return counted(work);
        } finally {
            lock.unlock();
        }
    }

    /** Wakes whoever waits if no further commit does. */
    private <T> T counted(SqlAnswer<T> work) throws SQLException {
        try {
            return work.run();
        } finally {
            if (commits.decrementAndGet() == 0) {
                noCommits.signalAll();
            }
        }
    }

    /** Something short that can wait until the journal has nothing to commit, within reason. */
    void between(SqlWork work) throws SQLException {
        lock.lock();
        try {
            awaitNoCommits();
            work.run();
        } finally {
            lock.unlock();
        }
    }

    private void awaitNoCommits() {
        long nanos = patience.toNanos();
        try {
            while (commits.get() > 0 && nanos > 0) {
                nanos = noCommits.awaitNanos(nanos);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Statements with a result. */
    @FunctionalInterface
    interface SqlAnswer<T> {
        T run() throws SQLException;
    }
}
