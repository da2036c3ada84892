package io.ploy.core.persistence.sql;

import java.sql.SQLException;
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

    /** A commit of the journal. */
    <T> T commit(SqlAnswer<T> work) throws SQLException {
        commits.incrementAndGet();
        lock.lock();
        try {
            return work.run();
        } finally {
            if (commits.decrementAndGet() == 0) {
                noCommits.signalAll();
            }
            lock.unlock();
        }
    }

    /** Something short that can wait until the journal has nothing to commit. */
    void between(SqlWork work) throws SQLException {
        lock.lock();
        try {
            while (commits.get() > 0) {
                noCommits.awaitUninterruptibly();
            }
            work.run();
        } finally {
            lock.unlock();
        }
    }

    /** Statements with a result. */
    @FunctionalInterface
    interface SqlAnswer<T> {
        T run() throws SQLException;
    }
}
