package io.ploy.testkit.polymarket.load;

import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.client.KeepAliveConnection;
import io.ploy.testkit.polymarket.client.Latencies;
import io.ploy.testkit.polymarket.client.OrderRequests;
import io.ploy.testkit.polymarket.client.Trader;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.wire.Api;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;

/**
 * Orders and cancels over keep-alive HTTP at a rate, signed beforehand. A request has its time, and its latency counts
 * from there, so that a server that stalls is not spared the requests that it kept from being sent.
 */
final class OrderLoad {
    private final PolymarketSimulator venue;
    private final int connections;
    private final int perSecond;

    OrderLoad(PolymarketSimulator venue, int connections, int perSecond) {
        this.venue = venue;
        this.connections = connections;
        this.perSecond = perSecond;
    }

    /** What came of it. */
    record Result(Latencies latencies, Duration took, Map<String, Integer> answers) {
        double perSecond() {
            return latencies.count() * 1e9 / took.toNanos();
        }

        boolean allTaken() {
            return answers.keySet().equals(Set.of("200"));
        }
    }

    private record Part(Latencies latencies, Map<String, Integer> answers) {}

    Result run(Duration length) throws IOException, InterruptedException, ExecutionException {
        URI server = URI.create(venue.url(Api.CLOB));
        List<ListedMarket> markets = venue.state()
                .loop()
                .ask(() -> List.copyOf(venue.state().catalogue().markets()));
        int each = (int) (length.toSeconds() * perSecond / connections);
        List<Trader> traders = venue.accounts().stream().map(Trader::new).toList();
        Instant begin = venue.clock().instant().plusSeconds(signingSeconds(each * connections));
        List<byte[][]> signed = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            OrderRequests requests = new OrderRequests(traders.get(i % traders.size()), markets, server, i * 7 * 5);
            byte[][] bytes = new byte[each][];
            for (int j = 0; j < each; j++) {
                bytes[j] = requests.next(begin.plusNanos(plan(i, j)));
            }
            signed.add(bytes);
        }
        traders.forEach(Trader::close);
        return send(server, signed);
    }

    /** Requests carry their time, which may be a minute off. */
    private static long signingSeconds(int requests) {
        return requests / 20_000;
    }

    /** When a request is due after the start. */
    private long plan(int connection, int request) {
        return ((long) request * connections + connection) * 1_000_000_000L / perSecond;
    }

    private Result send(URI server, List<byte[][]> signed)
            throws IOException, InterruptedException, ExecutionException {
        ExecutorService threads = Executors.newFixedThreadPool(connections);
        List<KeepAliveConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < connections; i++) {
                open.add(new KeepAliveConnection(server));
            }
            long start = System.nanoTime();
            List<Callable<Part>> senders = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                int number = i;
                senders.add(() -> send(open.get(number), signed.get(number), number, start));
            }
            List<Latencies> latencies = new ArrayList<>();
            Map<String, Integer> answers = new TreeMap<>();
            for (Future<Part> part : threads.invokeAll(senders)) {
                latencies.add(part.get().latencies);
                part.get().answers.forEach((answer, count) -> answers.merge(answer, count, Integer::sum));
            }
            return new Result(Latencies.merged(latencies), Duration.ofNanos(System.nanoTime() - start), answers);
        } finally {
            threads.shutdownNow();
            for (KeepAliveConnection connection : open) {
                connection.close();
            }
        }
    }

    private Part send(KeepAliveConnection connection, byte[][] requests, int number, long start) throws IOException {
        Latencies latencies = new Latencies();
        Map<String, Integer> answers = new TreeMap<>();
        for (int i = 0; i < requests.length; i++) {
            long due = start + plan(number, i);
            for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
                LockSupport.parkNanos(left);
            }
            KeepAliveConnection.Answer answer = connection.exchange(requests[i]);
            latencies.add(System.nanoTime() - due);
            boolean good = answer.status() == 200 && !answer.body().contains("\"not_canceled\":{\"");
            answers.merge(good ? "200" : answer.status() + " " + answer.body(), 1, Integer::sum);
            requests[i] = null;
        }
        return new Part(latencies, answers);
    }
}
