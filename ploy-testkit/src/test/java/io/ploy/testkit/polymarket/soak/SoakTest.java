package io.ploy.testkit.polymarket.soak;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.testkit.polymarket.LimitPolicy;
import io.ploy.testkit.polymarket.PolymarketSimulator;
import io.ploy.testkit.polymarket.account.TestAccount;
import io.ploy.testkit.polymarket.account.WalletKind;
import io.ploy.testkit.polymarket.client.Latencies;
import io.ploy.testkit.polymarket.client.Trader;
import io.ploy.testkit.polymarket.record.RecordLimits;
import io.ploy.testkit.polymarket.server.ServerSettings;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.world.WorldSpec;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A busy venue with traders and listeners that come and go, for {@code -Dsoak.seconds}: what it holds must not grow. Its
 * bounded memories are small here, so that they are full before the first measurement that counts.
 */
@Tag("soak")
class SoakTest {
    private static final int SECONDS = Integer.getInteger("soak.seconds", 600);
    private static final int SAMPLES = 20;
    private static final int REMEMBERED = 2_000;
    private static final int REQUESTS_PER_SECOND = 100;

    private final AtomicBoolean goesOn = new AtomicBoolean(true);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final PolymarketSimulator venue = PolymarketSimulator.builder()
            .world(WorldSpec.parse("mixed:traffic=busy"))
            .accounts(Arrays.stream(WalletKind.values())
                    .map(kind ->
                            TestAccount.of(1, 137, kind.name().toLowerCase(Locale.ROOT), kind, Cash.ofUsd(10_000_000)))
                    .toList())
            .limits(LimitPolicy.OFF)
            .records(new RecordLimits(REMEMBERED, REMEMBERED))
            .server(ServerSettings.DEFAULTS.logging(REMEMBERED))
            .start();
    private final CompletableFuture<Throwable> stopped = new CompletableFuture<>();
    private final List<SoakListener> listeners = new ArrayList<>();

    @Test
    void whatABusyVenueHoldsDoesNotGrow() throws Exception {
        List<Footprint> samples = new ArrayList<>();
        List<Future<SoakTrader.Result>> traders = new ArrayList<>();
        try {
            venue.accounts().forEach(account -> {
                traders.add(begin(new SoakTrader(venue, account, REQUESTS_PER_SECOND, goesOn::get)));
                listen(Channel.USER, () -> subscription(account), Long.MAX_VALUE);
            });
            for (int i = 0; i < 8; i++) {
                listen(Channel.MARKET, this::followAll, i < 4 ? Long.MAX_VALUE : 2_000L * (i - 2));
            }
            listeners.forEach(this::follow);
            long start = System.nanoTime();
            for (int i = 1; i <= SAMPLES; i++) {
                goOnFor(start + TimeUnit.SECONDS.toNanos(SECONDS) * i / SAMPLES - System.nanoTime());
                samples.add(Footprint.now());
                say("after %d s: %.1f MB, %d threads, %d files"
                        .formatted(
                                (long) SECONDS * i / SAMPLES,
                                samples.get(i - 1).megabytes(),
                                samples.get(i - 1).threads(),
                                samples.get(i - 1).files()));
            }
            goesOn.set(false);
            report(traders);
            assertBounded(samples);
        } finally {
            goesOn.set(false);
            venue.close();
            threads.shutdownNow();
        }
    }

    /** A stream may be silent, so nobody waits for its listener's end. */
    private void follow(SoakListener listener) {
        threads.execute(() -> {
            try {
                listener.follow();
                stopped.complete(new IllegalStateException("ended"));
            } catch (IOException e) {
                stopped.complete(e);
            }
        });
    }

    private <T> Future<T> begin(Callable<T> task) {
        return threads.submit(() -> {
            try {
                T result = task.call();
                stopped.complete(new IllegalStateException("ended"));
                return result;
            } catch (Exception e) {
                stopped.complete(e);
                throw e;
            }
        });
    }

    private void goOnFor(long nanos) throws InterruptedException, ExecutionException {
        try {
            throw new AssertionError("a trader or a listener stopped", stopped.get(nanos, TimeUnit.NANOSECONDS));
        } catch (TimeoutException e) {
            // As it should be.
        }
    }

    private void listen(Channel channel, Supplier<String> hello, long framesPerTurn) {
        listeners.add(new SoakListener(venue, channel, hello, framesPerTurn, goesOn::get));
    }

    private static String subscription(TestAccount account) {
        try (Trader trader = new Trader(account)) {
            return trader.userSubscription();
        }
    }

    private String followAll() {
        return OpenMarkets.of(venue).stream()
                .map(market -> "\"" + market.tokenId(true) + "\",\"" + market.tokenId(false) + "\"")
                .collect(Collectors.joining(
                        ",", "{\"assets_ids\":[", "],\"type\":\"market\",\"custom_feature_enabled\":true}"));
    }

    private void report(List<Future<SoakTrader.Result>> traders) throws Exception {
        List<Latencies> latencies = new ArrayList<>();
        Map<Integer, Integer> statuses = new TreeMap<>();
        for (Future<SoakTrader.Result> trader : traders) {
            latencies.add(trader.get(30, TimeUnit.SECONDS).latencies());
            trader.get().statuses().forEach((status, count) -> statuses.merge(status, count, Integer::sum));
        }
        Latencies all = Latencies.merged(latencies);
        long frames = listeners.stream().mapToLong(SoakListener::frames).sum();
        say("%d requests, %d frames; requests: %s; statuses: %s".formatted(all.count(), frames, all, statuses));
        // Books are taken down while orders for them are on their way.
        assertThat(statuses.keySet()).isSubsetOf(200, 400, 404);
        assertThat(statuses.get(200)).isGreaterThan(all.count() / 2);
        assertThat(frames).isGreaterThan(100L * SECONDS);
    }

    /** The second quarter of the run against the last: what warms up has done so by then. */
    private static void assertBounded(List<Footprint> samples) {
        List<Footprint> early = samples.subList(SAMPLES / 4, SAMPLES / 2);
        List<Footprint> late = samples.subList(SAMPLES * 3 / 4, SAMPLES);
        assertThat(heap(late)).as("live heap, MB").isLessThan(heap(early) * 1.05 + 2);
        assertThat(late).allSatisfy(sample -> {
            assertThat(sample.threads()).isLessThanOrEqualTo(most(early, Footprint::threads) + 2);
            assertThat(sample.files()).isLessThanOrEqualTo(most(early, Footprint::files) + 4);
        });
    }

    private static double heap(List<Footprint> samples) {
        return samples.stream().mapToDouble(Footprint::megabytes).sorted().toArray()[samples.size() / 2];
    }

    private static long most(List<Footprint> samples, ToLongFunction<Footprint> of) {
        return samples.stream().mapToLong(of).max().orElseThrow();
    }

    private static void say(String text) {
        System.out.println(text);
    }
}
