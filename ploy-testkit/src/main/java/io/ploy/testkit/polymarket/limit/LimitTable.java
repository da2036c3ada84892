package io.ploy.testkit.polymarket.limit;

import io.ploy.testkit.polymarket.wire.Api;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The venue's published limits for each address, as of June 2026. */
public final class LimitTable {
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);

    private final List<LimitRule> rules = new ArrayList<>();

    private LimitTable() {}

    /**
     * The published limits.
     *
     * @return all of which a request must keep
     */
    public static List<LimitRule> published() {
        LimitTable table = new LimitTable();
        table.rules.add(new LimitRule(null, null, List.of(), 15_000, SHORT));
        table.trading();
        table.clobReads();
        table.otherServices();
        return List.copyOf(table.rules);
    }

    private void trading() {
        writes("POST", "/order", 5_000, 120_000);
        writes("DELETE", "/order", 5_000, 120_000);
        writes("POST", "/orders", 2_000, 21_000);
        writes("DELETE", "/orders", 2_000, 15_000);
        writes("DELETE", "/cancel-all", 250, 6_000);
        writes("DELETE", "/cancel-market-orders", 1_500, 21_000);
    }

    private void clobReads() {
        all(Api.CLOB, 9_000);
        reads(Api.CLOB, 100, "/ok");
        for (String path : List.of("/book", "/price", "/midpoint")) {
            reads(Api.CLOB, 1_500, path);
        }
        for (String path : List.of("/books", "/prices", "/midpoints")) {
            any(Api.CLOB, 500, path);
        }
        reads(Api.CLOB, 1_000, "/prices-history");
        reads(Api.CLOB, 200, "/tick-size");
        reads(Api.CLOB, 900, "/data/orders", "/data/trades", "/data/order", "/notifications");
        reads(Api.CLOB, 500, "/data/orders");
        reads(Api.CLOB, 500, "/data/trades");
        reads(Api.CLOB, 125, "/notifications");
        reads(Api.CLOB, 200, "/balance-allowance");
        reads(Api.CLOB, 50, "/balance-allowance/update");
        any(Api.CLOB, 100, "/auth");
    }

    private void otherServices() {
        all(Api.GAMMA, 4_000);
        reads(Api.GAMMA, 500, "/events");
        reads(Api.GAMMA, 300, "/markets");
        reads(Api.GAMMA, 900, "/events", "/markets");
        reads(Api.GAMMA, 200, "/comments");
        reads(Api.GAMMA, 200, "/tags");
        reads(Api.GAMMA, 350, "/public-search");
        all(Api.DATA, 1_000);
        reads(Api.DATA, 200, "/trades");
        reads(Api.DATA, 150, "/positions");
        reads(Api.DATA, 150, "/closed-positions");
        reads(Api.DATA, 800, "/v2");
        reads(Api.DATA, 300, "/v2/trades");
        for (String path : List.of("/v2/positions", "/v2/activity", "/v2/prices-history")) {
            reads(Api.DATA, 200, path);
        }
        reads(Api.DATA, 100, "/v2/status");
        rules.add(new LimitRule(Api.RELAYER, "POST", List.of("/submit"), 25, Duration.ofMinutes(1)));
    }

    private void writes(String method, String path, long inShort, long inLong) {
        rules.add(new LimitRule(Api.CLOB, method, List.of(path), inShort, SHORT));
        rules.add(new LimitRule(Api.CLOB, method, List.of(path), inLong, LONG));
    }

    private void all(Api api, long most) {
        rules.add(new LimitRule(api, null, List.of(), most, SHORT));
    }

    private void any(Api api, long most, String path) {
        rules.add(new LimitRule(api, null, List.of(path), most, SHORT));
    }

    private void reads(Api api, long most, String... paths) {
        rules.add(new LimitRule(api, "GET", List.of(paths), most, SHORT));
    }
}
