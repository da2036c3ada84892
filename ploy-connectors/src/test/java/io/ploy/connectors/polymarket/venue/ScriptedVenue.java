package io.ploy.connectors.polymarket.venue;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.MarketId;
import io.ploy.api.order.PreparedOrder;
import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;

/** One server that speaks all of the venue's services and both of its channels, with one market. */
final class ScriptedVenue implements AutoCloseable {
    static final String CONDITION = "0x" + "5f".repeat(32);
    static final MarketId MARKET = new MarketId("polymarket", CONDITION);
    static final InstrumentId YES = new InstrumentId("polymarket", "71001");
    static final InstrumentId NO = new InstrumentId("polymarket", "71002");
    static final String KEY = "00000000-1111-2222-3333-444444444444";
    private static final String LAST_PAGE = ",\"next_cursor\":\"LTE=\"}";

    final List<String> requests = new CopyOnWriteArrayList<>();
    final List<String> posted = new CopyOnWriteArrayList<>();
    private final MockWebServer server = new MockWebServer();
    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private final Map<String, WebSocket> channels = new ConcurrentHashMap<>();
    private volatile boolean losesReplies;

    ScriptedVenue() throws IOException {
        answers.put("/version", "{\"version\":2}");
        answers.put("/api/geoblock", "{\"blocked\":false,\"ip\":\"\",\"country\":\"IE\",\"region\":\"\"}");
        answers.put(
                "/auth/derive-api-key", "{\"apiKey\":\"" + KEY + "\",\"secret\":\"c2VjcmV0\",\"passphrase\":\"pass\"}");
        answers.put("/auth/ban-status/closed-only", "{\"closed_only\":false}");
        answers.put("/balance-allowance", "{\"balance\":\"5000000\",\"allowances\":{}}");
        answers.put("/v1/user/rate-limit-tier", "{\"tier\":\"standard\"}");
        answers.put("/v2/positions", "{\"data\":[],\"pagination\":{\"has_more\":false,\"next_cursor\":null}}");
        answers.put("/data/orders", "{\"data\":[]" + LAST_PAGE);
        answers.put("/data/trades", "{\"data\":[]" + LAST_PAGE);
        answers.put("/books", "[" + book("100") + "]");
        answers.put("/clob-markets/" + CONDITION, terms());
        server.setDispatcher(new Script());
        server.start();
    }

    private final class Script extends Dispatcher {
        @Override
        public MockResponse dispatch(RecordedRequest request) {
            String path = request.getUrl().encodedPath();
            requests.add(request.getMethod() + " " + path);
            if (path.startsWith("/ws/")) {
                return new MockResponse.Builder()
                        .webSocketUpgrade(new Channel(path))
                        .build();
            }
            if (request.getMethod().equals("POST") && path.equals("/order")) {
                posted.add(request.getBody() == null ? "" : request.getBody().utf8());
                if (losesReplies) {
                    return new MockResponse.Builder()
                            .onResponseStart(new SocketEffect.CloseSocket())
                            .build();
                }
            }
            String body = switch (path) {
                case "/time" -> Long.toString(Clock.systemUTC().instant().getEpochSecond());
                case "/markets/keyset" ->
                    catalogue("true".equals(request.getUrl().queryParameter("closed")));
                default -> answers.getOrDefault(path, "");
            };
            return new MockResponse.Builder()
                    .code(body.isEmpty() ? 404 : 200)
                    .setHeader("Content-Type", "application/json")
                    .body(body.isEmpty() ? "{\"error\":\"not found\"}" : body)
                    .build();
        }
    }

    /** The server's end of a channel: the first message opens it. */
    private final class Channel extends WebSocketListener {
        private final String path;

        private Channel(String path) {
            this.path = path;
        }

        @Override
        public void onMessage(WebSocket socket, String text) {
            if (text.equals("PING")) {
                socket.send("PONG");
            } else if (text.contains("\"type\":\"user\"") && !text.contains("\"secret\":\"c2VjcmV0\"")) {
                socket.close(1008, "credentials");
            } else {
                channels.put(path, socket);
                if (path.endsWith("market")) {
                    socket.send("[" + book("100") + "]");
                }
            }
        }

        @Override
        public void onClosing(WebSocket socket, int code, String reason) {
            socket.close(code, null);
        }

        @Override
        public void onFailure(WebSocket socket, Throwable failure, Response response) {
            channels.remove(path, socket);
        }
    }

    /** Every address of a connection's parameters. */
    Map<String, String> parameters() {
        String url = server.url("/").toString();
        String stream = "ws://" + server.getHostName() + ":" + server.getPort() + "/ws/";
        Map<String, String> parameters = new HashMap<>(
                Map.of("clobUrl", url, "gammaUrl", url, "dataUrl", url, "siteUrl", url, "conditions", CONDITION));
        parameters.put("marketStreamUrl", stream + "market");
        parameters.put("userStreamUrl", stream + "user");
        return parameters;
    }

    boolean isOpen(String channel) {
        return channels.containsKey("/ws/" + channel);
    }

    void send(String channel, String frame) {
        channels.get("/ws/" + channel).send(frame);
    }

    void answer(String path, String json) {
        answers.put(path, json);
    }

    void answerPage(String path, String... rows) {
        answers.put(path, "{\"data\":[" + String.join(",", rows) + "]" + LAST_PAGE);
    }

    void losesReplies(boolean loses) {
        losesReplies = loses;
    }

    void accepts(PreparedOrder order, String status, String trades) {
        answers.put(
                "/order",
                "{\"success\":true,\"errorMsg\":\"\",\"orderID\":\""
                        + order.venueOrderId().value() + "\",\"status\":\"" + status
                        + "\",\"makingAmount\":\"\",\"takingAmount\":\"\",\"tradeIDs\":" + trades + "}");
    }

    private static String catalogue(boolean closed) {
        return closed
                ? "{\"markets\":[]}"
                : "{\"markets\":[{\"id\":\"7\",\"conditionId\":\"" + CONDITION
                        + "\",\"slug\":\"rain\",\"question\":\"Will it rain?\",\"version\":\"v1\","
                        + "\"outcomes\":\"[\\\"Yes\\\",\\\"No\\\"]\",\"outcomePrices\":\"[\\\"0.5\\\",\\\"0.5\\\"]\","
                        + "\"clobTokenIds\":\"[\\\"71001\\\",\\\"71002\\\"]\",\"active\":true,\"closed\":false,"
                        + "\"acceptingOrders\":true,\"enableOrderBook\":true,\"negRisk\":false,"
                        + "\"orderPriceMinTickSize\":0.01,\"orderMinSize\":5,\"feesEnabled\":true,"
                        + "\"feeSchedule\":{\"exponent\":1,\"rate\":0.04,\"takerOnly\":true}}]}";
    }

    private static String terms() {
        return "{\"c\":\"" + CONDITION + "\",\"t\":[{\"t\":\"71001\",\"o\":\"Yes\"},{\"t\":\"71002\",\"o\":\"No\"}],"
                + "\"mts\":0.01,\"mos\":5,\"nr\":false,\"fd\":{\"r\":0.04,\"e\":1,\"to\":true},\"ao\":true}";
    }

    static String book(String size) {
        return "{\"event_type\":\"book\",\"market\":\"" + CONDITION + "\",\"asset_id\":\"71001\",\"timestamp\":\""
                + Clock.systemUTC().millis() + "\",\"bids\":[{\"price\":\"0.49\",\"size\":\"" + size
                + "\"}],\"asks\":[{\"price\":\"0.51\",\"size\":\"20\"}],\"tick_size\":\"0.01\"}";
    }

    static String priceChange(String price, String size) {
        return "{\"event_type\":\"price_change\",\"market\":\"" + CONDITION + "\",\"timestamp\":\""
                + Clock.systemUTC().millis() + "\",\"price_changes\":[{\"asset_id\":\"71001\",\"price\":\"" + price
                + "\",\"size\":\"" + size + "\",\"side\":\"BUY\"}]}";
    }

    static String order(PreparedOrder order, String status, String matched) {
        return "{\"id\":\"" + order.venueOrderId().value() + "\",\"status\":\"" + status + "\",\"owner\":\"" + KEY
                + "\",\"maker_address\":\"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266\",\"market\":\"" + CONDITION
                + "\",\"asset_id\":\"71001\",\"side\":\"BUY\",\"original_size\":\"10\",\"size_matched\":\"" + matched
                + "\",\"price\":\"0.5\",\"associate_trades\":[],\"outcome\":\"Yes\",\"created_at\":"
                + Clock.systemUTC().instant().getEpochSecond() + ",\"expiration\":\"0\",\"order_type\":\"GTC\"}";
    }

    static String orderEvent(PreparedOrder order, String type, String status, String matched) {
        return "{\"event_type\":\"order\",\"type\":\"" + type + "\","
                + order(order, status, matched).substring(1);
    }

    static String trade(PreparedOrder order, String status) {
        long now = Clock.systemUTC().instant().getEpochSecond();
        return "{\"id\":\"t1\",\"taker_order_id\":\"" + order.venueOrderId().value() + "\",\"market\":\"" + CONDITION
                + "\",\"asset_id\":\"71001\",\"side\":\"BUY\",\"size\":\"10\",\"fee_rate_bps\":\"0\",\"price\":\"0.5\","
                + "\"status\":\"" + status + "\",\"match_time\":\"" + now + "\",\"last_update\":\"" + now
                + "\",\"outcome\":\"Yes\",\"bucket_index\":0,\"owner\":\"" + KEY
                + "\",\"maker_address\":\"0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266\",\"transaction_hash\":\"\","
                + "\"trader_side\":\"TAKER\",\"maker_orders\":[]}";
    }

    static String tradeEvent(PreparedOrder order, String status) {
        return "{\"event_type\":\"trade\",\"type\":\"TRADE\","
                + trade(order, status).substring(1);
    }

    @Override
    public void close() {
        server.close();
    }
}
