package io.ploy.testkit.polymarket.load;

import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.VenueOrderId;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.client.FrameClient;
import io.ploy.testkit.polymarket.client.Latencies;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.Channel;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Changes of one book, told to many WebSockets. Each change has its time, and its latency counts from there to the whole
 * message at a client. The venue's time must stand still, so that nobody else changes the book.
 */
final class MarketLoad {
    private static final int PRICES = 8;

    private final PolymarketSimulator venue;
    private final AccountId account;
    private final ListedMarket market;
    private final int sockets;
    private final int changesPerSecond;
    private int resting;
    private long orders;

    MarketLoad(PolymarketSimulator venue, int sockets, int messagesPerSecond) {
        this.venue = venue;
        this.sockets = sockets;
        changesPerSecond = messagesPerSecond / sockets;
        account = venue.accounts().get(0).account().id();
        market = venue.state()
                .loop()
                .ask(() -> venue.state().catalogue().markets().iterator().next());
    }

    /** What came of it. */
    record Result(Latencies latencies, long bytes, Duration took) {
        double perSecond() {
            return latencies.count() * 1e9 / took.toNanos();
        }
    }

    private record Part(Latencies latencies, long bytes, long endedAt) {}

    Result run(Duration length) throws IOException, InterruptedException, ExecutionException {
        int changes = (int) length.toSeconds() * changesPerSecond;
        List<FrameClient> clients = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(sockets);
        try {
            for (int i = 0; i < sockets; i++) {
                clients.add(subscribed());
            }
            long start = System.nanoTime();
            List<Future<Part>> parts = new ArrayList<>();
            for (FrameClient client : clients) {
                parts.add(threads.submit(() -> read(client, changes, start)));
            }
            change(changes, start);
            return result(parts, start);
        } finally {
            threads.shutdownNow();
            for (FrameClient client : clients) {
                client.close();
            }
        }
    }

    private static Result result(List<Future<Part>> parts, long start) throws InterruptedException, ExecutionException {
        List<Latencies> latencies = new ArrayList<>();
        long bytes = 0;
        long end = start;
        for (Future<Part> part : parts) {
            latencies.add(part.get().latencies);
            bytes += part.get().bytes;
            end = Math.max(end, part.get().endedAt);
        }
        return new Result(Latencies.merged(latencies), bytes, Duration.ofNanos(end - start));
    }

    /** A client that has the book already. */
    private FrameClient subscribed() throws IOException {
        FrameClient client = new FrameClient(URI.create(venue.url(Channel.MARKET)));
        client.send("{\"assets_ids\":[\"" + market.tokenId(true) + "\"],\"type\":\"market\"}");
        client.read();
        return client;
    }

    private Part read(FrameClient client, int changes, long start) throws IOException {
        Latencies latencies = new Latencies();
        long bytes = 0;
        long now = start;
        for (int i = 0; i < changes; i++) {
            bytes += client.read();
            now = System.nanoTime();
            latencies.add(now - start - plan(i));
        }
        return new Part(latencies, bytes, now);
    }

    /** When a change is due after the start. */
    private long plan(int change) {
        return change * 1_000_000_000L / changesPerSecond;
    }

    private void change(int changes, long start) {
        for (int i = 0; i < changes; i++) {
            long due = start + plan(i);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            venue.state().loop().execute(this::change);
        }
    }

    /** Orders come at prices in turn, and when there is one at each they go. On the venue's thread. */
    private void change() {
        if (resting < PRICES) {
            Price price = market.market().rules().tickSize().price(1 + resting);
            venue.state()
                    .exchange()
                    .place(
                            account,
                            order(orders + resting),
                            OrderRequest.buy(market.market().first().instrument(), Quantity.ofShares(10), price));
            resting++;
        } else {
            venue.state().exchange().cancel(account, order(orders));
            orders++;
            if (orders % PRICES == 0) {
                resting = 0;
            }
        }
    }

    private static VenueOrderId order(long number) {
        return new VenueOrderId("load-" + number);
    }
}
