package io.ploy.testkit.polymarket.soak;

import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.client.KeepAliveConnection;
import io.ploy.testkit.polymarket.client.Latencies;
import io.ploy.testkit.polymarket.client.OrderRequests;
import io.ploy.testkit.polymarket.client.Trader;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.Api;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Trades and reads at a pace, and now and then turns to the markets that are open by then, over a new connection. */
final class SoakTrader implements Callable<SoakTrader.Result> {
    private static final int REQUESTS_PER_TURN = 500;
    private static final List<String> READS = List.of("/data/orders", "/data/trades", "/notifications");

    private final PolymarketSimulator venue;
    private final TestAccount account;
    private final long nanosBetween;
    private final BooleanSupplier goesOn;
    private final Latencies latencies = new Latencies();
    private final Map<Integer, Integer> statuses = new TreeMap<>();

    SoakTrader(PolymarketSimulator venue, TestAccount account, int perSecond, BooleanSupplier goesOn) {
        this.venue = venue;
        this.account = account;
        this.goesOn = goesOn;
        nanosBetween = 1_000_000_000L / perSecond;
    }

    record Result(Latencies latencies, Map<Integer, Integer> statuses) {}

    @Override
    public Result call() throws IOException {
        try (Trader trader = new Trader(account)) {
            while (goesOn.getAsBoolean()) {
                turn(trader);
            }
        }
        return new Result(latencies, statuses);
    }

    private void turn(Trader trader) throws IOException {
        URI server = URI.create(venue.url(Api.CLOB));
        List<ListedMarket> open = OpenMarkets.of(venue);
        OrderRequests requests = new OrderRequests(trader, open, server, 0);
        try (KeepAliveConnection connection = new KeepAliveConnection(server)) {
            for (int i = 0; i < REQUESTS_PER_TURN && goesOn.getAsBoolean(); i++) {
                exchange(connection, requests.next(venue.clock().instant()));
                if (i % 25 == 0) {
                    String path = READS.get(i / 25 % READS.size());
                    exchange(
                            connection,
                            requests.request("GET", path, "", venue.clock().instant()));
                }
            }
            exchange(
                    connection,
                    requests.request("DELETE", "/cancel-all", "", venue.clock().instant()));
        }
    }

    private void exchange(KeepAliveConnection connection, byte[] request) throws IOException {
        long start = System.nanoTime();
        int status = connection.exchange(request).status();
        latencies.add(System.nanoTime() - start);
        statuses.merge(status, 1, Integer::sum);
        LockSupport.parkNanos(nanosBetween);
    }
}
