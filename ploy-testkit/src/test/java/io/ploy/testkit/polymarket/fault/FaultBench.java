package io.ploy.testkit.polymarket.fault;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.api.signing.Address;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.VenueAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.client.Trader;
import io.ploy.testkit.polymarket.client.WireClient;
import io.ploy.testkit.polymarket.client.WireClient.Answer;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.scenario.FaultBuilder;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/**
 * A venue in manual time with one quoted market (0.40 bid, 0.60 asked, 500 shares each), an account that trades there over the
 * wire, and what faults are injected with.
 */
final class FaultBench implements AutoCloseable {
    static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
    static final Duration PATIENCE = Duration.ofSeconds(20);

    final PolymarketSimulator venue;
    final Trader trader;
    final Trader other;
    final WireClient wire;
    private final OkHttpClient http =
            new OkHttpClient.Builder().retryOnConnectionFailure(false).build();
    private final List<Ear> ears = new ArrayList<>();
    final AccountId maker = new AccountId("maker");
    final InstrumentId yes;

    FaultBench() {
        this("longdated:questions=1;newer=0;traffic=none", ServerSettings.DEFAULTS);
    }

    FaultBench(String world, ServerSettings server) {
        venue = PolymarketSimulator.builder()
                .seed(11)
                .world(WorldSpec.parse(world))
                .manualTime(START)
                .server(server)
                .start();
        trader = new Trader(venue.account("eoa"));
        other = new Trader(venue.account("safe"));
        wire = new WireClient(venue);
        yes = market().market().first().instrument();
        ask(() -> {
            Address wallet = new Address("0x" + "7a".repeat(20));
            venue.state()
                    .accounts()
                    .open(new VenueAccount(maker, WalletKind.EOA, wallet, wallet), Cash.ofUsd(1_000_000));
            venue.state().exchange().depositSets(maker, market().market().id(), Quantity.ofShares(100_000));
        });
        quote("0.40", "0.60");
    }

    /** The maker offers 500 shares at either price. */
    void quote(String bid, String ask) {
        ask(() -> {
            venue.state().exchange().place(maker, OrderRequest.buy(yes, Quantity.ofShares(500), Price.parse(bid)));
            venue.state().exchange().place(maker, OrderRequest.sell(yes, Quantity.ofShares(500), Price.parse(ask)));
        });
    }

    ListedMarket market() {
        return venue.state()
                .loop()
                .ask(() -> venue.state().catalogue().markets().get(0));
    }

    void inject(Fault fault, Consumer<FaultBuilder> how) {
        venue.inject(fault, fault.title(), how);
    }

    void ask(Runnable task) {
        venue.state().loop().ask(() -> {
            task.run();
            return true;
        });
    }

    void advance(String seconds) {
        venue.advance(Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1_000)));
    }

    OrderRequest buy(String shares, String price) {
        return OrderRequest.buy(yes, Quantity.parse(shares), Price.parse(price));
    }

    OrderRequest sell(String shares, String price) {
        return OrderRequest.sell(yes, Quantity.parse(shares), Price.parse(price));
    }

    PreparedOrder sign(OrderRequest request) {
        return trader.order(market(), request, venue.clock().instant());
    }

    static String body(PreparedOrder order) {
        return new String(order.body(), StandardCharsets.UTF_8);
    }

    Answer post(PreparedOrder order) {
        return wire.signed(trader, "POST", "/order", body(order));
    }

    Answer post(OrderRequest request) {
        return post(sign(request));
    }

    /** The answer, or nothing if it was lost. */
    Optional<Answer> tryPost(PreparedOrder order) {
        try {
            return Optional.of(post(order));
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    /** Posts on a thread of its own, for answers that wait for time to go on. */
    CompletableFuture<Answer> postLater(PreparedOrder order) {
        return CompletableFuture.supplyAsync(() -> post(order));
    }

    Answer get(String path) {
        return wire.signed(trader, "GET", path, null);
    }

    JsonNode json(String path) {
        return json(get(path));
    }

    static JsonNode json(Answer answer) {
        return Ask.read(answer.body());
    }

    Answer cancel(PreparedOrder order) {
        return wire.signed(
                trader,
                "DELETE",
                "/order",
                "{\"orderID\":\"" + order.venueOrderId().value() + "\"}");
    }

    Optional<OrderRow> order(PreparedOrder order) {
        return venue.state()
                .loop()
                .ask(() -> venue.records().order(order.venueOrderId().value()));
    }

    List<TradeRow> trades() {
        return venue.state()
                .loop()
                .ask(() -> venue.records().trades(trader.account().account()));
    }

    /** How often a fault struck. */
    long strikes(Fault fault) {
        return venue.faultLog().count(fault.title());
    }

    /** Waits until a request was seen, for what is done while a client waits. */
    void awaitStrike(Fault fault) {
        await().atMost(PATIENCE).until(() -> strikes(fault) > 0);
    }

    Ear market(String... tokens) {
        return listen(
                Channel.MARKET,
                "{\"assets_ids\":[\"" + String.join("\",\"", tokens)
                        + "\"],\"type\":\"market\",\"custom_feature_enabled\":true}");
    }

    Ear user() {
        return listen(Channel.USER, trader.userSubscription());
    }

    Ear listen(Channel channel, String hello) {
        Ear ear = new Ear();
        ear.socket = http.newWebSocket(
                new Request.Builder()
                        .url(venue.url(channel))
                        .header("User-Agent", "bench")
                        .build(),
                ear);
        ears.add(ear);
        await().atMost(PATIENCE).until(() -> ear.open || ear.refused != 0);
        if (ear.open) {
            ear.socket.send(hello);
            settle();
        }
        return ear;
    }

    /** Waits until what clients said before was heard. */
    void settle() {
        for (Ear ear : ears) {
            if (ear.open && !ear.ended) {
                int pongs = ear.pongs();
                ear.socket.send("PING");
                await().atMost(Duration.ofSeconds(2))
                        .ignoreExceptions()
                        .until(() -> ear.pongs() > pongs || ear.ended || ear.deaf);
            }
        }
    }

    /** A WebSocket client that remembers what it hears. */
    static final class Ear extends WebSocketListener {
        final List<String> heard = new CopyOnWriteArrayList<>();
        volatile boolean open;
        volatile boolean ended;
        volatile boolean deaf;
        volatile int code;
        volatile int refused;
        private volatile WebSocket socket;

        WebSocket socket() {
            return socket;
        }

        int pongs() {
            return (int) heard.stream().filter("PONG"::equals).count();
        }

        /** Frames with an event of a kind; the venue writes some with a space and some without. */
        List<String> events(String type) {
            return heard.stream()
                    .filter(text -> text.replace(" ", "").contains("\"event_type\":\"" + type + "\""))
                    .toList();
        }

        @Override
        public void onOpen(WebSocket opened, Response response) {
            open = true;
        }

        @Override
        public void onMessage(WebSocket from, String text) {
            heard.add(text);
        }

        @Override
        public void onClosing(WebSocket from, int why, String reason) {
            code = why;
            ended = true;
        }

        @Override
        public void onFailure(WebSocket from, Throwable failure, Response response) {
            refused = response == null ? -1 : response.code();
            ended = true;
        }
    }

    Answer control(String method, String path, String body) {
        return wire.send(Api.CONTROL, method, path, body, Map.of());
    }

    @Override
    public void close() {
        ears.forEach(ear -> ear.socket.cancel());
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
        wire.close();
        trader.close();
        other.close();
        venue.close();
    }
}
