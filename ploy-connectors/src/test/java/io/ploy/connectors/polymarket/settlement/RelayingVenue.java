package io.ploy.connectors.polymarket.settlement;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.connectors.polymarket.VenueMarket;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.net.ServerSocketFactory;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/**
 * A venue with a relayer on loopback: it keeps one account's balances and the wallet's number, takes submissions as it is
 * told to, and lets each go through the states it is told. A transaction takes effect when it is first told as mined.
 */
final class RelayingVenue extends Dispatcher implements AutoCloseable {
    static final String RELAY = "0x00000000000000000000000000000000000000aa";
    static final String HASH = "0x" + "77".repeat(32);

    /** One of an earlier installation, whose operations had the same names. */
    private static final String EARLIER =
            "{\"transactionID\":\"tx-0\",\"state\":\"STATE_FAILED\",\"metadata\":\"merge main-1-op1 at 2026-10-01T12:00:00Z\"}";

    /** What becomes of a submission. */
    enum Submit {
        TAKEN,
        /** Taken, but the answer is lost. */
        TAKEN_IN_SILENCE,
        /** Lost on the way. */
        LOST,
        STALE,
        OUT_OF_QUOTA,
        INVALID
    }

    private final MockWebServer server = new MockWebServer();
    private final VenueMarket market;
    private final Map<String, Long> balances = new HashMap<>();
    private final Map<String, String> allowances = new HashMap<>();
    private final Deque<Submit> submits = new ArrayDeque<>();
    private final Deque<String> states = new ArrayDeque<>();
    private final List<JsonNode> submissions = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<ObjectNode> indexed = new ArrayList<>();
    private long nonce = 7;
    private final Map<String, Long> effect = new HashMap<>();
    private boolean taken;
    private boolean showsTransactions = true;
    private boolean effective = true;
    private boolean balancesFail;
    private int looksUntilUsed = Integer.MAX_VALUE;
    private int staleReads;
    private @Nullable Runnable onLook;
    private String measuredAt = "2026-11-25T12:00:00Z";
    private long indexerLag;

    RelayingVenue(VenueMarket market) {
        this.market = market;
        server.setServerSocketFactory(new PromptSockets());
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setDispatcher(this);
    }

    URI address() {
        return server.url("/").uri();
    }

    synchronized void holds(long collateral, long first, long second) {
        balances.put("", collateral);
        balances.put(market.market().first().instrument().symbol(), first);
        balances.put(market.market().second().instrument().symbol(), second);
    }

    synchronized void holds(String token, long micros) {
        balances.put(token, micros);
    }

    /** What a transaction that takes effect adds to each balance. */
    synchronized void moves(long collateral, long first, long second) {
        effect.put("", collateral);
        effect.put(market.market().first().instrument().symbol(), first);
        effect.put(market.market().second().instrument().symbol(), second);
    }

    /** What a transaction that takes effect adds to one balance; collateral has an empty name. */
    synchronized void moves(String token, long micros) {
        effect.put(token, micros);
    }

    synchronized void hasNoEffect() {
        effective = false;
    }

    synchronized void allows(String spender, String amount) {
        allowances.put(spender, amount);
    }

    synchronized void submits(Submit... ends) {
        submits.addAll(List.of(ends));
    }

    /** One word for each look at the transaction; the last stays. */
    synchronized void states(String... words) {
        states.addAll(List.of(words));
    }

    synchronized void hidesTransactions() {
        showsTransactions = false;
    }

    synchronized void balancesFail(boolean fail) {
        balancesFail = fail;
    }

    /** The number is used, and the transaction takes effect if it does, when the number was looked at so often. */
    synchronized void isUsedAfter(int looks) {
        looksUntilUsed = looks;
    }

    /** The next reads of balances are as if nothing was there. */
    synchronized void readsNothing(int times) {
        staleReads = times;
    }

    synchronized void onLook(Runnable task) {
        onLook = task;
    }

    synchronized void indexes(String type, String size, String hash, long epochSeconds) {
        indexes(type, market.market().id().symbol(), size, hash, epochSeconds);
    }

    synchronized void indexes(String type, String condition, String size, String hash, long epochSeconds) {
        indexed.add(JsonNodeFactory.instance
                .objectNode()
                .put("proxy_wallet", "0x1")
                .put("type", type)
                .put("condition_id", condition)
                .put("size", Double.parseDouble(size))
                .put("timestamp", epochSeconds)
                .put("transaction_hash", hash));
    }

    synchronized List<JsonNode> submissions() {
        return List.copyOf(submissions);
    }

    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized MockResponse dispatch(RecordedRequest request) {
        String path = request.getUrl().encodedPath();
        requests.add(request.getMethod() + " " + path);
        return switch (path) {
            case "/balance-allowance/update" -> json("{}");
            case "/balance-allowance" -> balance(request);
            case "/v1/account/transactions/params" -> number();
            case "/submit" -> submit(request);
            case "/transactions" -> json("[" + EARLIER + (showsTransactions && taken ? "," + transaction() : "") + "]");
            case "/deployed" -> json("{\"deployed\":true}");
            case "/v2/activity" -> activity();
            case "/v2/status" -> status();
            default ->
                path.equals("/v1/account/transactions/tx-1") && taken && showsTransactions
                        ? json(transaction())
                        : new MockResponse.Builder().code(404).build();
        };
    }

    private MockResponse balance(RecordedRequest request) {
        if (balancesFail) {
            return new MockResponse.Builder().code(500).body("{}").build();
        }
        String token = request.getUrl().queryParameter("token_id");
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        boolean stale = staleReads > 0;
        staleReads -= stale ? 1 : 0;
        answer.put("balance", stale ? "0" : String.valueOf(balances.getOrDefault(token == null ? "" : token, 0L)));
        ObjectNode all = answer.putObject("allowances");
        allowances.forEach(all::put);
        return json(answer.toString());
    }

    private MockResponse number() {
        if (!submissions.isEmpty() && --looksUntilUsed == 0) {
            carryOut();
        }
        return json("{\"address\":\"" + RELAY + "\",\"nonce\":\"" + nonce + "\"}");
    }

    private MockResponse submit(RecordedRequest request) {
        submissions.add(parse(request.getBody().utf8()));
        Submit end = submits.isEmpty() ? Submit.TAKEN : submits.remove();
        taken |= end == Submit.TAKEN || end == Submit.TAKEN_IN_SILENCE;
        return switch (end) {
            case TAKEN -> json("{\"transactionID\":\"tx-1\",\"state\":\"STATE_NEW\"}");
            case TAKEN_IN_SILENCE, LOST ->
                new MockResponse.Builder()
                        .onResponseStart(new SocketEffect.CloseSocket())
                        .build();
            case STALE -> {
                nonce++;
                yield error(400, "batch nonce 7 does not match on-chain nonce 8");
            }
            case OUT_OF_QUOTA -> error(429, "quota exceeded: 0 units remaining, resets in 3600 seconds");
            case INVALID -> error(400, "call blocked: target not in allowlist");
        };
    }

    private String transaction() {
        if (onLook != null) {
            onLook.run();
        }
        String state = states.size() > 1 ? states.remove() : states.isEmpty() ? "STATE_CONFIRMED" : states.element();
        if (state.equals("STATE_MINED") || state.equals("STATE_CONFIRMED")) {
            carryOut();
        }
        return JsonNodeFactory.instance
                .objectNode()
                .put("transactionID", "tx-1")
                .put("state", state)
                .put("transactionHash", HASH)
                .put(
                        "metadata",
                        submissions.get(submissions.size() - 1).path("metadata").asText())
                .toString();
    }

    private void carryOut() {
        nonce = 100;
        if (!effective) {
            return;
        }
        effective = false;
        effect.forEach(this::trade);
    }

    /** Something else moves one balance. */
    synchronized void trade(String token, long micros) {
        balances.merge(token, micros, Long::sum);
    }

    /** Something else moves balances. */
    synchronized void trade(long collateral, long first, long second) {
        balances.merge("", collateral, Long::sum);
        balances.merge(market.market().first().instrument().symbol(), first, Long::sum);
        balances.merge(market.market().second().instrument().symbol(), second, Long::sum);
    }

    /** By how much the indexer is behind, from a moment on. */
    synchronized void indexerIsAt(String time, long lagSeconds) {
        measuredAt = time;
        indexerLag = lagSeconds;
    }

    private MockResponse status() {
        return json("{\"data\":{\"computed_at\":\"" + measuredAt + "\",\"age_seconds\":0,\"serving\":{\"lag_seconds\":"
                + indexerLag + ",\"worst\":\"activity\"}}}");
    }

    private MockResponse activity() {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode rows = answer.putArray("data");
        indexed.forEach(rows::add);
        answer.putObject("pagination").put("limit", 500).put("has_more", false).putNull("next_cursor");
        return json(answer.toString());
    }

    private static MockResponse error(int code, String words) {
        return new MockResponse.Builder()
                .code(code)
                .setHeader("Content-Type", "application/json")
                .body("{\"error\":\"" + words + "\"}")
                .build();
    }

    private static MockResponse json(String body) {
        return new MockResponse.Builder()
                .setHeader("Content-Type", "application/json")
                .body(body)
                .build();
    }

    private static JsonNode parse(String body) {
        try {
            return new ObjectMapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        server.close();
    }

    /** Sockets that send headers and body without waiting between them, since some tests ask a thousand times. */
    private static final class PromptSockets extends ServerSocketFactory {
        @Override
        public ServerSocket createServerSocket() throws IOException {
            return new ServerSocket() {
                @Override
                public Socket accept() throws IOException {
                    Socket accepted = super.accept();
                    accepted.setTcpNoDelay(true);
                    return accepted;
                }
            };
        }

        @Override
        public ServerSocket createServerSocket(int port) {
            throw new UnsupportedOperationException("bound by the server itself");
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog) {
            throw new UnsupportedOperationException("bound by the server itself");
        }

        @Override
        public ServerSocket createServerSocket(int port, int backlog, InetAddress address) {
            throw new UnsupportedOperationException("bound by the server itself");
        }
    }
}
