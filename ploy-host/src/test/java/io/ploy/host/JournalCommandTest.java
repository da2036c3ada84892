package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.core.history.HistoryTable;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.persistence.sql.SqlDatabase;
import io.ploy.core.persistence.sql.SqlJournal;
import io.ploy.core.time.SystemClockTicker;
import io.ploy.host.backtest.EngineBacktest;
import io.ploy.host.demo.EngineDemo;
import io.ploy.host.demo.WireDemo;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.simulate.LoopbackVenue;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalCommandTest {
    private static final int SEGMENT_BYTES = 32 * 1024;

    @TempDir
    static Path traded;

    @TempDir
    Path folder;

    private Path journal;
    private CapturedConsole captured = new CapturedConsole();

    @BeforeAll
    static void trade() {
        TradedJournal.write(SegmentJournal.open(
                traded.resolve("journal"),
                SegmentJournal.Settings.defaults(SystemClockTicker.INSTANCE).withSegmentBytes(SEGMENT_BYTES)));
    }

    @BeforeEach
    void copy() throws IOException {
        journal = Files.createDirectory(folder.resolve("journal"));
        try (Stream<Path> files = Files.list(traded.resolve("journal"))) {
            for (Path file : files.toList()) {
                Files.copy(file, journal.resolve(file.getFileName()));
            }
        }
    }

    private int run(String... arguments) {
        captured = new CapturedConsole();
        Wiring wiring = new Wiring(
                PluginFolder::list, new EngineBacktest(), new EngineDemo(), new WireDemo(LoopbackVenue::open), folder);
        return new CommandLineRunner(captured.console(), wiring).run(arguments);
    }

    private int query(String table, String... more) {
        List<String> arguments = new ArrayList<>(List.of("journal", "query", journal.toString(), table));
        arguments.addAll(Arrays.asList(more));
        return run(arguments.toArray(String[]::new));
    }

    private List<JsonNode> json(String table, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(Arrays.asList(more));
        arguments.addAll(List.of("--format", "jsonl"));
        assertThat(query(table, arguments.toArray(String[]::new)))
                .as(captured.err())
                .isZero();
        List<JsonNode> rows = new ArrayList<>();
        for (String line : captured.out().lines().toList()) {
            rows.add(new ObjectMapper().readTree(line));
        }
        return rows;
    }

    @Test
    void verifyShowsRunsAndChangesNothing() throws IOException {
        Map<String, String> before = contents();

        assertThat(run("journal", "verify", journal.toString())).isZero();

        assertThat(captured.out())
                .contains("Journal   " + journal, "segment files", "Records   1 to ", "in order", "Sound: ")
                .doesNotContain("Torn");
        assertThat(captured.err()).isEmpty();
        assertThat(contents()).isEqualTo(before);
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new LinkedHashMap<>();
        try (Stream<Path> files = Files.list(journal)) {
            for (Path file : files.sorted().toList()) {
                contents.put(
                        file.getFileName() + " " + Files.getLastModifiedTime(file),
                        Integer.toString(Arrays.hashCode(Files.readAllBytes(file))));
            }
        }
        return contents;
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(journal)) {
            return files.filter(file -> file.toString().endsWith(".seg"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void verifyNamesTheFileAndThePlaceOfAFlippedByte() throws IOException {
        Path middle = segments().get(1);
        int place = SEGMENT_BYTES / 2;
        try (RandomAccessFile file = new RandomAccessFile(middle.toFile(), "rw")) {
            file.seek(place);
            int old = file.read();
            file.seek(place);
            file.write(old ^ 0x10);
        }
        Map<String, String> before = contents();

        assertThat(run("journal", "verify", journal.toString())).isEqualTo(5);

        assertThat(captured.err()).contains(middle.toString(), " at offset ", "cannot be trusted");
        int offset = Integer.parseInt(captured.err().replaceAll("(?s).* at offset (\\d+):.*", "$1"));
        assertThat(offset).isBetween(place - 4_000, place);
        assertThat(captured.out()).contains("Not sound");
        assertThat(contents()).isEqualTo(before);

        assertThat(query("orders")).isEqualTo(5);
        assertThat(captured.out()).contains("now-and-then");
        assertThat(captured.err()).contains("The rows are those of the records before.");

        assertThat(run(
                        "journal",
                        "export",
                        journal.toString(),
                        "--out",
                        folder.resolve("t").toString()))
                .isEqualTo(5);
        assertThat(folder.resolve("t").resolve("orders.csv")).isNotEmptyFile();
        assertThat(run("journal", "dead-letters", journal.toString())).isEqualTo(5);
        assertThat(run("journal", "dead-letters", journal.toString(), "--retry", "1", "--who", "ann"))
                .isEqualTo(5);
    }

    @Test
    void aTornEndIsToldAndLeftAsItIs() throws IOException {
        assertThat(run("journal", "verify", journal.toString())).isZero();
        String records = captured.out()
                .lines()
                .filter(line -> line.startsWith("Records"))
                .findFirst()
                .orElseThrow();
        List<Path> segments = segments();
        Path last = segments.get(segments.size() - 1);
        byte[] bytes = Files.readAllBytes(last);
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        // Half of a record that was on its way.
        System.arraycopy(bytes, 32, bytes, end, 40);
        Files.write(last, bytes);
        Map<String, String> before = contents();

        assertThat(run("journal", "verify", journal.toString())).isZero();

        assertThat(captured.out()).contains("Torn end", "Sound: ", records);
        assertThat(contents()).isEqualTo(before);
    }

    @Test
    void aMissingFileIsDamage() throws IOException {
        Files.delete(segments().get(1));

        assertThat(run("journal", "verify", journal.toString())).isEqualTo(5);
        assertThat(captured.err()).contains("a file is missing or was cut");
    }

    @Test
    void theJournalOfARunningProcessCanBeReadAndNotWritten() throws IOException {
        try (SegmentJournal held = SegmentJournal.open(journal)) {
            long sequence =
                    held.append(new JournalRecord.DeadLettered(7, "cannot be"), Instant.parse("2026-01-05T13:00:00Z"));
            held.flush(Duration.ofSeconds(10));

            assertThat(run("journal", "verify", journal.toString())).isZero();
            assertThat(json("dead-letters"))
                    .singleElement()
                    .satisfies(row -> assertThat(row.get("sequence").asLong()).isEqualTo(sequence));
            assertThat(run("journal", "dead-letters", journal.toString(), "--retry", "7", "--who", "ann"))
                    .isEqualTo(2);
            assertThat(captured.err()).contains("is in use: this process writes to it");
        }
    }

    @Test
    void queriesFindByOrderMarketStrategyAndTime() throws IOException {
        List<JsonNode> orders = json("orders");
        List<JsonNode> fills = json("fills");
        assertThat(orders).hasSizeGreaterThan(5);
        assertThat(fills).hasSizeGreaterThan(2);
        JsonNode fill = fills.get(fills.size() / 2);
        String order = fill.get("order_id").asText();

        assertThat(json("orders", "--order", order)).singleElement().satisfies(row -> {
            assertThat(row.get("strategy").asText()).isEqualTo("now-and-then");
            assertThat(row.get("quantity").asText()).isEqualTo("5");
            assertThat(row.get("post_only").isBoolean()).isTrue();
            assertThat(row.get("sequence").isIntegralNumber()).isTrue();
            assertThat(row.get("expires_at").isNull()).isTrue();
            assertThat(row.get("created_at").asText()).matches("2026-01-05T12:\\d\\d:\\d\\d\\.\\d{6}Z");
        });
        assertThat(json("orders", "--order", fill.get("venue_order_id").asText()))
                .hasSize(1);
        assertThat(json("events", "--order", order))
                .extracting(row -> row.get("kind").asText())
                .startsWith("ACCEPTED", "PREPARED", "SEND", "EVIDENCE");
        JsonNode market = json("markets").get(0);
        List<JsonNode> ofMarket = json("orders", "--market", market.get("slug").asText());
        assertThat(ofMarket)
                .isNotEmpty()
                .hasSizeLessThan(orders.size())
                .isEqualTo(json("orders", "--market", market.get("market").asText()))
                .allMatch(row -> row.get("market").equals(market.get("market")));
        assertThat(json("fills", "--instrument", fill.get("instrument").asText()))
                .isNotEmpty()
                .hasSizeLessThan(fills.size());
        assertThat(json("orders", "--strategy", "other")).isEmpty();
        String at = fill.get("at").asText();
        assertThat(json("fills", "--from", at).size()
                        + json("fills", "--to", at).size())
                .isEqualTo(fills.size());
        assertThat(json("fills", "--from", "2026-01-06")).isEmpty();
        assertThat(json("fills", "--from", "2026-01-05", "--to", "2026-01-06")).hasSize(fills.size());
    }

    @Test
    void theScreenShowsTheLastRowsAndSaysSo() {
        assertThat(query("orders", "--limit", "2")).isZero();
        assertThat(captured.out().lines()).hasSize(3);
        assertThat(captured.out()).contains("created at", "limit price", "now-and-then");
        assertThat(captured.err()).contains("The last 2 of ", "--limit shows more");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orders",
                "events",
                "order_events",
                "fills",
                "settlements",
                "positions",
                "cash",
                "risk",
                "states",
                "runs",
                "alerts",
                "operations",
                "dead-letters",
                "dead_letters",
                "markets",
                "controls"
            })
    void everyTableCanBeShown(String table) {
        assertThat(query(table)).isZero();
        assertThat(captured.out().lines().findFirst()).isPresent();
        assertThat(query(table, "--format", "csv")).isZero();
        assertThat(captured.out().lines().findFirst().orElseThrow()).contains("sequence");
    }

    @Test
    void cashAddsUpAndPositionsAreFlatOrHeld() throws IOException {
        List<JsonNode> cash = json("cash");
        BigDecimal sum = cash.stream()
                .map(row -> new BigDecimal(row.get("amount").asText()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(sum)
                .isEqualByComparingTo(cash.get(cash.size() - 1).get("balance").asText());
        assertThat(cash).extracting(row -> row.get("kind").asText()).contains("DEPOSIT", "FILL", "REDEMPTION");
        assertThat(json("positions")).isNotEmpty();
    }

    @Test
    void exportWritesEveryTableWhole() throws IOException {
        Path out = folder.resolve("tables");

        assertThat(run("journal", "export", journal.toString(), "--out", out.toString()))
                .isZero();

        try (Stream<Path> files = Files.list(out)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(HistoryTable.all().stream()
                            .map(table -> table.name() + ".csv")
                            .toList());
        }
        List<String> fills = Files.readAllLines(out.resolve("fills.csv"));
        assertThat(fills.get(0)).startsWith("sequence,fill_id,trade_id,order_id,venue_order_id,strategy,market");
        assertThat(fills).hasSize(json("fills").size() + 1);
        assertThat(captured.err()).isEmpty();

        assertThat(run("journal", "export", journal.toString(), "--out", out.toString(), "--format", "jsonl"))
                .isZero();
        assertThat(Files.readAllLines(out.resolve("orders.jsonl")))
                .containsExactlyInAnyOrderElementsOf(
                        json("orders").stream().map(JsonNode::toString).toList());
    }

    @Test
    void aDeadLetterIsListedAndTriedAnewAtTheNextStart() throws IOException {
        assertThat(run("journal", "dead-letters", journal.toString())).isZero();
        assertThat(captured.out()).contains("No record was ever set aside.");
        try (SegmentJournal store = SegmentJournal.open(journal)) {
            store.append(new JournalRecord.DeadLettered(7, "cannot be"), Instant.parse("2026-01-05T13:00:00Z"));
        }

        assertThat(run("journal", "dead-letters", journal.toString())).isZero();
        assertThat(captured.out()).contains("7  2026-01-05T13:00:00", "cannot be");
        assertThat(run("journal", "verify", journal.toString())).isZero();
        assertThat(captured.out()).contains("Set aside 1 records");
        assertThat(run("journal", "dead-letters", journal.toString(), "--retry", "8", "--who", "ann"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("Record 8 was never set aside. Set aside: [7].");
        assertThat(run("journal", "dead-letters", journal.toString(), "--retry", "7"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("--retry needs --who NAME");

        assertThat(run("journal", "dead-letters", journal.toString(), "--retry", "7", "--who", "ann"))
                .isZero();

        assertThat(captured.out()).contains("Record 7 will be processed when the engine starts the next time");
        assertThat(json("dead-letters"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("retried_by").asText()).isEqualTo("ann"));
        List<JournalRecord> last = new ArrayList<>();
        SegmentJournal.read(journal, (sequence, at, record) -> last.add(record));
        assertThat(last.get(last.size() - 1)).isEqualTo(new JournalRecord.DeadLetterRetried(7, "ann"));
    }

    @Test
    void aFileOfSqliteIsReadTheSameWay() throws IOException {
        Path file = folder.resolve("ploy.db");
        SqlDatabase database = SqlDatabase.sqlite(file, Duration.ofSeconds(5));
        try (SqlJournal store =
                SqlJournal.open(database, SqlJournal.Settings.defaults("main", SystemClockTicker.INSTANCE))) {
            SegmentJournal.read(journal, (sequence, at, record) -> store.append(record, at));
            store.append(new JournalRecord.DeadLettered(7, "cannot be"), Instant.parse("2026-01-05T13:00:00Z"));
        }
        query("orders", "--format", "csv");
        String expected = captured.out();
        journal = file;

        assertThat(query("orders", "--format", "csv")).isZero();
        assertThat(captured.out()).isEqualTo(expected);
        assertThat(run("journal", "verify", file.toString())).isZero();
        assertThat(captured.out()).contains("SQLite, ", "Sound: ", "Tables    at 0 of ");
        assertThat(run("journal", "dead-letters", file.toString(), "--retry", "7", "--who", "ann"))
                .isZero();
        assertThat(json("dead-letters"))
                .allMatch(row -> row.get("retried_by").asText().equals("ann"));
    }

    @Test
    void aKindOfRecordOfANewerPloyIsNotSound() {
        try (SegmentJournal store = SegmentJournal.open(journal)) {
            store.append(new JournalRecord.Unknown(200, 1, new byte[] {1, 2}), Instant.parse("2026-01-05T13:00:00Z"));
        }

        assertThat(run("journal", "verify", journal.toString())).isEqualTo(5);
        assertThat(captured.err()).contains("1 records are of kinds this version of Ploy does not know");
        assertThat(query("orders")).isZero();
        assertThat(captured.err()).contains("1 records could not be turned into rows");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            journal verify nowhere                      | There is no nowhere. A journal is a folder of journal-*.seg files
            journal verify FOLDER                       | There is no journal in FOLDER: no file journal-*.seg in it.
            journal verify SEGMENT                      | is no file of SQLite. Name the folder the segment files are in.
            journal verify jdbc:postgresql://h/d        | jdbc:postgresql://h/d needs --user.
            journal verify jdbc:oracle:x --user u       | not jdbc:postgresql://host:port/database: jdbc:oracle:x
            journal verify jdbc:postgresql://h/d?password=geheim --user u | holds a user or a password
            journal verify jdbc:postgresql://127.0.0.1:1/d --user u | cannot read the tables of the history in jdbc:postgresql://127.0.0.1:1/d schema ploy as u: Connection
            journal dead-letters                        | Missing required parameter: 'PATH'
            journal verfy x                             | Unknown argument 'verfy'. Did you mean 'verify'?
            journal query JOURNAL order                 | found 'order'. Did you mean 'orders'?
            journal query JOURNAL orders --form csv     | Unknown option '--form'. Did you mean '--format'?
            journal query JOURNAL orders --format xml   | --format takes one of table, csv, jsonl; found 'xml'.
            journal query JOURNAL orders --limit 0      | --limit takes a whole number from 1; found 0.
            journal query JOURNAL orders --from yesterday | --from takes a time in UTC such as 2026-01-05 or 2026-01-05T12:00:00Z; found 'yesterday'.
            journal query JOURNAL alerts --market x     | The table alerts has no market; it cannot be searched by --market.
            journal export JOURNAL                      | Missing required option: '--out=DIR'
            journal dead-letters JOURNAL --who ann      | --who goes with --retry.
            """)
    void badInputIsOneMessageAndExitCodeTwo(String line, String message) throws IOException {
        String filled = line.trim()
                .replace("JOURNAL", journal.toString())
                .replace("SEGMENT", segments().get(0).toString())
                .replace("FOLDER", folder.toString());

        assertThat(run(filled.split(" +"))).as(captured.err()).isEqualTo(2);

        assertThat(captured.err())
                .startsWith("ploy: ")
                .contains(message.trim().replace("FOLDER", folder.toString()))
                .doesNotContain("geheim");
        assertThat(captured.err().lines()).hasSize(1);
        assertThat(captured.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "journal",
                "journal --help",
                "journal verify --help",
                "journal query --help",
                "journal export --help",
                "journal dead-letters --help",
                "help journal"
            })
    void helpTeachesWithExamplesAndExitCodes(String line) {
        assertThat(run(line.split(" "))).isZero();

        assertThat(captured.out())
                .contains("Usage: ploy journal", "Exit codes: 0")
                .containsPattern("Examples:\\R  ploy journal ");
        assertThat(captured.err()).isEmpty();
    }

    @Test
    void longReadingSaysHowFarItHasCome() {
        captured = CapturedConsole.inAHurry();
        Wiring wiring = new Wiring(
                PluginFolder::list, new EngineBacktest(), new EngineDemo(), new WireDemo(LoopbackVenue::open), folder);

        assertThat(new CommandLineRunner(captured.console(), wiring).run("journal", "verify", journal.toString()))
                .isZero();

        assertThat(captured.err()).contains("journal: 1,000 records read, up to 2026-01-05T");
    }
}
