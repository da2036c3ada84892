package io.ploy.connectors.polymarket.directory;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketWindow;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpDownWindowsTest {
    private static CatalogueEntry entry(String slug, String start, String end, String source) {
        CatalogueEntry entry = CatalogueEntry.market(1)
                .with("slug", "\"" + slug + "\"")
                .with("endDate", "\"" + end + "\"")
                .with("resolutionSource", "\"" + source + "\"");
        return start.equals("-") ? entry : entry.with("eventStartTime", "\"" + start + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        // slug, start as the catalogue has it, end, source, start of the window, symbol, averaged seconds
        "hype-updown-5m-1782287400,2026-06-24T07:50:00Z,2026-06-24T07:55:00Z,https://data.chain.link/streams/hype-usd,"
                + "2026-06-24T07:50:00Z,HYPE/USD,0",
        "btc-updown-15m-1773261000,-,2026-03-11T20:45:00Z,https://data.chain.link/streams/btc-usd,"
                + "2026-03-11T20:30:00Z,BTC/USD,0",
        "btc-updown-5m-1790000100,-,2026-09-21T14:20:00Z,https://data.chain.link/streams/btc-usd-twap-60s-streams,"
                + "2026-09-21T14:15:00Z,BTC/USD,60",
        "btc-updown-4h-1773259200,-,2026-03-12T00:00:00Z,https://data.chain.link/streams/btc-usd,"
                + "2026-03-11T20:00:00Z,BTC/USD,0",
        "btc-updown-4h-1772254800,-,2026-02-28T09:00:00Z,'',2026-02-28T05:00:00Z,BTC/USD,0",
        "bitcoin-up-or-down-february-28-3am-et,2026-02-28T08:00:00Z,2026-02-28T09:00:00Z,"
                + "https://www.binance.com/en/trade/BTC_USDT,2026-02-28T08:00:00Z,BTC/USDT,0",
        "bitcoin-up-or-down-october-6-2026-12am-et,2026-10-06T04:00:00Z,2026-10-06T05:00:00Z,"
                + "https://www.binance.com/en/trade/BTC_USDT,2026-10-06T04:00:00Z,BTC/USDT,0",
        "ethereum-up-or-down-on-february-28,-,2026-02-28T17:00:00Z,https://www.binance.com/en/trade/ETH_USDT,"
                + "2026-02-27T17:00:00Z,ETH/USDT,0",
    })
    void windowIsWhatNameTimesAndSourceSay(
            String slug, String said, String end, String source, Instant start, String symbol, long averaged) {
        Optional<MarketWindow> window =
                UpDownWindows.of(entry(slug, said, end, source).read());

        assertThat(window)
                .contains(new MarketWindow(start, Instant.parse(end), symbol, null, Duration.ofSeconds(averaged)));
    }

    @ParameterizedTest
    @CsvSource({
        "btc-updown-5m-1782287401,-,2026-06-24T07:55:01Z,https://data.chain.link/streams/btc-usd",
        "btc-updown-5m-1782287400,-,2026-06-24T08:05:00Z,https://data.chain.link/streams/btc-usd",
        "btc-updown-5m-1782287400,2026-06-24T07:45:00Z,2026-06-24T07:55:00Z,https://data.chain.link/streams/btc-usd",
        "btc-updown-5m-1782287400,-,2026-06-24T07:55:00Z,https://example.org/somebody",
        "spx-up-or-down-on-march-2-2026,-,2026-03-02T21:00:00Z,https://finance.example.org",
        "bitcoin-up-or-down-on-march-2-2026,-,2026-03-02T20:00:00Z,https://www.binance.com/en/trade/BTC_USDT",
        "bitcoin-above-64k-on-march-11,-,2026-03-11T16:00:00Z,https://www.binance.com/en/trade/BTC_USDT",
    })
    void marketWhoseNameAndTimesDoNotFitHasNoWindow(String slug, String start, String end, String source) {
        assertThat(UpDownWindows.of(entry(slug, start, end, source).read())).isEmpty();
    }

    @Test
    void averageIsFirstWhatTheCatalogueSaysOfItself() {
        CatalogueEntry entry = entry(
                "btc-updown-5m-1782287400", "-", "2026-06-24T07:55:00Z", "https://data.chain.link/streams/btc-usd");
        CatalogueEntry averaged =
                entry.with("cryptoMarketConfig", "{\"asset\":\"btc\",\"twapEnabled\":true,\"twapLookbackSeconds\":30}");
        CatalogueEntry single = entry.with(
                "cryptoMarketConfig", "{\"asset\":\"btc\",\"twapEnabled\":false,\"twapLookbackSeconds\":30}");

        assertThat(UpDownWindows.of(averaged.read()).orElseThrow().settlementAverage())
                .isEqualTo(Duration.ofSeconds(30));
        assertThat(UpDownWindows.of(single.read()).orElseThrow().settlementAverage())
                .isZero();
    }

    @Test
    void strikeIsWhatTheVenuePublished() {
        CatalogueEntry entry = entry("btc-updown-5m-1782287400", "-", "2026-06-24T07:55:00Z", "")
                .with("events", "[{\"id\":\"5\",\"eventMetadata\":{\"priceToBeat\":\"65026.457815\"}}]");

        assertThat(UpDownWindows.of(entry.read()).orElseThrow().strike()).contains(new BigDecimal("65026.457815"));
    }
}
