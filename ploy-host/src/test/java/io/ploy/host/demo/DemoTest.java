package io.ploy.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.event.EngineListener;
import io.ploy.host.CapturedConsole;
import io.ploy.host.console.Style;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.ExternalTerminal;
import org.junit.jupiter.api.Test;

class DemoTest {
    private static final DemoRequest REQUEST = new DemoRequest(
            Duration.ofSeconds(10), 7, 31, "dump-hedge", Map.of(), Path.of("plugins"), null, false, null);

    private final CapturedConsole captured = CapturedConsole.inAHurry();

    @Test
    void withoutATerminalEveryEventIsALineInMarketTime() {
        ScriptedDemo script = new ScriptedDemo();

        script.run(REQUEST, DemoShow.lines(captured.console(), DemoTest::goOnAtOnce, REQUEST));

        assertThat(captured.out().lines())
                .containsExactly(
                        "12:00:00.000  market    sim-updown-5m-1, until 12:05:00",
                        "12:01:00.250  accepted  #1 BUY 20 shares of Up at 0.41 GTC in sim-updown-5m-1, live",
                        "12:01:01.000  filled    #1 BUY 20 shares of Up at 0.41 GTC in sim-updown-5m-1: 20 at 0.4, fee 0.336, taker",
                        "12:01:02.000  denied    #2 BUY 20 shares of Up at 0.41 GTC in sim-updown-5m-1: MAX_ORDER, 20 shares above 10",
                        "12:01:30.000  alert     warning book.stale sim-updown-5m-1: no update for 10 s",
                        "12:05:04.000  resolved  sim-updown-5m-1: Up");
    }

    @Test
    void theTableShowsAccountMarketsOrdersAndAlerts() {
        List<List<String>> screens = new ArrayList<>();
        DemoBoard board = new DemoBoard((at, words) -> {});
        LiveTable table = new LiveTable(Style.PLAIN, "dump-hedge");
        new ScriptedDemo()
                .run(
                        REQUEST,
                        new RecordingStage(
                                board,
                                frame -> screens.add(table.lines(frame, board, 0.5, Duration.ofSeconds(5), 30))));

        String first = String.join("\n", screens.get(0));
        String second = String.join("\n", screens.get(1));

        assertThat(first).contains("No orders yet", "5:00 left", "50 %", "5 s left");
        assertThat(second)
                .contains("Equity 1,011.66 USD", "P&L +11.6640", "Orders 1   fills 1   denied 1   alerts 1")
                .containsPattern("sim-updown-5m-1 +0.39 +0.41 +20 Up +2:30 left +\\+11.6640")
                .containsPattern("#1 +12:01:01.000 +filled +BUY 20 shares of Up at 0.41 +filled 20 for 8, fees 0.336")
                .containsPattern("#2 +12:01:02.000 +denied +BUY 20 shares of Up at 0.41 +20 shares above 10")
                .contains("! 12:01:30.000 warning book.stale");
        assertThat(second.indexOf("#2")).as("latest first").isLessThan(second.indexOf("#1"));
    }

    @Test
    void theTableNeverExceedsTheScreen() {
        DemoBoard board = new DemoBoard((at, words) -> {});
        List<Integer> heights = new ArrayList<>();
        new ScriptedDemo().run(REQUEST, new RecordingStage(board, frame -> {
            for (int height = 0; height < 30; height++) {
                heights.add(height
                        - new LiveTable(Style.PLAIN, "x")
                                .lines(frame, board, 0.5, Duration.ZERO, height)
                                .size());
            }
        }));

        assertThat(heights).allMatch(spare -> spare >= 0);
    }

    @Test
    void aTerminalSeesTheTableAndTheCursorComesBack() throws IOException {
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        Terminal terminal = new ExternalTerminal(
                "test", "xterm-256color", new ByteArrayInputStream(new byte[0]), screen, StandardCharsets.UTF_8);
        terminal.setSize(new Size(100, 30));
        CapturedConsole console = new CapturedConsole(true, Map.of("TERM", "xterm-256color"));

        try (DemoShow show = DemoShow.live(terminal, console.console(), DemoTest::goOnAtOnce, REQUEST)) {
            new ScriptedDemo().run(REQUEST, show);
        }

        String sent = screen.toString(StandardCharsets.UTF_8);
        assertThat(sent).contains("Ploy demo", "sim-updown-5m-1", "12:01:02.000");
        assertThat(sent.lastIndexOf("\u001B[?25h")).isGreaterThan(sent.lastIndexOf("\u001B[?25l"));
    }

    @Test
    void theSummaryEndsWithWhereTheJournalIs() {
        new Demo(captured.console(), new ScriptedDemo()).play(fast(), false);

        assertThat(captured.out())
                .contains("Demo over: dump-hedge from the plugin examples, 310 s of market time, seed 7")
                .containsPattern("sim-updown-5m-1 +Up +1 +1 +\\+11.6640")
                .contains("Orders    1, fills 1, denied 1, alerts 1")
                .contains("P&L       +11.6640 USD (realised +12.0000, unrealised 0.0000, fees 0.3360)")
                .endsWith("Journal   /tmp/journal" + System.lineSeparator());
    }

    @Test
    void jsonIsOneObjectAndNothingElse() throws IOException {
        new Demo(captured.console(), new ScriptedDemo()).play(fast(), true);

        JsonNode json = new ObjectMapper().readTree(captured.out());
        assertThat(json.at("/totals/net").asText()).isEqualTo("11.664");
        assertThat(json.at("/totals/fills").asInt()).isEqualTo(1);
        assertThat(json.at("/markets/0/outcome").asText()).isEqualTo("Up");
        assertThat(json.at("/period/from").asText()).isEqualTo("2026-01-05T12:00:00Z");
        assertThat(json.at("/journal/folder").asText()).isEqualTo("/tmp/journal");
    }

    @Test
    void theDemoStopsWhereTheWatcherWantsIt() {
        ScriptedDemo script = new ScriptedDemo();

        DemoOutcome outcome = script.run(REQUEST, DemoShow.silent(captured.console(), nanos -> true, REQUEST));

        assertThat(outcome.last().elapsed()).isEqualTo(Duration.ofSeconds(150));
    }

    @Test
    void marketTimeKeepsStepWithTheWatchers() {
        List<Long> waits = new ArrayList<>();
        long[] now = {5_000};
        Pace pace = new Pace(() -> now[0], nanos -> !waits.add(nanos), 60);

        pace.reach(Duration.ofMinutes(1));
        now[0] += Duration.ofMillis(1_500).toNanos();
        pace.reach(Duration.ofMinutes(2));

        assertThat(waits).containsExactly(1_000_000_000L, 500_000_000L);
    }

    private static boolean goOnAtOnce(long nanos) {
        return false;
    }

    private static DemoRequest fast() {
        return new DemoRequest(
                Duration.ofSeconds(1), 7, 3_600, "dump-hedge", Map.of(), Path.of("plugins"), null, false, null);
    }

    private record RecordingStage(DemoBoard board, Consumer<DemoFrame> seen) implements DemoStage {
        @Override
        public EngineListener listener() {
            return board;
        }

        @Override
        public boolean show(DemoFrame frame) {
            seen.accept(frame);
            return true;
        }
    }
}
