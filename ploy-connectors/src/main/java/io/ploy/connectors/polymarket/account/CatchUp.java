package io.ploy.connectors.polymarket.account;

import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.OrderFilter;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.clob.TradeFilter;
import io.ploy.connectors.polymarket.http.RequestException;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what the user channel may have missed while it was not connected: all open orders, and the trades since a minute
 * before it was last heard. Tries again until both were read whole.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class CatchUp {
    private static final Logger LOG = LoggerFactory.getLogger(CatchUp.class);
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ClobAccountClient client;
    private final TimeSource time;
    private final Executor worker;
    private final LookUps.Evidence evidence;
    private Instant heard;
    private int run;

    CatchUp(ClobAccountClient client, TimeSource time, Executor worker, LookUps.Evidence evidence) {
        this.client = client;
        this.time = time;
        this.worker = worker;
        this.evidence = evidence;
        this.heard = time.now();
    }

    /** The channel is alive. */
    synchronized void heard() {
        heard = time.now();
    }

    /** The channel is connected: reads what it missed. */
    synchronized void begin() {
        run++;
        later(Duration.ZERO, run, heard.minus(MARGIN), SHORTEST);
    }

    private void later(Duration delay, int which, Instant since, Duration pause) {
        time.after(delay, () -> {
            Workers.run(worker, () -> read(which, since, pause));
        });
    }

    private void read(int which, Instant since, Duration pause) {
        synchronized (this) {
            if (which != run) {
                return;
            }
        }
        if (readWhole(since)) {
            return;
        }
        Duration twice = pause.multipliedBy(2);
        later(pause, which, since, twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
    }

    private boolean readWhole(Instant since) {
        try {
            Listing<OpenOrder> orders = client.openOrders(OrderFilter.ALL);
            orders.items().forEach(evidence::found);
            Listing<Trade> trades = client.trades(TradeFilter.ALL.since(since));
            trades.items().forEach(evidence::found);
            if (orders.isComplete() && trades.isComplete()) {
                return true;
            }
            LOG.warn(
                    "what the user channel missed could not be read whole, it is tried again: orders {} {}, trades {} {}",
                    orders.end(),
                    orders.detail(),
                    trades.end(),
                    trades.detail());
        } catch (RequestException e) {
            LOG.warn("what the user channel missed could not be read, it is tried again: {}", e.getMessage());
        }
        return false;
    }
}
