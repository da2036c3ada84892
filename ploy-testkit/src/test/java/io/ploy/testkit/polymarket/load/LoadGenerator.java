package io.ploy.testkit.polymarket.load;

import io.ploy.api.money.Cash;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.PolymarketSimulatorBuilder;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Loads a venue in this process, clients included, and prints what it took: {@code orders} or {@code market}, then settings
 * as {@code name=value}.
 */
public final class LoadGenerator {
    private static final int CHAIN = 137;
    /** What lives a second or two is what collections take longest over, and a log of thousands does at this rate. */
    private static final int LOGGED = 100;

    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    private final PrintStream out;
    private final Settings settings;

    LoadGenerator(PrintStream out, Settings settings) {
        this.out = out;
        this.settings = settings;
    }

    public static void main(String[] arguments) throws Exception {
        List<String> words = Arrays.asList(arguments);
        LoadGenerator generator = new LoadGenerator(System.out, Settings.read(words));
        boolean both = !words.contains("orders") && !words.contains("market");
        if (both || words.contains("orders")) {
            generator.orders();
        }
        if (both || words.contains("market")) {
            generator.market();
        }
    }

    OrderLoad.Result orders() throws Exception {
        try (PolymarketSimulator venue = venue().start()) {
            OrderLoad load = new OrderLoad(venue, settings.connections(), settings.requestsPerSecond());
            load.run(settings.warmUp());
            long cpu = cpuNanos();
            OrderLoad.Result result = load.run(settings.length());
            double cores = (double) (cpuNanos() - cpu) / result.took().toNanos();
            out.printf(
                    Locale.ROOT,
                    "orders: %.0f requests/s over %d connections for %d s; %s; %.2f cores%n",
                    result.perSecond(),
                    settings.connections(),
                    result.took().toSeconds(),
                    result.latencies(),
                    cores);
            out.println("answers: " + result.answers());
            return result;
        }
    }

    MarketLoad.Result market() throws Exception {
        try (PolymarketSimulator venue = venue().manualTime(START).start()) {
            MarketLoad load = new MarketLoad(venue, settings.sockets(), settings.messagesPerSecond());
            load.run(settings.warmUp());
            long cpu = cpuNanos();
            MarketLoad.Result result = load.run(settings.length());
            double cores = (double) (cpuNanos() - cpu) / result.took().toNanos();
            out.printf(
                    Locale.ROOT,
                    "market: %.0f messages/s to %d sockets for %d s, %.1f MB/s; %s; %.2f cores%n",
                    result.perSecond(),
                    settings.sockets(),
                    result.took().toSeconds(),
                    result.bytes() * 1e3 / result.took().toNanos(),
                    result.latencies(),
                    cores);
            return result;
        }
    }

    private static PolymarketSimulatorBuilder venue() {
        List<TestAccount> accounts = Arrays.stream(WalletKind.values())
                .map(kind ->
                        TestAccount.of(1, CHAIN, kind.name().toLowerCase(Locale.ROOT), kind, Cash.ofUsd(9_000_000)))
                .toList();
        return PolymarketSimulator.builder()
                .world(WorldSpec.parse("longdated:questions=4;newer=1"))
                .accounts(accounts)
                .limits(LimitPolicy.OFF)
                .server(ServerSettings.DEFAULTS.logging(LOGGED));
    }

    private static long cpuNanos() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    /** How hard and how long. */
    record Settings(
            int requestsPerSecond,
            int connections,
            int messagesPerSecond,
            int sockets,
            Duration warmUp,
            Duration length) {
        static Settings read(List<String> words) {
            return new Settings(
                    number(words, "requests", 5_000),
                    number(words, "connections", 16),
                    number(words, "messages", 50_000),
                    number(words, "sockets", 20),
                    Duration.ofSeconds(number(words, "warmup", 10)),
                    Duration.ofSeconds(number(words, "seconds", 20)));
        }

        private static int number(List<String> words, String name, int usual) {
            return words.stream()
                    .filter(word -> word.startsWith(name + "="))
                    .map(word -> Integer.parseInt(word.substring(name.length() + 1)))
                    .findFirst()
                    .orElse(usual);
        }
    }
}
