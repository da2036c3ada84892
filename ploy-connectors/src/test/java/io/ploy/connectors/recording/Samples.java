package io.ploy.connectors.recording;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.VenueMarket;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPOutputStream;

/** Hand-made recordings and the market they are about. */
final class Samples {
    static final Instant START = Instant.parse("2026-01-31T12:00:00Z");
    static final InstrumentId UP = new InstrumentId("polymarket", "111");
    static final InstrumentId DOWN = new InstrumentId("polymarket", "222");
    static final MarketId MARKET = new MarketId("polymarket", "0xc0ffee");

    private Samples() {}

    static Path file(String name) {
        URL found = Objects.requireNonNull(Samples.class.getResource("/recordings/" + name), name);
        try {
            return Path.of(found.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static Path write(Path folder, String name, String content) {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        try {
            return Files.write(folder.resolve(name), name.endsWith(".gz") ? packed(bytes) : bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    static VenueMarket market() {
        TradingRules rules = TradingRules.builder(TickSize.CENT)
                .fees(FeeSchedule.takerRate("0.072"))
                .build();
        return new VenueMarket(
                Market.builder(MARKET, new Outcome("Up", UP), new Outcome("Down", DOWN), rules)
                        .slug("btc-updown-15m-1769860800")
                        .question("Bitcoin Up or Down?")
                        .window(new MarketWindow(
                                START,
                                START.plus(Duration.ofMinutes(15)),
                                "BTC/USD",
                                new BigDecimal("78123.456789"),
                                Duration.ZERO))
                        .build(),
                false,
                MarketVersion.CTF);
    }

    static RecordingHeader header() {
        return new RecordingHeader("polymarket", START.minusSeconds(2), "by hand", false, List.of(market()));
    }
}
