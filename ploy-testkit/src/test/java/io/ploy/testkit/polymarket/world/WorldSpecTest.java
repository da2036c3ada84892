package io.ploy.testkit.polymarket.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Event;
import io.ploy.api.market.LevelChange;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.Quote;
import io.ploy.api.market.Resolution;
import io.ploy.api.market.TickSize;
import io.ploy.api.money.Cash;
import io.ploy.api.signing.Address;
import io.ploy.connectors.polymarket.protocol.Chain;
import io.ploy.connectors.polymarket.protocol.Contract;
import io.ploy.connectors.polymarket.protocol.NegRiskQuestion;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeOrder;
import io.ploy.core.sim.ExchangeSettings;
import io.ploy.core.sim.ExchangeTrade;
import io.ploy.core.sim.SimulatedExchange;
import io.ploy.testkit.polymarket.listing.ListedMarket;
import io.ploy.testkit.polymarket.state.VenueState;
import io.ploy.testkit.polymarket.time.VenueLoop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorldSpecTest {
    private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");

    /** Everything that is told, in short. */
    private static final class Log implements ExchangeObserver {
        private final CRC32 sum = new CRC32();
        private final Set<MarketId> traded = new HashSet<>();
        private final Set<MarketId> resolved = new HashSet<>();
        private int lines;

        private void add(String line) {
            lines++;
            sum.update(line.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void onMarket(Market market) {
            add(market.toString());
        }

        @Override
        public void onBook(Market market, List<LevelChange> changes) {
            add(market.id() + " " + changes);
        }

        @Override
        public void onOrder(ExchangeOrder order) {
            add(order.toString());
        }

        @Override
        public void onTrade(ExchangeTrade trade) {
            traded.add(trade.market());
            add(trade.toString());
        }

        @Override
        public void onResolved(Resolution resolution) {
            resolved.add(resolution.market());
            add(resolution.toString());
        }
    }

    private static <T> T run(String world, long seed, Duration length, BiFunction<VenueState, Log, T> look) {
        try (VenueLoop loop = VenueLoop.manual(START)) {
            SimulatedExchange exchange = new SimulatedExchange(
                    loop.timeline(),
                    ExchangeSettings.builder()
                            .latency(Duration.ZERO, Duration.ZERO)
                            .dataLatency(Duration.ZERO)
                            .build());
            VenueState state = VenueState.of(seed, 137, loop, exchange);
            Log log = new Log();
            loop.ask(() -> {
                exchange.observe(log);
                WorldSpec.parse(world).begin(state);
                return true;
            });
            loop.advance(length);
            return loop.ask(() -> look.apply(state, log));
        }
    }

    @Test
    void theSameSeedGivesTheSameEventsAndAnotherSeedGivesOthers() {
        List<String> three = List.of(log(7), log(7), log(7));

        assertThat(new HashSet<>(three)).hasSize(1);
        assertThat(log(8)).isNotEqualTo(three.get(0));
    }

    private static String log(long seed) {
        return run("mixed", seed, Duration.ofMinutes(12), (state, log) -> log.lines + "/" + log.sum.getValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "updown:symbols=BTC;window=1m;ahead=1",
                "updown:symbols=BTC;window=1m;ahead=1;dumps=true",
                "negrisk:outcomes=4;length=10m",
                "sports:before=3m;game=8m",
                "longdated:length=20m"
            })
    void marketsTradeWithoutCrossingResolveAndKeepTheMoneyTogether(String world) {
        Cash house = Cash.ofUsd(3_000_000_000L);
        run(world, 3, Duration.ofMinutes(25), (state, log) -> {
            assertThat(log.resolved).isNotEmpty();
            assertThat(log.traded).containsAll(log.resolved);
            assertThat(state.exchange().totalCollateral()).isEqualTo(house);
            for (ListedMarket market : state.catalogue().markets()) {
                Quote quote = state.exchange().quote(market.market().first().instrument());
                if (quote.bid().isPresent() && quote.ask().isPresent()) {
                    assertThat(quote.bid().get().price())
                            .isLessThan(quote.ask().get().price());
                }
                assertThat(log.resolved.contains(market.market().id()))
                        .isEqualTo(market.market().status() == MarketStatus.RESOLVED);
            }
            return true;
        });
    }

    @Test
    void windowsAreListedAheadNamedAsTheVenueNamesThemAndKnowTheirStrikeOnceTheyBegin() {
        run("updown:symbols=ETH;window=5m;ahead=2", 3, Duration.ofMinutes(1), (state, log) -> {
            List<ListedMarket> markets = state.catalogue().markets();
            assertThat(markets).hasSize(3);
            long start = START.getEpochSecond();
            assertThat(markets)
                    .extracting(market -> market.market().slug())
                    .containsExactly(
                            "eth-updown-5m-" + start,
                            "eth-updown-5m-" + (start + 300),
                            "eth-updown-5m-" + (start + 600));
            assertThat(markets.get(0).event().seriesSlug()).isEqualTo("eth-up-or-down-5m");
            assertThat(markets.get(0).market().question())
                    .isEqualTo("Ethereum Up or Down - November 20, 7:00AM-7:05AM ET");
            assertThat(markets.get(0).market().window().orElseThrow().strike()).isPresent();
            assertThat(markets.get(1).market().window().orElseThrow().strike()).isEmpty();
            return true;
        });
    }

    @Test
    void earlyInAWindowOneOutcomeIsSoldOffWithoutNewsAndRecoversWhereThatIsAskedFor() {
        List<Double> calm = prices("false");
        List<Double> dumped = prices("true");

        double deepest = 0;
        for (int second = 0; second < calm.size(); second++) {
            double lost = Math.max(
                    1 - dumped.get(second) / calm.get(second), 1 - (1 - dumped.get(second)) / (1 - calm.get(second)));
            if (second < 7 || second > 55) {
                assertThat(lost).as("lost after " + second + " s").isBetween(-0.05, 0.05);
            }
            deepest = Math.max(deepest, lost);
        }
        assertThat(deepest).as("most that was lost").isBetween(0.4, 0.6);
    }

    /** The middle of the first window's first outcome, each second of its first minute. */
    private static List<Double> prices(String dumps) {
        List<Double> middles = new ArrayList<>();
        try (VenueLoop loop = VenueLoop.manual(START)) {
            SimulatedExchange exchange = new SimulatedExchange(
                    loop.timeline(),
                    ExchangeSettings.builder()
                            .latency(Duration.ZERO, Duration.ZERO)
                            .dataLatency(Duration.ZERO)
                            .build());
            VenueState state = VenueState.of(7, 137, loop, exchange);
            loop.ask(() -> {
                WorldSpec.parse("updown:symbols=BTC;window=5m;dumps=" + dumps).begin(state);
                return true;
            });
            for (int second = 0; second < 60; second++) {
                loop.advance(Duration.ofSeconds(1));
                middles.add(loop.ask(() -> middle(state)));
            }
        }
        return middles;
    }

    private static double middle(VenueState state) {
        Market first = state.catalogue().markets().get(0).market();
        Quote quote = state.exchange().quote(first.first().instrument());
        return (quote.bid().orElseThrow().price().micros()
                        + quote.ask().orElseThrow().price().micros())
                / 2e6;
    }

    @Test
    void onlyOneCandidateOfAnElectionWins() {
        run("negrisk:outcomes=5;length=5m", 11, Duration.ofMinutes(7), (state, log) -> {
            List<ListedMarket> first = state.catalogue()
                    .markets(state.catalogue().events().iterator().next());
            assertThat(first).hasSize(5);
            assertThat(first.get(4).groupItemTitle()).isEqualTo("Other");
            assertThat(first)
                    .filteredOn(market -> state.catalogue()
                                    .resolved(market.market().id())
                                    .orElseThrow()
                                    .resolution()
                                    .firstPayout()
                                    .micros()
                            > 0)
                    .hasSize(1);
            return true;
        });
    }

    @Test
    void questionsOfAnElectionDifferInTheirLastByteAndNameItsConditions() {
        Address oracle = Contract.NEG_RISK_ADAPTER.on(Chain.POLYGON).orElseThrow();
        run("negrisk:outcomes=5;length=5m", 11, Duration.ofMinutes(1), (state, log) -> {
            List<ListedMarket> markets = state.catalogue().markets();
            assertThat(markets).hasSize(5);
            for (int i = 0; i < markets.size(); i++) {
                NegRiskQuestion question = NegRiskQuestion.parse(markets.get(i).questionId());
                assertThat(question.index()).isEqualTo(i);
                assertThat(question.isOfEventOf(
                                NegRiskQuestion.parse(markets.get(0).questionId())))
                        .isTrue();
                assertThat(question.condition(oracle).hex())
                        .isEqualTo(markets.get(i).conditionId());
                assertThat(markets.get(i).market().event()).map(Event::markets).contains(5);
            }
            return true;
        });
    }

    @Test
    void aTickGetsFinerWhereAPriceIsExtreme() {
        Boolean finer = run(
                "updown:symbols=SOL;window=1m;ahead=0",
                5,
                Duration.ofMinutes(30),
                (state, log) -> state.catalogue().markets().stream()
                        .anyMatch(market -> market.market().rules().tickSize().equals(TickSize.TENTH_CENT)));

        assertThat(finer).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "moon | world: found 'moon', allowed [updown, negrisk, sports, longdated, mixed]",
                "updown:colour=red | found setting 'colour', allowed [ahead, average, dumps, symbols, traffic, window]",
                "updown:symbols=DOGE | symbols: found 'DOGE', allowed BTC, ETH, SOL, XRP",
                "updown:window=90s | window: found '90s', allowed whole minutes",
                "updown:window=5 | window: found '5', allowed a number with s, m, h or d",
                "updown:dumps=yes | dumps: found 'yes', allowed true or false",
                "negrisk:outcomes=1 | outcomes: found '1', allowed 2 to 26",
                "mixed:traffic=mad | traffic: found 'mad', allowed calm, busy or none",
                "updown:window | found 'window', expected name=value"
            })
    void whatCannotBeReadIsNamedWithWhatIsAllowed(String text, String problem) {
        assertThatThrownBy(() -> WorldSpec.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void aWorldIsWrittenAsItIsRead() {
        String text = "updown:symbols=BTC;window=15m";

        assertThat(WorldSpec.parse(text)).hasToString(text).isEqualTo(WorldSpec.parse(text));
    }
}
