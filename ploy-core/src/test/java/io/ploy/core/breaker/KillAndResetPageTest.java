package io.ploy.core.breaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the operators' page says of breakers is what they do. */
class KillAndResetPageTest {
    private String page = "";

    @BeforeEach
    void read() throws IOException {
        page = Files.readString(Path.of("../docs/kill-and-reset.md"));
    }

    @Test
    void everyCauseHasARow() {
        List<String> causes = new ArrayList<>(List.of(
                FeedBreaker.NAME,
                CircuitBreaker.GATEWAY,
                UnknownOrderBreaker.NAME,
                SettlementBreaker.NAME,
                RejectBreaker.NAME,
                OwnBugBreaker.NAME,
                StrategyFaultBreaker.NAME,
                DailyLossBreaker.NAME,
                DrawdownBreaker.NAME,
                LossRateBreaker.NAME,
                MarkUnknownBreaker.NAME,
                TradeRateBreaker.NAME,
                ClockBreaker.NAME,
                Cause.KILL_SWITCH));

        assertThat(causes)
                .allSatisfy(cause -> assertThat(page.lines())
                        .anyMatch(line -> line.startsWith("| `") && line.split("\\|")[1].contains("`" + cause + "`")));
        assertThat(page).contains("`" + Cause.UNRECONCILED + "`", "`" + Cause.SECOND_STEP + "`");
    }
}
