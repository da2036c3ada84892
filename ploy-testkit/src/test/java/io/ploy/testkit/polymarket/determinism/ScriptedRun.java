package io.ploy.testkit.polymarket.determinism;

import static org.awaitility.Awaitility.await;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.order.PreparedOrder;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.client.Trader;
import io.ploy.testkit.polymarket.client.WireClient;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.server.log.Frame;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Clients who do the same every time: they read and trade with every kind of account and follow every stream, while the
 * markets of a busy world open, trade and resolve.
 */
public final class ScriptedRun implements AutoCloseable {
    /** So that windows of five minutes end while it runs. */
    private static final Instant START = Instant.parse("2026-11-20T12:03:50Z");

    private static final int ROUNDS = 12;

    private final PolymarketSimulator venue;
    private final WireClient client;
    private final List<Trader> traders;
    private final List<ListedMarket> markets;
    private int said;

    private ScriptedRun(long seed) {
        venue = PolymarketSimulator.builder()
                .seed(seed)
                .world(WorldSpec.parse("mixed:traffic=busy"))
                .manualTime(START)
                .server(ServerSettings.DEFAULTS.logging(1_000_000))
                .start();
        client = new WireClient(venue);
        traders = venue.accounts().stream().map(Trader::new).toList();
        markets = venue
                .state()
                .loop()
                .ask(() -> List.copyOf(venue.state().catalogue().markets()))
                .stream()
                .filter(market -> market.market().status().acceptsOrders())
                .toList();
    }

    /** Writes what a run logs to a file: for a run in a Java of its own. */
    public static void main(String[] arguments) throws IOException {
        Files.writeString(Path.of(arguments[1]), play(Long.parseLong(arguments[0])), StandardCharsets.UTF_8);
    }

    /** Plays the script and hands back what was logged. */
    static String play(long seed) {
        try (ScriptedRun run = new ScriptedRun(seed)) {
            run.play();
            return LogText.of(run.venue.log());
        }
    }

    private void play() {
        listen();
        browse();
        for (int round = 0; round < ROUNDS; round++) {
            for (Trader trader : traders) {
                trade(trader, markets.get((round * 5 + traders.indexOf(trader)) % markets.size()));
            }
            venue.advance(Duration.ofMillis(7_531));
        }
        traders.forEach(this::look);
        browse();
    }

    private void listen() {
        String tokens = markets.stream()
                .limit(8)
                .map(market -> "\"" + market.tokenId(true) + "\",\"" + market.tokenId(false) + "\"")
                .collect(Collectors.joining(","));
        open(
                Channel.MARKET,
                "{\"assets_ids\":[" + tokens + "],\"type\":\"market\",\"custom_feature_enabled\":true}",
                "PING");
        open(Channel.MARKET, "{\"assets_ids\":[" + tokens + "],\"type\":\"market\"}");
        traders.forEach(trader -> open(Channel.USER, trader.userSubscription()));
        open(
                Channel.RTDS,
                "{\"action\":\"subscribe\",\"subscriptions\":[{\"topic\":\"crypto_prices\",\"type\":\"update\","
                        + "\"filters\":\"\"},{\"topic\":\"crypto_prices_chainlink\",\"type\":\"*\",\"filters\":\"\"}]}");
        open(Channel.SPORTS, "ping");
    }

    /** What a client says takes its own way in, so the next waits until the venue has heard it. */
    private void open(Channel channel, String... texts) {
        client.open(channel, texts);
        said += texts.length;
        await().until(() -> venue.log().frames().stream()
                        .filter(frame -> frame.kind() == Frame.Kind.IN)
                        .count()
                == said);
    }

    private void browse() {
        for (String path : List.of("/ok", "/time", "/version", "/markets", "/sampling-simplified-markets")) {
            client.get(Api.CLOB, path);
        }
        for (ListedMarket market : markets) {
            client.get(Api.CLOB, "/clob-markets/" + market.conditionId());
            client.get(Api.CLOB, "/book?token_id=" + market.tokenId(true));
            client.get(Api.CLOB, "/prices-history?interval=1h&fidelity=1&market=" + market.tokenId(true));
            client.get(Api.DATA, "/v2/holders?condition=" + market.conditionId());
        }
        client.send(
                Api.CLOB,
                "POST",
                "/books",
                markets.stream()
                        .map(market -> "{\"token_id\":\"" + market.tokenId(false) + "\"}")
                        .collect(Collectors.joining(",", "[", "]")),
                Map.of());
        for (String path : List.of("/events?limit=100", "/markets/keyset?limit=100", "/series", "/tags")) {
            client.get(Api.GAMMA, path);
        }
        client.get(Api.DATA, "/trades?limit=500");
    }

    private void trade(Trader trader, ListedMarket market) {
        InstrumentId token = market.market().first().instrument();
        Price low = market.market().rules().tickSize().price(3);
        Price high = Price.parse("0.99");
        PreparedOrder resting = order(trader, market, OrderRequest.buy(token, Quantity.ofShares(20), low));
        client.signed(trader, "POST", "/order", text(resting));
        client.signed(trader, "POST", "/order", text(resting));
        PreparedOrder taking = order(
                trader,
                market,
                OrderRequest.buy(token, Quantity.ofShares(30), high).fillAndKill());
        client.signed(trader, "POST", "/order", text(taking));
        List<String> batch = new ArrayList<>();
        for (int shares = 30; shares < 33; shares++) {
            batch.add(text(order(trader, market, OrderRequest.buy(token, Quantity.ofShares(shares), low))));
        }
        client.signed(trader, "POST", "/orders", "[" + String.join(",", batch) + "]");
        client.signed(trader, "GET", "/data/orders", null);
        venue.advance(Duration.ofMillis(41));
        client.signed(
                trader,
                "DELETE",
                "/order",
                "{\"orderID\":\"" + resting.venueOrderId().value() + "\"}");
        client.signed(trader, "DELETE", "/cancel-market-orders", "{\"market\":\"" + market.conditionId() + "\"}");
        venue.advance(Duration.ofMillis(2_003));
        PreparedOrder selling = order(
                trader,
                market,
                OrderRequest.sell(token, Quantity.ofShares(11), low).fillAndKill());
        client.signed(trader, "POST", "/order", text(selling));
    }

    private PreparedOrder order(Trader trader, ListedMarket market, OrderRequest request) {
        return trader.order(market, request, venue.clock().instant());
    }

    private static String text(PreparedOrder order) {
        return new String(order.body(), StandardCharsets.UTF_8);
    }

    private void look(Trader trader) {
        String wallet = trader.account().account().wallet().hex();
        for (String path : List.of(
                "/data/trades",
                "/notifications",
                "/auth/api-keys",
                "/auth/ban-status/closed-only",
                "/balance-allowance?asset_type=COLLATERAL&signature_type=0")) {
            client.signed(trader, "GET", path, null);
        }
        client.signed(trader, "POST", "/v1/heartbeats", "{\"heartbeat_id\":\"\"}");
        client.signed(trader, "POST", "/auth/readonly-api-key", "");
        client.signed(trader, "DELETE", "/cancel-all", null);
        for (String path : List.of("/positions", "/v2/positions", "/activity", "/value", "/closed-positions")) {
            client.get(Api.DATA, path + "?user=" + wallet);
        }
    }

    @Override
    public void close() {
        traders.forEach(Trader::close);
        client.close();
        venue.close();
    }
}
