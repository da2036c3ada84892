package io.ploy.connectors.recording;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.MarketEvent;
import io.ploy.connectors.polymarket.fixture.Damage;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Damaged rows. Each must be reported as malformed or be read as what it now says: never another exception, never a
 * number that is not in it.
 */
@Tag("matrix")
class FuzzTest {
    private static final Path NOWHERE = Path.of("fuzz.ploy.jsonl");
    private static final long BOOK_AS_OF = 1769860799990L;
    private static final String BOOK = "{\"market\":\"0xc0ffee\",\"asset_id\":\"111\",\"timestamp\":\"1769860799990\","
            + "\"hash\":\"c67bac3d293b386f7f18252ad1bee87dc1fb5eda\",\"bids\":[{\"price\":\"0.48\",\"size\":\"100\"},"
            + "{\"price\":\"0.49\",\"size\":\"30\"}],\"asks\":[{\"price\":\"0.52\",\"size\":\"80.5\"},"
            + "{\"price\":\"0.51\",\"size\":\"20\"}],\"tick_size\":\"0.01\",\"event_type\":\"book\",\"last_trade_price\":\"\"}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                BOOK,
                "[" + BOOK + "]",
                "{\"market\":\"0xc0ffee\",\"price_changes\":[{\"asset_id\":\"111\",\"price\":\"0.5\",\"size\":\"12.25\",\"side\":\"BUY\","
                        + "\"hash\":\"aa\",\"best_bid\":\"0.5\",\"best_ask\":\"0.51\"},{\"asset_id\":\"222\",\"price\":\"0.5\","
                        + "\"size\":\"12.25\",\"side\":\"SELL\",\"best_bid\":\"0.49\",\"best_ask\":\"0.5\"}],"
                        + "\"timestamp\":\"1769860800100\",\"event_type\":\"price_change\"}",
                "{\"event_type\":\"price_change\",\"asset_id\":\"111\",\"changes\":[{\"price\":\"0.4\",\"size\":\"0\",\"side\":\"SELL\"}]}",
                "{\"event_type\":\"last_trade_price\",\"market\":\"0xc0ffee\",\"asset_id\":\"222\",\"price\":\"0.51\","
                        + "\"size\":\"7.25\",\"side\":\"SELL\",\"fee_rate_bps\":\"0\",\"timestamp\":\"1769860800280\"}",
                "{\"event_type\":\"tick_size_change\",\"asset_id\":\"111\",\"old_tick_size\":\"0.01\",\"new_tick_size\":\"0.001\"}",
                "{\"event_type\":\"market_resolved\",\"market\":\"0xc0ffee\",\"winning_asset_id\":\"222\",\"timestamp\":\"1769861700000\"}",
            })
    void damagedFramesAreReportedOrReadAsWhatTheySay(String frame) {
        fuzzLine("{\"t\":1769860800100000000,\"s\":\"market\",\"c\":1,\"f\":" + frame + "}", 3_000);
    }

    @Test
    void damagedPricesAreReportedOrReadAsWhatTheySay() {
        String frame = "{\"topic\":\"crypto_prices_chainlink\",\"type\":\"update\",\"payload\":{\"symbol\":\"btc/usd\","
                + "\"timestamp\":1769860800000,\"value\":78123.456789,\"full_accuracy_value\":\"78123456789000000000000\"}}";
        fuzzLine("{\"t\":1769860800100000000,\"s\":\"rtds\",\"c\":1,\"f\":" + frame + "}", 3_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"t\":1769860800100000000,\"gap\":{\"trust\":\"STALE\",\"reason\":\"cut\",\"instruments\":[\"111\",\"222\"]}}",
                "{\"t\":1769860800100000000,\"resolution\":{\"market\":\"0xc0ffee\",\"payouts\":[\"1\",\"0\"],\"at\":\"2026-01-31T12:15:00Z\"}}",
                "{\"t\":1769860800100000000,\"price\":{\"symbol\":\"BTC/USD\",\"source\":\"x\",\"value\":\"5.25\",\"sourceTime\":\"2026-01-31T12:15:00Z\"}}",
                "{\"t\":1769860800100000000,\"market\":{\"id\":\"0xbeef\",\"outcomes\":[{\"name\":\"Yes\",\"instrument\":\"5\"},{\"name\":\"No\",\"instrument\":\"6\"}],\"tickSize\":\"0.001\",\"fees\":{\"rate\":\"0.07\",\"exponent\":1,\"takerOnly\":true},\"window\":{\"start\":\"2026-01-31T12:00:00Z\",\"end\":\"2026-01-31T12:15:00Z\",\"reference\":\"BTC/USD\",\"strike\":\"7.5\"}}}",
                "{\"end\":{\"lines\":2}}",
            })
    void damagedLinesWithoutFramesAreReportedOrRead(String line) {
        Damage damage = new Damage(11);
        for (int i = 0; i < 1_000; i++) {
            read(damage.of(bytes(line)));
        }
    }

    private static void fuzzLine(String line, int times) {
        Damage damage = new Damage(line.hashCode());
        assertReadAsSaid(bytes(line), true);
        int good = 0;
        for (int i = 0; i < times; i++) {
            good += assertReadAsSaid(damage.of(bytes(line)), false) ? 1 : 0;
        }
        assertThat(good).as("lines still good after damage").isBetween(times / 100, times * 9 / 10);
    }

    private static boolean assertReadAsSaid(byte[] damaged, boolean mustBeGood) {
        String text = new String(damaged, StandardCharsets.UTF_8);
        Rows.LastRow read = read(damaged);
        if (read.problem() != null) {
            assertThat(mustBeGood).as(read.problem()).isFalse();
            assertThat(read.events()).allMatch(MarketEvent.BookDistrusted.class::isInstance);
            return false;
        }
        List<String> words = read.events().stream()
                .filter(event -> !(event instanceof MarketEvent.BookDistrusted))
                .map(Oracle::words)
                .toList();
        if (!words.isEmpty()) {
            try {
                assertThat(words).as(text).isEqualTo(Oracle.ofLine(damaged, BOOK_AS_OF));
            } catch (IOException | RuntimeException e) {
                fail("read " + words + " from what means nothing: " + text, e);
            }
        }
        return true;
    }

    /** A whole book, the damaged line, and nothing after it. */
    private static Rows.LastRow read(byte[] damaged) {
        List<String> problems = new ArrayList<>();
        byte[] before = bytes("{\"t\":1769860800000000000,\"f\":" + BOOK + "}");
        PloyRecording recording = new PloyRecording(
                NOWHERE, new Rows(before, damaged), (file, line, problem) -> problems.add(problem), Samples.header());
        return Rows.last(recording, problems, 2);
    }

    @Test
    void damagedRawSessionsNeverFailOtherwise() throws IOException {
        Damage damage = new Damage(12);
        List<String> lines = Files.readAllLines(Samples.file("crypto15m-raw/tiny.raw_messages.jsonl"));
        for (int i = 0; i < 5_000; i++) {
            List<String> problems = new ArrayList<>();
            byte[] damaged = damage.of(bytes(lines.get(i % 9)));
            Rows.last(
                    new Crypto15mRawRecording(
                            NOWHERE,
                            new Rows(bytes(lines.get(2)), damaged),
                            (file, line, problem) -> problems.add(problem),
                            List.of(Samples.market())),
                    problems,
                    0);
        }
    }

    @Test
    void damagedFiveLevelRowsAreReportedOrReadAsWhatTheySay() throws IOException {
        Damage damage = new Damage(13);
        List<String> lines = Files.readAllLines(Samples.file("btc15m-l5/btc-updown-15m-1769860800.csv"));
        List<String> names = List.of(lines.get(0).split(",", -1));
        FiveLevelColumns columns = new FiveLevelColumns(NOWHERE, names);
        int good = 0;
        for (int i = 0; i < 5_000; i++) {
            List<String> problems = new ArrayList<>();
            byte[] damaged = damage.of(bytes(lines.get(1 + i % 5)));
            Rows.LastRow read = Rows.last(
                    new FiveLevelRecording(
                            NOWHERE, new Rows(damaged), (file, line, problem) -> problems.add(problem), columns),
                    problems,
                    0);
            if (read.problem() == null) {
                good++;
                assertThat(books(read)).isEqualTo(books(names, new String(damaged, StandardCharsets.UTF_8)));
            }
        }
        assertThat(good).isBetween(250, 4_750);
    }

    private static String books(Rows.LastRow read) {
        StringBuilder out = new StringBuilder();
        for (MarketEvent event : read.events()) {
            if (event instanceof MarketEvent.BookSnapshot book) {
                out.append(Oracle.levels(book.bids())).append(Oracle.levels(book.asks()));
            }
        }
        return out.toString();
    }

    private static String books(List<String> names, String row) {
        String[] cells = row.split(",", -1);
        StringBuilder out = new StringBuilder();
        for (String outcome : List.of("up", "down")) {
            for (String side : List.of("bid", "ask")) {
                out.append('[');
                for (int level = 1; level <= 5; level++) {
                    String price = cells[names.indexOf(side + "_px_" + outcome + "_" + level)];
                    String size = cells[names.indexOf(side + "_sz_" + outcome + "_" + level)];
                    if (!price.isEmpty() && new BigDecimal(size).signum() != 0) {
                        out.append(plain(price)).append('x').append(plain(size)).append(' ');
                    }
                }
                out.append(']');
            }
        }
        return out.toString();
    }

    private static String plain(String number) {
        BigDecimal value = new BigDecimal(number);
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    @Test
    void damagedBooksAreReportedOrReadAsWhatTheySay() throws IOException {
        Damage damage = new Damage(14);
        FullDepthName name = FullDepthName.parse(Path.of("15m_btc_orderbooks_1769860800up.json"))
                .orElseThrow();
        String element =
                "{\"bids\":[{\"price\":\"0.48\",\"size\":\"100\"},{\"price\":\"0.49\",\"size\":\"30.5\"}],\"asks\":"
                        + "[{\"price\":\"0.51\",\"size\":\"20\"}],\"local_timestamp\":\"1769860801000\",\"asset_price\":78100.005}";
        ObjectMapper mapper = new ObjectMapper();
        int good = 0;
        for (int i = 0; i < 5_000; i++) {
            List<String> problems = new ArrayList<>();
            byte[] damaged = damage.of(bytes(element));
            Rows.LastRow read = Rows.last(
                    new FullDepthRecording(
                            NOWHERE, new Rows(damaged), (file, line, problem) -> problems.add(problem), name),
                    problems,
                    0);
            if (read.problem() == null) {
                good++;
                JsonNode tree = mapper.readTree(damaged);
                assertThat(books(read)).isEqualTo(Oracle.levels(tree.get("bids")) + Oracle.levels(tree.get("asks")));
            }
        }
        assertThat(good).isBetween(250, 4_750);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
