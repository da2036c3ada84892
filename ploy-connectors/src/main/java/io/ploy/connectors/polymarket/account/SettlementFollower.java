package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Follows trades until the chain has decided. The user channel tells most of it; what it does not tell is read: a trade
 * named by an answer every quarter of a second until it is there, and a trade that is not final after ten seconds again and
 * again, at longer and longer intervals. Time alone decides nothing.
 *
 * <p><b>Threading.</b> Thread-safe. Trades come to the listener from the worker.
 */
final class SettlementFollower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SettlementFollower.class);

    static final Duration POLL = Duration.ofMillis(250);
    static final Duration POLL_FOR = Duration.ofSeconds(30);
    static final Duration FIRST_LOOK = Duration.ofSeconds(10);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    static final Duration LONGEST = Duration.ofSeconds(30);
    static final Duration SLOW = Duration.ofSeconds(60);
    static final Duration OVERDUE = Duration.ofMinutes(10);

    private final Function<String, Listing<Trade>> read;
    private final TimeSource time;
    private final Executor worker;
    private final Consumer<Trade> listener;
    private final AccountAlerts alerts;
    private final Map<String, Followed> followed = new HashMap<>();
    private boolean closed;

    private static final class Followed {
        private final long since;
        private boolean seen;
        private final Map<Integer, Boolean> finalByBucket = new HashMap<>();
        private Duration pause = SHORTEST;
        private boolean saidSlow;
        private boolean saidOverdue;
        private TimeSource.@Nullable Scheduled next;

        Followed(long since) {
            this.since = since;
        }

        boolean isFinal() {
            return !finalByBucket.containsValue(false);
        }
    }

    /**
     * A follower of no trades yet.
     *
     * @param read reads all parts of a trade by its id
     * @param worker runs what waits for the network
     * @param listener told of each trade read
     */
    SettlementFollower(
            Function<String, Listing<Trade>> read,
            TimeSource time,
            Executor worker,
            Consumer<Trade> listener,
            AccountAlerts alerts) {
        this.read = read;
        this.time = time;
        this.worker = worker;
        this.listener = listener;
        this.alerts = alerts;
    }

    /** How many trades are not final. */
    synchronized int open() {
        return followed.size();
    }

    /** An answer named a trade that was not seen yet. */
    synchronized void named(String tradeId) {
        if (!closed && !followed.containsKey(tradeId)) {
            Followed added = new Followed(time.nanos());
            followed.put(tradeId, added);
            readIn(Duration.ZERO, tradeId, added);
        }
    }

    /** The user channel, or a list read for another reason, showed a trade. */
    synchronized void saw(Trade trade) {
        boolean isFinal = !trade.status().isProvisional();
        Followed known = followed.get(trade.id());
        if (known == null) {
            if (isFinal || closed) {
                return;
            }
            known = new Followed(time.nanos());
            followed.put(trade.id(), known);
        }
        boolean first = !known.seen;
        known.seen = true;
        // What is final stays so here: contradictions are for the ledger, which hears of every report.
        known.finalByBucket.merge(trade.bucketIndex(), isFinal, Boolean::logicalOr);
        if (known.isFinal()) {
            forget(trade.id(), known);
        } else if (first) {
            readIn(FIRST_LOOK, trade.id(), known);
        }
    }

    private void forget(String tradeId, Followed known) {
        cancel(known);
        followed.remove(tradeId);
    }

    private static void cancel(Followed known) {
        if (known.next != null) {
            known.next.cancel();
        }
    }

    private void readIn(Duration delay, String tradeId, Followed known) {
        cancel(known);
        known.next = time.after(delay, () -> {
            Workers.run(worker, () -> readNow(tradeId));
        });
    }

    private void readNow(String tradeId) {
        synchronized (this) {
            if (closed || !followed.containsKey(tradeId)) {
                return;
            }
        }
        try {
            for (Trade trade : read.apply(tradeId).items()) {
                if (trade.id().equals(tradeId)) {
                    listener.accept(trade);
                    saw(trade);
                }
            }
        } catch (RequestException e) {
            LOG.debug("trade {} could not be read: {}", tradeId, e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("following trade {} failed and goes on", tradeId, e);
        }
        again(tradeId);
    }

    private synchronized void again(String tradeId) {
        Followed known = followed.get(tradeId);
        if (known == null || closed) {
            return;
        }
        Duration age = Duration.ofNanos(time.nanos() - known.since);
        if (!known.seen && age.compareTo(POLL_FOR) < 0) {
            readIn(POLL, tradeId, known);
            return;
        }
        if (age.compareTo(FIRST_LOOK) < 0) {
            readIn(FIRST_LOOK.minus(age), tradeId, known);
            return;
        }
        alert(tradeId, known, age);
        readIn(known.pause, tradeId, known);
        Duration twice = known.pause.multipliedBy(2);
        known.pause = twice.compareTo(LONGEST) > 0 ? LONGEST : twice;
    }

    private void alert(String tradeId, Followed known, Duration age) {
        if (age.compareTo(OVERDUE) >= 0 && !known.saidOverdue) {
            known.saidOverdue = true;
            alerts.warn(
                    "settlement.overdue",
                    tradeId,
                    "Trade " + tradeId + " is not final after " + age.toMinutes()
                            + " minutes. It stays provisional and is read every " + LONGEST.toSeconds()
                            + " s. Look it up on the venue's site and on chain.");
        } else if (age.compareTo(SLOW) >= 0 && !known.saidSlow) {
            known.saidSlow = true;
            alerts.warn(
                    "settlement.slow",
                    tradeId,
                    "Trade " + tradeId + " is not final after " + age.toSeconds()
                            + " s. It stays provisional and is read again and again. Nothing to do yet.");
        }
    }

    /** Follows nothing any more. */
    @Override
    public synchronized void close() {
        closed = true;
        followed.values().forEach(SettlementFollower::cancel);
        followed.clear();
    }
}
