package io.ploy.host.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.OrderBook;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.api.order.OrderRequest;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.Strategy;
import io.ploy.api.strategy.StrategyContext;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.BreakerSettings;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Scope;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.core.sim.Timeline;
import io.ploy.core.sim.world.UpDownWorld;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.ExitCode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file says of breakers is what trips them. */
class BreakerSectionTest {
    private static final String LEAST = """
            mode: live
            venue: {connector: polymarket}
            account: {name: main, key: env:PLOY_KEY}
            journal: {files: journal}
            deployments: {evidence: waived, waivedBy: anna, waivedWhy: a test}
            strategies:
              - strategy: a
            """;
    private static final Instant START = Instant.parse("2026-01-05T12:00:00Z");

    @TempDir
    Path folder;

    private RunConfig read(String breakers) throws IOException {
        return RunConfigFile.read(Files.writeString(folder.resolve("run.yaml"), LEAST + breakers + "\n"));
    }

    @Test
    void whatIsNotSaidIsAsUsual() throws IOException {
        assertThat(read("").risk().breakers()).isEqualTo(BreakerSettings.DEFAULT);
        assertThat(read("breakers:").risk().breakers()).isEqualTo(BreakerSettings.DEFAULT);
        assertThat(read("breakers: {gateway: }").risk().breakers()).isEqualTo(BreakerSettings.DEFAULT);
    }

    @Test
    void everySettingHasAKeyThatChangesItAndNothingElse() throws Exception {
        Map<String, Object> usual = settings("breakers", BreakerSettings.DEFAULT);
        TreeSet<String> keys = new TreeSet<>();
        for (BreakerSection.Part part : BreakerSection.PARTS) {
            for (Parameter<?> key : part.keys()) {
                String path = "breakers." + part.name() + "." + key.name();
                Object more = more(key.defaultValue());
                keys.add(path);

                Map<String, Object> changed = settings(
                        "breakers",
                        read("breakers: {" + part.name() + ": {" + key.name() + ": " + text(more) + "}}")
                                .risk()
                                .breakers());

                assertThat(changed).containsEntry(path, more);
                changed.put(path, Objects.requireNonNull(usual.get(path)));
                assertThat(changed).isEqualTo(usual);
            }
        }
        assertThat(keys).isEqualTo(usual.keySet());
    }

    private static Map<String, Object> settings(String path, Record settings) throws Exception {
        Map<String, Object> all = new TreeMap<>();
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = component.getAccessor().invoke(settings);
            String key = path + "." + component.getName();
            if (value instanceof Record inner && !(value instanceof Cash)) {
                all.putAll(settings(key, inner));
            } else {
                all.put(key, value);
            }
        }
        return all;
    }

    private static Object more(Object usual) {
        if (usual instanceof Duration time) {
            return time.plusMillis(1_500);
        }
        return usual instanceof Cash cash ? cash.plus(Cash.ofUsd(1)) : (Integer) usual + 1;
    }

    private static String text(Object value) {
        return value instanceof Duration time ? time.toMillis() + "ms" : value.toString();
    }

    @Test
    void everyKeyTakesBothEndsOfItsRange() throws IOException {
        for (BreakerSection.Part part : BreakerSection.PARTS) {
            for (Parameter<?> key : part.keys()) {
                String others = key.name().equals("firstWait") ? ", longestWait: 86400" : "";
                others = key.name().equals("longestWait") ? ", firstWait: 0.001" : others;
                for (String end :
                        List.of(key.minimum().orElseThrow(), key.maximum().orElseThrow())) {
                    assertThat(read("breakers: {" + part.name() + ": {" + key.name() + ": " + end + others + "}}"))
                            .isNotNull();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{tradeRat: {}} | run.yaml:8: breakers.tradeRat: no such key. Did you mean 'tradeRate'? Allowed are feed, gateway,",
                "{tradeRate: {perMinut: 5}} | breakers.tradeRate.perMinut: no such key. Did you mean 'perMinute'? Allowed are perMinute, timesMedian",
                "{tradeRate: {perMinute: 0}} | run.yaml:8: breakers.tradeRate.perMinute: found '0', allowed integer from 1 to 100000",
                "{tradeRate: 5} | breakers.tradeRate: found a single value, allowed keys with values",
                "{feed: {silence: 15}} | breakers.feed.silence: no such key.",
                "{feed: {untrusted: soon}} | breakers.feed.untrusted: found 'soon', allowed duration from 0.001 to 86400 (s)",
                "{loss: {rateWindow: 2h}} | breakers.loss.rateWindow: found '2h', allowed duration from 1 to 3600 (s)",
                "{gateway: {probeNotional: 0}} | breakers.gateway.probeNotional: found '0', allowed cash from 0.01 to 1000000 (USD)",
                "{gateway: {firstWait: 400}} | breakers.gateway.firstWait: found firstWait 400.0 s and longestWait 300.0 s,",
                "{gateway: {longestWait: 1}} | breakers.gateway.longestWait: found firstWait 5.0 s and longestWait 1.0 s,",
            })
    void whatCannotBeSaidOfBreakersIsRefused(String given, String said) {
        assertThatThrownBy(() -> read("breakers: " + given.strip())).isInstanceOfSatisfying(CommandFailure.class, e -> {
            assertThat(e.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(e.getMessage()).contains(said.strip());
        });
    }

    @Test
    void aTradeRateOfTheFileStopsTheAccount() throws IOException {
        assertThat(causes("")).isEmpty();

        assertThat(causes("breakers: {tradeRate: {perMinute: 3}}"))
                .filteredOn(cause -> cause.name().equals("trade-rate"))
                .singleElement()
                .satisfies(cause -> assertThat(cause.why()).isEqualTo("orders in a minute 4, limit 3"));
    }

    /** Of the account, after a strategy bought a little every five seconds for a minute. */
    private List<Cause> causes(String breakers) throws IOException {
        AccountId account = new AccountId("main");
        Timeline timeline = new Timeline(START);
        SimulatedExchange exchange = new SimulatedExchange(timeline, ExchangeSettings.usual());
        exchange.openAccount(account, Cash.ofUsd(1_000));
        new UpDownWorld(timeline, exchange, WorldSettings.fiveMinutes(4, WorldShape.TRENDING)).begin();
        try (Ploy ploy = Ploy.builder(account, exchange.gateway(account))
                .feed(exchange.feed())
                .openingCash(Cash.ofUsd(1_000))
                .journal(new InMemoryJournal())
                .risk(read(breakers).risk())
                .timeline(timeline)
                .strategy(new EveryFiveSeconds(), Map.of())
                .build()) {
            ploy.start();
            ploy.advanceTo(START.plus(Duration.ofMinutes(1)));
            return ploy.operator().causes().getOrDefault(Scope.ACCOUNT, List.of());
        }
    }

    private static final class EveryFiveSeconds implements StrategyFactory {
        @Override
        public String name() {
            return "every-five-seconds";
        }

        @Override
        public Strategy create(StrategyContext context) {
            Instant[] next = {Instant.MIN};
            return book -> {
                Instant now = context.clock().instant();
                if (book.trust() == BookTrust.LIVE
                        && book.bestAskMicros() != OrderBook.NONE
                        && !now.isBefore(next[0])) {
                    next[0] = now.plusSeconds(5);
                    context.submit(OrderRequest.buy(
                                    book.instrument(), Quantity.ofShares(5), Price.ofMicros(book.bestAskMicros()))
                            .fillAndKill());
                }
            };
        }
    }
}
