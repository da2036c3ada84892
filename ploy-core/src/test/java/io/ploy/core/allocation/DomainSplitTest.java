package io.ploy.core.allocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.market.Event;
import io.ploy.api.market.EventId;
import io.ploy.api.market.EventStructure;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Cash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DomainSplitTest {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");
    private static final Cash EQUITY = Cash.ofUsd(5_000);
    private static final TagPart BTC = new TagPart("btc", Set.of("btc", "bitcoin"), Fraction.percent(40));
    private static final TagPart ETH = new TagPart("eth", Set.of("eth"), Fraction.percent(30));
    private static final WindowPart FIVE = new WindowPart(Duration.ofMinutes(5), Fraction.percent(25));

    private static Market.Builder market() {
        return Market.builder(
                new MarketId("test", "m"),
                new Outcome("Yes", new InstrumentId("test", "yes")),
                new Outcome("No", new InstrumentId("test", "no")),
                TradingRules.builder(TickSize.CENT).build());
    }

    private static Market tagged(String... tags) {
        return market().event(event(tags)).build();
    }

    private static Event event(String... tags) {
        return new Event(new EventId("test", "e"), "", EventStructure.INDEPENDENT, 1, List.of(tags));
    }

    private static Market window(String symbol, Duration length) {
        return market().window(new MarketWindow(NOON, NOON.plus(length), symbol, null, Duration.ZERO))
                .build();
    }

    private static List<String> names(DomainSplit split, Market market) {
        return split.of("crypto", market).stream().map(CapitalPart::name).toList();
    }

    private static String usd(Market market, String part) {
        AllocationPlan plan = AllocationPlan.DEFAULT;
        CapitalPart found = plan.partsOf("crypto", market).stream()
                .filter(each -> each.name().equals(part))
                .findAny()
                .orElseThrow();
        return plan.allocationOfPart("crypto", found, EQUITY).toString();
    }

    /** Of 5,000 a tenth is in reserve, and crypto has 40 % of the 4,500 that are left: 1,800. */
    @ParameterizedTest
    @CsvSource({
        "BTC/USD, 5, crypto.tags.btc, 720",
        "BTC/USD, 5, crypto.windows.5m, 450",
        "ETH/USD, 15, crypto.tags.eth, 540",
        "ETH/USD, 15, crypto.windows.15m, 1170",
        "SOL/USD, 60, crypto.tags.sol, 360",
        "SOL/USD, 60, crypto.windows.other, 180",
        "XRP/USD, 5, crypto.tags.other, 180",
        "BTCB/USD, 5, crypto.tags.other, 180",
        "btc, 5, crypto.tags.btc, 720",
        "BTC/USDT, 5, crypto.tags.btc, 720",
    })
    void theDefaultSplitsCryptoBySymbolAndWindow(String symbol, long minutes, String part, String usd) {
        assertThat(usd(window(symbol, Duration.ofMinutes(minutes)), part)).isEqualTo(usd);
    }

    @Test
    void tagsOfTheEventTellWhatAMarketWithoutAWindowIsAbout() {
        assertThat(usd(tagged("bitcoin", "crypto"), "crypto.tags.btc")).isEqualTo("720");
        assertThat(usd(tagged("bitcoin", "crypto"), "crypto.windows.other")).isEqualTo("180");
        assertThat(usd(tagged("crypto"), "crypto.tags.other")).isEqualTo("180");
    }

    @Test
    void onlyTheExactLengthOfAWindowCounts() {
        DomainSplit split = DomainSplit.NONE.with(FIVE);

        assertThat(names(split, window("BTC/USD", Duration.ofMinutes(5)))).containsExactly("crypto.windows.5m");
        assertThat(names(split, window("BTC/USD", Duration.ofMinutes(5).plusNanos(1))))
                .containsExactly("crypto.windows.other");
    }

    @Test
    void aMarketThatIsAboutTwoThingsCountsInBothParts() {
        DomainSplit split = DomainSplit.NONE.with(BTC).with(ETH);

        assertThat(names(split, tagged("bitcoin", "eth"))).containsExactly("crypto.tags.btc", "crypto.tags.eth");
        assertThat(names(split, tagged("bitcoin", "btc"))).containsExactly("crypto.tags.btc");
    }

    @Test
    void whatIsNotSplitHasNoParts() {
        assertThat(names(DomainSplit.NONE, tagged("bitcoin"))).isEmpty();
        assertThat(AllocationPlan.UNDIVIDED.partsOf("crypto", tagged("bitcoin")))
                .isEmpty();
        assertThat(AllocationPlan.DEFAULT.partsOf("sports", tagged("bitcoin"))).isEmpty();
    }

    @Test
    void whatIsSaidOfTheOthersCountsInPlaceOfTheRest() {
        DomainSplit rest = DomainSplit.NONE.with(BTC).with(FIVE);
        DomainSplit said = new DomainSplit(List.of(BTC), Fraction.percent(5), List.of(FIVE), Fraction.percent(7));

        assertThat(rest.of("crypto", tagged("xrp")))
                .containsExactly(
                        new CapitalPart("crypto.tags.other", Fraction.percent(60)),
                        new CapitalPart("crypto.windows.other", Fraction.percent(75)));
        assertThat(said.of("crypto", tagged("xrp")))
                .containsExactly(
                        new CapitalPart("crypto.tags.other", Fraction.percent(5)),
                        new CapitalPart("crypto.windows.other", Fraction.percent(7)));
    }

    @Test
    void partsAddUpToMoreThanTheDomainOnlyWhereTheyMayOverlap() {
        DomainShare tags = DomainShare.of("crypto", Fraction.WHOLE)
                .splitBy(new DomainSplit(List.of(BTC, ETH), Fraction.parse("0.300001"), List.of(), null));
        DomainShare windows = DomainShare.of("crypto", Fraction.WHOLE)
                .splitBy(DomainSplit.NONE
                        .with(FIVE)
                        .with(new WindowPart(Duration.ofMinutes(15), Fraction.parse("0.750001"))));

        assertThatThrownBy(() -> new AllocationPlan(Fraction.percent(10), false, List.of(tags)))
                .hasMessage("allocation.domains.crypto.tags: found 100.0001 % in all, "
                        + "allowed are 100 %, or more with overlap: true");
        assertThatThrownBy(() -> new AllocationPlan(Fraction.percent(10), false, List.of(windows)))
                .hasMessageContaining("allocation.domains.crypto.windows: found 100.0001 %");
        AllocationPlan overlapping = new AllocationPlan(Fraction.percent(10), true, List.of(windows));
        assertThat(overlapping.partsOf("crypto", tagged("xrp")))
                .containsExactly(new CapitalPart("crypto.windows.other", new Fraction(0)));
    }

    @Test
    void whatContradictsItselfIsRefused() {
        assertThatThrownBy(() -> DomainSplit.NONE.with(BTC).with(BTC)).hasMessageContaining("found btc twice");
        assertThatThrownBy(() ->
                        DomainSplit.NONE.with(BTC).with(new TagPart("coins", Set.of("bitcoin"), Fraction.percent(1))))
                .hasMessage("found the tag bitcoin in btc and in coins, allowed is one");
        assertThatThrownBy(() -> DomainSplit.NONE.with(FIVE).with(FIVE)).hasMessageContaining("windows of 5m twice");
        assertThatThrownBy(() -> new DomainSplit(List.of(), Fraction.WHOLE, List.of(), null))
                .hasMessageContaining("nothing but others");
        assertThatThrownBy(() -> new TagPart("btc", Set.of(), Fraction.WHOLE)).hasMessageContaining("no tags");
        assertThatThrownBy(() -> new TagPart("btc", Set.of("BTC"), Fraction.WHOLE))
                .hasMessageContaining("a tag is in lower case: 'BTC'");
        assertThatThrownBy(() -> new TagPart("B", Set.of("b"), Fraction.WHOLE)).hasMessageContaining("lower case: 'B'");
        assertThatThrownBy(() -> new TagPart("other", Set.of("b"), Fraction.WHOLE))
                .hasMessageContaining("fits no other part");
        assertThatThrownBy(() -> new WindowPart(Duration.ZERO, Fraction.WHOLE))
                .hasMessageContaining("longer than nothing");
    }
}
