package io.ploy.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import io.ploy.api.money.Price;
import io.ploy.api.money.Quantity;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarketTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final InstrumentId YES = new InstrumentId("venue", "yes");
    private static final InstrumentId NO = new InstrumentId("venue", "no");
    private static final Market MARKET = Market.builder(
                    new MarketId("venue", "rain"),
                    new Outcome("Yes", YES),
                    new Outcome("No", NO),
                    TradingRules.builder(TickSize.CENT).build())
            .question("Will it rain?")
            .window(new MarketWindow(NOON, NOON.plusSeconds(900), "BTC/USD", BigDecimal.TEN, Duration.ZERO))
            .build();

    @Test
    void eachOutcomeKnowsTheOther() {
        assertThat(MARKET.opposite(YES)).isEqualTo(NO);
        assertThat(MARKET.instrument(NO)).isEqualTo(new Instrument(NO, MARKET.id(), "No", YES));
        assertThat(MARKET.has(new InstrumentId("venue", "snow"))).isFalse();
        assertThatThrownBy(() -> MARKET.outcome(new InstrumentId("venue", "snow")))
                .hasMessageContaining("snow");
    }

    @Test
    void aChangeMakesAnotherMarketAndANewTickANewEpoch() {
        Market changed = MARKET.toBuilder()
                .rules(MARKET.rules().withTickSize(TickSize.TENTH_CENT))
                .status(MarketStatus.PAUSED)
                .build();

        assertThat(MARKET.toBuilder().build()).isEqualTo(MARKET).hasSameHashCodeAs(MARKET);
        assertThat(changed).isNotEqualTo(MARKET);
        assertThat(changed.rules().epoch()).isOne();
        assertThat(changed.status().acceptsOrders()).isFalse();
        assertThat(MarketStatus.VOID.isFinal()).isTrue();
    }

    @Test
    void contradictionsAreRefused() {
        assertThatThrownBy(() -> Market.builder(
                                MARKET.id(), new Outcome("Yes", YES), new Outcome("No", YES), MARKET.rules())
                        .build())
                .hasMessageContaining("venue:yes");
        assertThatThrownBy(() -> MARKET.toBuilder().slug(" ").build()).hasMessageContaining("slug");
        assertThatThrownBy(() -> new MarketWindow(NOON, NOON, "X", null, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TradingRules.builder(TickSize.CENT).epoch(-1).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResolutionPaysOneInAllAndKnowsWhom() {
        assertThat(Resolution.first(MARKET.id(), NOON).payout(MARKET, YES)).isEqualTo(Price.ONE);
        assertThat(Resolution.second(MARKET.id(), NOON).payout(MARKET, YES)).isEqualTo(Price.ZERO);
        assertThat(Resolution.fiftyFifty(MARKET.id(), NOON).payout(MARKET, NO)).isEqualTo(Price.parse("0.5"));
        assertThatThrownBy(() -> new Resolution(MARKET.id(), Price.ONE, Price.ONE, NOON))
                .hasMessageContaining("do not sum to 1");
    }

    @Test
    void idsReadAndWriteAndSort() {
        assertThat(InstrumentId.parse("venue:a:b"))
                .isEqualTo(new InstrumentId("venue", "a:b"))
                .hasToString("venue:a:b");
        assertThat(MarketId.parse("venue:rain")).isEqualTo(MARKET.id());
        assertThat(EventId.parse("venue:e").compareTo(new EventId("venue", "f")))
                .isNegative();
        assertThat(YES.compareTo(new InstrumentId("other", "yes"))).isPositive();
        assertThatThrownBy(() -> MarketId.parse("rain")).hasMessageContaining("venue:symbol");
        assertThatThrownBy(() -> new InstrumentId("a:b", "x")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new EventId("venue", " ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWindowCountsDown() {
        MarketWindow window = MARKET.window().orElseThrow();

        assertThat(window.remaining(NOON.plusSeconds(60))).isEqualTo(Duration.ofMinutes(14));
        assertThat(window.elapsed(NOON.plusSeconds(60))).isEqualTo(Duration.ofMinutes(1));
        assertThat(window.strike()).contains(BigDecimal.TEN);
    }

    @Test
    void onlyASnapshotMakesABookLive() {
        assertThatThrownBy(() -> new MarketEvent.BookDistrusted(NOON, YES, BookTrust.LIVE, "because"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aMarketSaysWhatIsKnownOfIt() {
        Market market = MARKET.toBuilder()
                .event(Event.of(new EventId("venue", "weather")))
                .place(2)
                .slug("rain-today")
                .window(null)
                .build();

        assertThat(MARKET.slug()).isEqualTo("rain");
        assertThat(MARKET.event()).isEmpty();
        assertThat(market.event()).contains(Event.of(new EventId("venue", "weather")));
        assertThat(market.place()).isEqualTo(2);
        assertThat(market.window()).isEmpty();
        assertThat(market.question()).isEqualTo("Will it rain?");
        assertThat(market.outcomes()).containsExactly(market.first(), market.second());
        assertThat(market.toString()).contains("rain-today").contains("OPEN").contains("tick 0.01");
    }

    @Test
    void onlyAnOpenMarketAcceptsOrdersAndOnlyAPaidOneIsFinal() {
        assertThat(MarketStatus.values())
                .filteredOn(MarketStatus::acceptsOrders)
                .containsExactly(MarketStatus.OPEN);
        assertThat(MarketStatus.values())
                .filteredOn(MarketStatus::isFinal)
                .containsExactly(MarketStatus.RESOLVED, MarketStatus.VOID);
    }

    @Test
    void rulesKeepEverythingButWhatIsChanged() {
        TradingRules rules = TradingRules.builder(TickSize.CENT)
                .minimumSize(Quantity.ofShares(15))
                .minimumTakerNotional(Cash.ofUsd(2))
                .fees(FeeSchedule.takerRate("0.07"))
                .takerDelay(Duration.ofMillis(250))
                .epoch(4)
                .build();

        TradingRules finer = rules.withTickSize(TickSize.TENTH_CENT);

        assertThat(rules.toBuilder().build()).isEqualTo(rules).hasSameHashCodeAs(rules);
        assertThat(finer).isNotEqualTo(rules);
        assertThat(finer.tickSize()).isEqualTo(TickSize.TENTH_CENT);
        assertThat(finer.epoch()).isEqualTo(5);
        assertThat(finer.minimumSize()).isEqualTo(Quantity.ofShares(15));
        assertThat(finer.minimumTakerNotional()).isEqualTo(Cash.ofUsd(2));
        assertThat(finer.fees()).contains(FeeSchedule.takerRate("0.07"));
        assertThat(finer.takerDelay()).isEqualTo(Duration.ofMillis(250));
    }

    @Test
    void feesThatNobodyToldAreNotKnownRatherThanFree() {
        TradingRules rules = TradingRules.builder(TickSize.CENT).build();

        assertThat(rules.fees()).isEmpty();
        assertThat(rules.toString()).contains("fees not known");
        assertThatThrownBy(() -> rules.toBuilder()
                        .minimumTakerNotional(Cash.ofMicros(-1))
                        .build())
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        rules.toBuilder().takerDelay(Duration.ofMillis(-1)).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void idsSortByVenueAndThenBySymbol() {
        assertThat(new MarketId("a", "z")).isLessThan(new MarketId("b", "a"));
        assertThat(new MarketId("a", "y")).isLessThan(new MarketId("a", "z")).hasToString("a:y");
        assertThat(new InstrumentId("a", "y")).isLessThan(new InstrumentId("a", "z"));
        assertThat(new EventId("a", "z")).isLessThan(new EventId("b", "a")).hasToString("a:z");
        assertThatThrownBy(() -> new MarketId(" ", "x")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aResolutionOfAnotherMarketsInstrumentIsRefused() {
        assertThatThrownBy(() -> Resolution.first(MARKET.id(), NOON).payout(MARKET, new InstrumentId("venue", "snow")))
                .hasMessageContaining("snow");
        assertThatThrownBy(() -> new MarketWindow(NOON, NOON.plusSeconds(1), "X", null, Duration.ofSeconds(-1)))
                .hasMessageContaining("settlement average");
    }

    @Test
    void aSweepAveragesWhatItTookAndNothingHasNoAverage() {
        Sweep sweep = new Sweep(Quantity.ofShares(10), Cash.parse("4.5"), Cash.parse("0.5"), Price.parse("0.5"));
        Sweep nothing = new Sweep(Quantity.ZERO, Cash.ZERO, Cash.ZERO, Price.parse("0.5"));

        assertThat(sweep.averagePrice()).isEqualTo(0.45);
        assertThat(sweep.averageAllIn()).isEqualTo(0.5);
        assertThat(nothing.averagePrice()).isNaN();
        assertThat(nothing.averageAllIn()).isNaN();
    }

    @Test
    void statisticsOfTwoRecordingsAddUpFieldByField() {
        RecordingStatistics one = new RecordingStatistics(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        RecordingStatistics other = new RecordingStatistics(100, 200, 300, 400, 500, 600, 700, 800, 900, 1000, 1100);

        assertThat(one.plus(other))
                .isEqualTo(new RecordingStatistics(101, 202, 303, 404, 505, 606, 707, 808, 909, 1010, 1111))
                .isEqualTo(other.plus(one));
        assertThat(one.plus(RecordingStatistics.NONE)).isEqualTo(one);
    }
}
