package io.ploy.connectors.polymarket.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The limits the venue publishes. Source: its pages on rate limits and on trading rate limits, June to November 2026. Where
 * two figures are in circulation the smaller one stands here.
 */
public final class VenueLimits {
    private static final Duration SHORT = Duration.ofSeconds(10);
    private static final Duration LONG = Duration.ofMinutes(10);

    private VenueLimits() {}

    /** What one network address may ask. */
    public static List<RateRule> rules() {
        List<RateRule> rules = new ArrayList<>();
        rules.add(new RateRule(EnumSet.allOf(Service.class), Set.of(), List.of(), 15_000, SHORT));
        addTrading(rules);
        addClobReads(rules);
        addDiscovery(rules);
        addData(rules);
        rules.add(RateRule.of(Service.RELAYER, "POST", 25, Duration.ofMinutes(1), "/submit"));
        return List.copyOf(rules);
    }

    private static void addTrading(List<RateRule> rules) {
        rules.add(RateRule.total(Service.CLOB, 9_000, SHORT));
        add(rules, "POST", "/order", 3_500, 36_000);
        add(rules, "DELETE", "/order", 3_000, 30_000);
        add(rules, "POST", "/orders", 1_000, 15_000);
        add(rules, "DELETE", "/orders", 1_000, 15_000);
        add(rules, "DELETE", "/cancel-all", 250, 6_000);
        add(rules, "DELETE", "/cancel-market-orders", 1_000, 1_500);
    }

    private static void add(List<RateRule> rules, String method, String path, int inShort, int inLong) {
        rules.add(RateRule.of(Service.CLOB, method, inShort, SHORT, path));
        rules.add(RateRule.of(Service.CLOB, method, inLong, LONG, path));
    }

    private static void addClobReads(List<RateRule> rules) {
        rules.add(any(Service.CLOB, 100, "/ok"));
        for (String one : List.of("/book", "/price", "/midpoint")) {
            rules.add(any(Service.CLOB, 1_500, one));
        }
        for (String several : List.of("/books", "/prices", "/midpoints")) {
            rules.add(any(Service.CLOB, 500, several));
        }
        rules.add(any(Service.CLOB, 1_000, "/prices-history"));
        rules.add(any(Service.CLOB, 200, "/tick-size/*"));
        rules.add(RateRule.of(
                Service.CLOB,
                "GET",
                900,
                SHORT,
                "/data/orders/*",
                "/data/order/*",
                "/data/trades/*",
                "/notifications/*",
                "/orders/*",
                "/order/*",
                "/trades/*"));
        rules.add(any(Service.CLOB, 500, "/data/orders/*"));
        rules.add(any(Service.CLOB, 500, "/data/trades/*"));
        rules.add(any(Service.CLOB, 125, "/notifications/*"));
        rules.add(any(Service.CLOB, 200, "/balance-allowance"));
        rules.add(any(Service.CLOB, 50, "/balance-allowance/update"));
        rules.add(any(Service.CLOB, 100, "/auth/*"));
    }

    private static void addDiscovery(List<RateRule> rules) {
        rules.add(RateRule.total(Service.GAMMA, 4_000, SHORT));
        rules.add(any(Service.GAMMA, 500, "/events/*"));
        rules.add(any(Service.GAMMA, 300, "/markets/*"));
        rules.add(any(Service.GAMMA, 900, "/events/*", "/markets/*"));
        rules.add(any(Service.GAMMA, 200, "/comments/*"));
        rules.add(any(Service.GAMMA, 200, "/tags/*"));
        rules.add(any(Service.GAMMA, 350, "/public-search"));
    }

    private static void addData(List<RateRule> rules) {
        rules.add(RateRule.total(Service.DATA, 1_000, SHORT));
        rules.add(any(Service.DATA, 200, "/trades"));
        rules.add(any(Service.DATA, 150, "/positions"));
        rules.add(any(Service.DATA, 150, "/closed-positions"));
        rules.add(any(Service.DATA, 800, "/v2/*"));
        rules.add(any(Service.DATA, 300, "/v2/trades/*"));
        rules.add(any(Service.DATA, 200, "/v2/positions/*"));
        rules.add(any(Service.DATA, 200, "/v2/activity/*"));
        rules.add(any(Service.DATA, 200, "/v2/prices-history/*"));
        rules.add(any(Service.DATA, 100, "/v2/status/*"));
    }

    private static RateRule any(Service service, int count, String... paths) {
        return new RateRule(Set.of(service), Set.of(), List.of(paths), count, SHORT);
    }

    /** What one signer may do, by the volume it traded; the smallest first. */
    public static List<SignerTier> tiers() {
        return List.of(
                new SignerTier("standard", 40, 60, 80, 120, true),
                new SignerTier("copper", 60, 90, 120, 180, true),
                new SignerTier("bronze", 80, 120, 160, 240, true),
                new SignerTier("silver", 200, 300, 400, 600, true),
                new SignerTier("gold", 400, 600, 800, 1_200, true),
                new SignerTier("platinum", 450, 675, 900, 1_350, false),
                new SignerTier("diamond", 525, 787, 1_050, 1_575, false),
                new SignerTier("elite", 600, 900, 1_200, 1_800, false));
    }
}
