package io.ploy.connectors.polymarket.account;

import io.ploy.api.order.Sweep;
import io.ploy.api.order.VenueOrderId;
import io.ploy.connectors.polymarket.clob.ClobAccountClient;
import io.ploy.connectors.polymarket.clob.OpenOrder;
import io.ploy.connectors.polymarket.clob.OrderFilter;
import io.ploy.connectors.polymarket.clob.Trade;
import io.ploy.connectors.polymarket.clob.TradeFilter;
import io.ploy.connectors.polymarket.paging.Listing;
import io.ploy.connectors.polymarket.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads all open orders, twice, and all trades since a time: when asked to, and by itself what the user channel may have
 * missed while it was not connected, since a minute before it was last heard and again until it was read whole.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
final class Sweeps {
    private static final Logger LOG = LoggerFactory.getLogger(Sweeps.class);
    private static final Duration MARGIN = Duration.ofSeconds(60);
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final ClobAccountClient client;
    private final Calm calm;
    private final Shown shown;
    private final TimeSource time;
    private final Executor worker;
    private final LookUps.Evidence evidence;
    private final Consumer<Sweep> ends;
    private Instant heard;
    private int run;

    /**
     * Sweeps of an account.
     *
     * @param ends told of the end of each sweep that nobody asked for
     */
    Sweeps(
            ClobAccountClient client,
            Calm calm,
            Shown shown,
            TimeSource time,
            Executor worker,
            LookUps.Evidence evidence,
            Consumer<Sweep> ends) {
        this.client = client;
        this.calm = calm;
        this.shown = shown;
        this.time = time;
        this.worker = worker;
        this.evidence = evidence;
        this.ends = ends;
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
            Workers.run(worker, () -> sweepUntilWhole(which, since, pause));
        });
    }

    private void sweepUntilWhole(int which, Instant since, Duration pause) {
        synchronized (this) {
            if (which != run) {
                return;
            }
        }
        Sweep sweep = sweep(since);
        ends.accept(sweep);
        if (!sweep.complete()) {
            LOG.warn("what the user channel missed is not read whole, it is tried again: {}", sweep.detail());
            Duration twice = pause.multipliedBy(2);
            later(pause, which, since, twice.compareTo(LONGEST) > 0 ? LONGEST : twice);
        }
    }

    /**
     * Sweeps once. Waits for the network.
     *
     * @param since from when on trades are read
     */
    Sweep sweep(Instant since) {
        Instant beganAt = time.now();
        long began = time.nanos();
        ReadProof proof = new ReadProof(client, calm);
        List<OpenOrder> first = openOrders(proof);
        first.forEach(evidence::found);

        long tradesBegan = time.nanos();
        Listing<Trade> trades = proof.list("trades", () -> client.trades(TradeFilter.ALL.since(since)));
        trades.items().forEach(evidence::found);
        proof.flaw(shown.omitted(trades.items(), null, since, tradesBegan));

        // Some of the venue's answers leave out rows of a moment ago; two that agree hardly both do.
        long again = time.nanos();
        List<OpenOrder> second = openOrders(proof);
        second.stream().filter(order -> !first.contains(order)).forEach(evidence::found);
        Set<VenueOrderId> changed = difference(ids(first), ids(second));
        if (!shown.explains(changed, began)) {
            proof.flaw("open orders were read twice and differ, although nothing was told of " + changed);
        }
        proof.flaw(shown.omitted(second, again));
        return new Sweep(since, ids(second), proof.isWhole(), beganAt, time.now(), proof.flaws());
    }

    private List<OpenOrder> openOrders(ReadProof proof) {
        return proof.list("open orders", () -> client.openOrders(OrderFilter.ALL))
                .items();
    }

    private static Set<VenueOrderId> ids(List<OpenOrder> orders) {
        return orders.stream().map(OpenOrder::id).collect(Collectors.toSet());
    }

    private static Set<VenueOrderId> difference(Set<VenueOrderId> one, Set<VenueOrderId> other) {
        Set<VenueOrderId> all = new HashSet<>(one);
        all.addAll(other);
        Set<VenueOrderId> both = new HashSet<>(one);
        both.retainAll(other);
        all.removeAll(both);
        return all;
    }
}
