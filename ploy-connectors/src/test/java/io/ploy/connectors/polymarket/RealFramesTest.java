package io.ploy.connectors.polymarket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.market.MarketEvent;
import io.ploy.api.market.MarketId;
import io.ploy.api.market.Outcome;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.connectors.polymarket.protocol.MarketVersion;
import io.ploy.connectors.recording.SharedData;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Frames the venue really sent: the scanner and the reader of recordings, which uses Jackson, say the same of each. */
class RealFramesTest {
    private static final Instant AT = Instant.parse("2026-11-22T00:00:00Z");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void rawSessionsAreReadAlikeAndTheirHashesAreRight() throws IOException {
        BookChecks sum = BookChecks.NONE;
        int frames = 0;
        for (Path file : files(SharedData.data("recordings/crypto15m-raw"), ".raw_messages.jsonl.gz")) {
            List<String> received = new ArrayList<>();
            for (String line : lines(file)) {
                JsonNode row = MAPPER.readTree(line);
                if (row.path("source").asText().equals("polymarket_clob")) {
                    received.add(row.path("payload").asText());
                }
            }
            BookChecks checks = readAlike(received).checks();
            sum = new BookChecks(
                    sum.bookHashesChecked() + checks.bookHashesChecked(),
                    sum.bookHashesMatched() + checks.bookHashesMatched(),
                    sum.deltaHashesChecked() + checks.deltaHashesChecked(),
                    sum.deltaHashesMatched() + checks.deltaHashesMatched(),
                    sum.topsChecked() + checks.topsChecked(),
                    sum.topsMatched() + checks.topsMatched());
            frames += received.size();
        }

        assertThat(frames).isGreaterThan(500);
        assertThat(sum).isEqualTo(new BookChecks(702, 702, 130, 128, 130, 130));
    }

    @Test
    void framesInPlayAreReadAlike() throws IOException {
        Path folder = SharedData.data("recordings/btc15m-inplay-20251030");
        List<String> received = new ArrayList<>();
        for (String name : List.of("book_up.jsonl.gz", "locked_price_change_then_book.jsonl")) {
            for (String line : lines(folder.resolve(name))) {
                JsonNode row = MAPPER.readTree(line);
                received.add(row.path("message").isObject() ? row.get("message").toString() : line);
            }
        }
        received.addAll(lines(folder.resolve("last_trade_price.jsonl.gz")));

        LiveCounts counts = readAlike(received);

        assertThat(counts.messages())
                .containsEntry(MessageKind.BOOK, 598L)
                .containsEntry(MessageKind.PRICE_CHANGE, 1L)
                .containsEntry(MessageKind.TRADE, 594L);
        assertThat(counts.unknownMembers()).isZero();
    }

    @Test
    void answersOfTheBooksRequestAreReadAlike() throws IOException {
        List<String> received = new ArrayList<>();
        for (Path file : files(SharedData.data("recordings/rest-books"), ".jsonl.gz")) {
            for (String line : lines(file)) {
                received.add(MAPPER.readTree(line).get("books").toString());
            }
        }

        LiveCounts counts = readAlike(received);

        assertThat(counts.messages()).containsEntry(MessageKind.ANSWER, 60L);
        assertThat(counts.checks().bookHashesMatched()).isEqualTo(60);
    }

    @Test
    void everySampleOfTheStreamIsReadAlike() throws IOException {
        List<String> received = new ArrayList<>();
        for (Path file : files(SharedData.data("samples/ws-market"), ".json")) {
            received.add(Files.readString(file));
        }
        for (String line : lines(SharedData.data("samples/ws-market").resolve("session_v2_open_ping_close.jsonl"))) {
            JsonNode row = MAPPER.readTree(line);
            if (row.path("dir").asText().equals("recv")) {
                received.add(row.path("data").asText());
            }
        }
        for (Path file : files(SharedData.data("samples/nautilus-test_data"), ".json")) {
            if (file.getFileName().toString().startsWith("ws_")) {
                received.add(Files.readString(file));
            }
        }

        // The samples are of different days, and of markets that contradict each other.
        Map<MessageKind, Long> messages = new EnumMap<>(MessageKind.class);
        for (String frame : received) {
            LiveCounts counts = readAlike(List.of(frame));
            assertThat(counts.unreadable()).as(frame).isZero();
            assertThat(counts.dropped()).as(frame).containsEntry(DropReason.MALFORMED, 0L);
            counts.messages().forEach((kind, count) -> messages.merge(kind, count, Long::sum));
        }

        assertThat(messages.values())
                .hasSize(MessageKind.values().length)
                .allSatisfy(each -> assertThat(each).isPositive());
    }

    /** Reads frames both ways, each told of every market any of them names. */
    private static LiveCounts readAlike(List<String> frames) throws IOException {
        MarketChannel strict = new MarketChannel(true);
        List<NewMarket> listed = new ArrayList<>();
        LiveChannel live = new LiveChannel(true, 0, listed::add);
        for (VenueMarket each : markets(frames)) {
            strict.define(each);
            live.define(each);
        }
        int newMarkets = 0;
        for (String frame : frames) {
            List<MarketEvent> said = new ArrayList<>();
            FrameOutcome outcome = live.accept(frame, AT, said::add);
            List<MarketEvent> right = new ArrayList<>();
            boolean used = false;
            if (!frame.equals("PONG")) {
                try (JsonParser in = new JsonFactory().createParser(frame)) {
                    in.nextToken();
                    strict.parse(in);
                }
                used = strict.apply(AT, right::add);
            }
            assertThat(said).as(frame).isEqualTo(right);
            if (frame.contains("\"new_market\"")) {
                newMarkets++;
            } else if (!frame.contains("\"best_bid_ask\"")) {
                assertThat(outcome).as(frame).isEqualTo(used ? FrameOutcome.USED : FrameOutcome.UNUSED);
            }
        }
        assertThat(live.counts().checks()).isEqualTo(strict.checks());
        assertThat(listed).hasSize(newMarkets).allSatisfy(each -> {
            assertThat(each.market().symbol()).startsWith("0x");
            assertThat(each.slug()).isNotEmpty();
            assertThat(each.outcomes()).hasSize(2);
        });
        return live.counts();
    }

    private static List<VenueMarket> markets(List<String> frames) throws IOException {
        Map<String, Set<String>> outcomes = new LinkedHashMap<>();
        Map<String, JsonNode> books = new LinkedHashMap<>();
        for (String frame : frames) {
            if (!frame.equals("PONG")) {
                JsonNode tree = MAPPER.readTree(frame);
                for (JsonNode each : tree.isArray() ? tree : List.of(tree)) {
                    String market = each.path("market").asText();
                    Set<String> known = outcomes.computeIfAbsent(market, key -> new LinkedHashSet<>());
                    Stream.concat(each.findValues("asset_id").stream(), each.findValues("assets_ids").stream())
                            .flatMap(RealFramesTest::texts)
                            .forEach(known::add);
                    if (each.has("neg_risk")) {
                        books.put(market, each);
                    }
                }
            }
        }
        List<VenueMarket> markets = new ArrayList<>();
        outcomes.forEach((market, known) -> {
            if (known.size() > 2 || known.isEmpty() || market.isEmpty()) {
                return;
            }
            Iterator<String> each = known.iterator();
            InstrumentId first = new InstrumentId("polymarket", each.next());
            InstrumentId second = new InstrumentId("polymarket", each.hasNext() ? each.next() : "other of " + market);
            boolean negRisk = books.containsKey(market)
                    && books.get(market).path("neg_risk").asBoolean();
            markets.add(new VenueMarket(
                    Market.builder(
                                    new MarketId("polymarket", market),
                                    new Outcome("Yes", first),
                                    new Outcome("No", second),
                                    TradingRules.builder(TickSize.CENT).build())
                            .build(),
                    negRisk,
                    MarketVersion.CTF));
        });
        return markets;
    }

    private static Stream<String> texts(JsonNode node) {
        return node.isArray()
                ? Stream.of(node).flatMap(list -> {
                    List<String> texts = new ArrayList<>();
                    list.forEach(each -> texts.add(each.asText()));
                    return texts.stream();
                })
                : Stream.of(node.asText());
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file);
                BufferedReader in = new BufferedReader(new InputStreamReader(
                        file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes,
                        StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.isBlank()).toList();
        }
    }
}
