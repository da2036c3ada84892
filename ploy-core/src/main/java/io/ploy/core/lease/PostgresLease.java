package io.ploy.core.lease;

import com.google.common.util.concurrent.Uninterruptibles;
import io.ploy.core.persistence.JournalException;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlMigrations;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A lease across hosts: a row of a PostgreSQL database, good until a time of the database's clock and renewed long before
 * by a daemon thread, {@code ploy-lease}. What remains is counted on our own clock from before the renewal was sent, so it
 * is never more than the database thinks. While the database cannot be reached it runs down, and at zero the lease is
 * lost; so it is at once when the row has another token.
 */
public final class PostgresLease implements Lease {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresLease.class);
    private static final Duration FIRST_RETRY = Duration.ofMillis(500);

    private final LeaseTable table;
    private final LeaseSettings settings;
    private final long token;
    private final LostActions actions = new LostActions();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition ended = lock.newCondition();
    private final Thread thread = new Thread(this::keep, "ploy-lease");
    private long until;
    private boolean lost;
    private boolean closed;
    private @Nullable Connection connection;

    PostgresLease(LeaseTable table, LeaseSettings settings, long token, long until) {
        this.table = table;
        this.settings = settings;
        this.token = token;
        this.until = until;
        thread.setDaemon(true);
    }

    /**
     * Takes an account's lease, with a token one higher than the last, and keeps it.
     *
     * @param database a schema of a PostgreSQL server; its tables are made or brought up first
     * @param account whose lease it is
     * @param holder who takes it
     * @param settings how long it lasts, and whether to wait for another holder's to end
     * @return to be closed by the caller
     * @throws LeaseHeldException if another holder has it, and still has after the wait
     * @throws LeaseException if the database cannot be used
     */
    public static PostgresLease take(SqlDatabase database, String account, LeaseHolder holder, LeaseSettings settings) {
        return take(database, account, holder, settings, Uninterruptibles::sleepUninterruptibly);
    }

    /**
     * Whose leases a database has, held or not.
     *
     * @param database a schema of a PostgreSQL server
     * @return the accounts; none if nobody ever took one
     * @throws LeaseException if the database cannot be read
     */
    public static List<String> accounts(SqlDatabase database) {
        try {
            return LeaseTable.accounts(database);
        } catch (SQLException e) {
            throw new LeaseException("cannot look for leases in " + database + ": " + e.getMessage(), e);
        }
    }

    static PostgresLease take(
            SqlDatabase database, String account, LeaseHolder holder, LeaseSettings settings, Pause pause) {
        LeaseTable table = new LeaseTable(database, account);
        try {
            new SqlMigrations(database).up();
            long began = settings.ticker().getAsLong();
            while (true) {
                long asked = settings.ticker().getAsLong();
                long token = table.take(holder, settings.life());
                if (token > 0) {
                    PostgresLease lease = new PostgresLease(
                            table, settings, token, asked + settings.life().toNanos());
                    lease.thread.start();
                    return lease;
                }
                LeaseTable.Held held = table.held();
                Duration wait = settings.waitUpTo().minusNanos(settings.ticker().getAsLong() - began);
                if (wait.isZero() || wait.isNegative()) {
                    throw new LeaseHeldException(table.toString(), held.holder(), held.host(), held.endsAt());
                }
                // The holder may renew or give it back meanwhile, so not all of it at once.
                pause.sleep(min(wait, min(held.left().plusMillis(1), FIRST_RETRY)));
            }
        } catch (SQLException | JournalException e) {
            throw new LeaseException("cannot take the lease of " + table + ": " + e.getMessage(), e);
        }
    }

    @Override
    public long token() {
        return token;
    }

    @Override
    public Duration remaining() {
        lock.lock();
        try {
            long left = until - settings.ticker().getAsLong();
            return lost || closed || left <= 0 ? Duration.ZERO : Duration.ofNanos(left);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public boolean isHeld() {
        return !remaining().isZero();
    }

    @Override
    public void onLost(Runnable action) {
        actions.add(action);
    }

    private void keep() {
        Duration next = settings.renewEvery();
        while (await(next)) {
            next = renew();
        }
        try {
            release();
        } finally {
            disconnect();
        }
    }

    /** Waits, and answers whether the lease is still to be kept. */
    private boolean await(Duration time) {
        lock.lock();
        try {
            long nanos = time.toNanos();
            while (nanos > 0 && !closed && !lost) {
                nanos = ended.awaitNanos(nanos);
            }
            return !closed && !lost;
        } catch (InterruptedException e) {
            LOG.warn("the lease's thread was interrupted and goes on", e);
            return !closed && !lost;
        } finally {
            lock.unlock();
        }
    }

    /** Tries once to renew, and answers when to try again. */
    Duration renew() {
        long asked = settings.ticker().getAsLong();
        Duration left = remaining();
        if (left.isZero()) {
            lose("it could not be renewed for " + settings.life());
            return Duration.ZERO;
        }
        try {
            if (!table.renew(connected(left), token, settings.life())) {
                lose("another process has taken it");
                return Duration.ZERO;
            }
            if (!renewed(asked + settings.life().toNanos())) {
                lose("the answer to its renewal came after its end");
                return Duration.ZERO;
            }
            return settings.renewEvery();
        } catch (SQLException e) {
            disconnect();
            Duration still = remaining();
            LOG.warn("the lease of {} could not be renewed and ends in {}: {}", table, still, e.getMessage());
            return min(FIRST_RETRY, still);
        }
    }

    /** Answers false, and changes nothing, after the end: others may have been told of it. */
    private boolean renewed(long newUntil) {
        lock.lock();
        try {
            if (until - settings.ticker().getAsLong() <= 0) {
                return false;
            }
            until = newUntil;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void lose(String why) {
        lock.lock();
        try {
            if (lost || closed) {
                return;
            }
            lost = true;
        } finally {
            lock.unlock();
        }
        LOG.error("the lease of {} with token {} is lost, so nothing new is sent: {}", table, token, why);
        actions.lost();
    }

    private Connection connected(Duration left) throws SQLException {
        Connection open = connection;
        if (open == null) {
            open = table.connect();
            connection = open;
        }
        // No answer is worth waiting for longer than the lease lasts.
        open.setNetworkTimeout(ForkJoinPool.commonPool(), (int)
                Math.max(1, min(left, settings.renewEvery()).toMillis()));
        return open;
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException e) {
                LOG.debug("closing the lease's connection failed", e);
            }
        }
    }

    private void release() {
        if (lost) {
            return;
        }
        try {
            table.renew(connected(settings.renewEvery()), token, Duration.ZERO);
        } catch (SQLException e) {
            LOG.warn("the lease of {} could not be given back; it ends by itself: {}", table, e.getMessage());
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            ended.signalAll();
        } finally {
            lock.unlock();
        }
        // Whoever is told of the loss may close it there and then.
        if (Thread.currentThread() != thread) {
            Uninterruptibles.joinUninterruptibly(thread, settings.life());
        }
    }

    private static Duration min(Duration first, Duration second) {
        return first.compareTo(second) < 0 ? first : second;
    }

    /** A wait. */
    @FunctionalInterface
    interface Pause {
        void sleep(Duration time);
    }
}
