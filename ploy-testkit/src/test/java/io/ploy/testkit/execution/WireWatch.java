package io.ploy.testkit.execution;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sees every order as it arrives, before any fault loses it, and what of it was durable by then. Requests come on the
 * venue's thread; answers are read by any.
 */
final class WireWatch implements WireFaults {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String LOOK_UP = "/data/order/";

    private final WatchedJournal journal;
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Long> cancels = new CopyOnWriteArrayList<>();
    private final Map<String, List<Instant>> lookUps = new ConcurrentHashMap<>();

    /** An order's bytes on the wire, and when they came by this machine's clock. */
    record Sent(String body, boolean durable, Instant at) {}

    WireWatch(WatchedJournal journal) {
        this.journal = journal;
    }

    @Override
    public OnRequest before(WireRequest request) {
        if (request.api() == Api.CLOB) {
            if (request.method().equals("POST") && request.path().equals("/order")) {
                sent.add(new Sent(request.body(), journal.isDurable(request.body()), Instant.now()));
            } else if (request.method().equals("DELETE")) {
                cancels.add(System.nanoTime());
            } else if (request.path().startsWith(LOOK_UP)) {
                lookUps.computeIfAbsent(
                                request.path().substring(LOOK_UP.length()).toLowerCase(Locale.ROOT),
                                unseen -> new CopyOnWriteArrayList<>())
                        .add(Instant.now());
            }
        }
        return OnRequest.GO_ON;
    }

    /** Orders in the order in which they came. */
    List<Sent> sent() {
        return sent;
    }

    /** How many of them were sent before. */
    int sentAgain() {
        return sent.size() - (int) sent.stream().map(Sent::body).distinct().count();
    }

    /** When an order was looked up by its hash. */
    List<Instant> lookUps(String hash) {
        return lookUps.getOrDefault(hash.toLowerCase(Locale.ROOT), List.of());
    }

    /** How many requests to cancel came. */
    int cancels() {
        return cancels.size();
    }

    /** I3 and I4: what left before it was durable, and what was sent again otherwise. */
    List<String> wrong() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, String> bySalt = new LinkedHashMap<>();
        for (Sent order : sent) {
            if (!order.durable()) {
                wrong.add("I3: left before it was durable: " + order.body());
            }
            if (!order.body().equals(bySalt.computeIfAbsent(salt(order.body()), first -> order.body()))) {
                wrong.add("I4: sent again with other bytes: " + order.body());
            }
        }
        return wrong;
    }

    private static String salt(String body) throws IOException {
        JsonNode order = JSON.readTree(body).path("order");
        return order.path("salt").asText();
    }
}
