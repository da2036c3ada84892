package io.ploy.api.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Price;
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
}
