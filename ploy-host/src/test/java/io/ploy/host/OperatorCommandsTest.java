package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyBoolean;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.time.SystemClock;
import io.ploy.host.control.ControlAnswer;
import io.ploy.host.control.ControlFolder;
import io.ploy.host.control.KillDesk;
import io.ploy.host.control.RiskControls;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands' door, where a host runs: its desk is in this process, and what it controls is scripted. */
@Timeout(60)
class OperatorCommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private final RiskControls controls = mock(RiskControls.class);
    private CapturedConsole captured = new CapturedConsole(false, Map.of());
    private KillDesk desk;

    @BeforeEach
    void open() {
        desk = new KillDesk(new ControlFolder(folder.resolve("c")), controls, SystemClock.utc(), line -> {});
        desk.open(List.of());
    }

    @AfterEach
    void close() {
        desk.close();
    }

    private int run(String... arguments) {
        captured = new CapturedConsole(false, Map.of());
        return new CommandLineRunner(captured.console(), Wiring.ofProcess()).run(arguments);
    }

    private String control() {
        return folder.resolve("c").toString();
    }

    private void show(String json) throws Exception {
        desk.show((ObjectNode) JSON.readTree(json));
    }

    private static String sale(boolean over, String left) {
        Instant later = SystemClock.utc().instant().plus(Duration.ofMinutes(1));
        return "{\"state\": \"trading\", \"flatten\": {\"scope\": \"strategy:far\", \"since\": \"" + later
                + "\", \"attempt\": 2, \"attempts\": 30, \"over\": " + over + ", \"left\": [" + left + "]}}";
    }

    private static final String ROW =
            "{\"strategy\": \"far\", \"outcome\": \"Will it rain? Yes\", \"shares\": \"3\", \"why\": \"too little\"}";

    private int flatten(String... more) {
        String[] arguments = {"flatten", "--control", control(), "--scope", "strategy:far", "--why", "out"};
        String[] all = Arrays.copyOf(arguments, arguments.length + more.length);
        System.arraycopy(more, 0, all, arguments.length, more.length);
        return run(all);
    }

    @Test
    void aSaleIsFollowedToItsEnd() throws Exception {
        when(controls.flatten(any(), any(), any())).thenAnswer(call -> {
            show(sale(false, ROW));
            return ControlAnswer.done("it is being sold");
        });
        Thread end = new Thread(() -> {
            await().until(() -> captured.out().contains("attempt 2 of 30, positions left: 1"));
            try {
                show(sale(true, ""));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        end.start();

        assertThat(flatten()).as(captured.err()).isZero();

        assertThat(captured.out())
                .contains("it is being sold", "attempt 2 of 30, positions left: 1")
                .contains("selling   strategy:far: ended, nothing is left");
        end.join();
    }

    @Test
    void whatIsLeftIsListedAndIsAFailure() throws Exception {
        when(controls.flatten(any(), any(), any())).thenAnswer(call -> {
            show(sale(true, ROW));
            return ControlAnswer.done("it is being sold");
        });

        assertThat(flatten()).isEqualTo(1);
        assertThat(captured.out())
                .contains("selling   strategy:far: ended, left:")
                .containsPattern("far +Will it rain\\? Yes +3 +too little");
    }

    @Test
    void aSaleThatIsRefusedOrNotWaitedForIsNotFollowed() {
        when(controls.flatten(any(), any(), any())).thenReturn(ControlAnswer.refused("it is halted"));
        assertThat(flatten()).isEqualTo(1);
        assertThat(captured.err()).contains("it is halted");

        when(controls.flatten(any(), any(), any())).thenReturn(ControlAnswer.done("it is being sold"));
        assertThat(flatten("--no-wait")).isZero();
        assertThat(captured.out()).contains("it is being sold").doesNotContain("attempt");
    }

    @Test
    void aHostThatEndsFirstIsSaid() {
        when(controls.flatten(any(), any(), any())).thenReturn(ControlAnswer.done("it is being sold"));
        Thread end = new Thread(() -> {
            await().until(() -> captured.out().contains("it is being sold"));
            desk.close();
        });
        end.start();

        assertThat(flatten()).isEqualTo(1);
        assertThat(captured.err()).contains("The host ended before the sale did");
    }

    @Test
    void limitsInForceAreShownBesideThoseOfStrategies() throws Exception {
        assertThat(run("risk", "limits", "--control", control())).isEqualTo(1);
        assertThat(captured.err()).contains("The host has not said its limits yet.");
        show(
                "{\"state\": \"trading\", \"limits\": {\"account\": {\"maxOpenOrders\": \"50\", \"maxOrderNotional\": \"25\"},"
                        + " \"strategies\": {\"far\": {\"maxOpenOrders\": \"7\"}, \"same\": {}}}}");

        await().until(() -> run("risk", "limits", "--control", control()) == 0);

        assertThat(captured.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line).matches("limit +account +far"),
                        line -> assertThat(line).matches("maxOpenOrders +50 +7"),
                        line -> assertThat(line).matches("maxOrderNotional +25 *"));
    }

    @Test
    void limitsAreChangedForAScope() {
        when(controls.limits(any(), any(), anyBoolean(), any(), any())).thenReturn(ControlAnswer.done("they hold"));

        assertThat(run(
                        "risk",
                        "limits",
                        "--control",
                        control(),
                        "--set",
                        "maxOpenOrders=5",
                        "--why",
                        "quiet",
                        "--who",
                        "anna"))
                .as(captured.err())
                .isZero();
        verify(controls).limits(Scope.ACCOUNT, Map.of("maxOpenOrders", "5"), false, "anna", "quiet");
        assertThat(run(
                        "risk",
                        "limits",
                        "--control",
                        control(),
                        "--scope",
                        "strategy:far",
                        "--set",
                        "maxOpenOrders=9",
                        "--loosen",
                        "--why",
                        "bold",
                        "--who",
                        "anna"))
                .isZero();
        verify(controls).limits(Scope.strategy("far"), Map.of("maxOpenOrders", "9"), true, "anna", "bold");
    }

    @Test
    void aChangeOfLimitsThatIsNotWholeIsExplained() {
        assertThat(run("risk", "limits", "--control", control(), "--loosen", "--why", "bold"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("--set");
        assertThat(run("risk", "limits", "--control", control(), "--set", "maxOpenOrders=5"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("--why");
        assertThat(run("risk", "limits", "--control", control(), "--set", "maxOpenOrders", "--why", "x"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("found 'maxOpenOrders', allowed KEY=VALUE");
        assertThat(run("risk", "limits", "--control", control(), "--scope", "planet:x", "--set", "a=1", "--why", "x"))
                .isEqualTo(2);
        assertThat(captured.err()).contains("--scope: found scope 'planet:x'");
    }

    @Test
    void aHaltGoesAsFarAsIsAsked() {
        when(controls.stop(any(), any(), any(), any())).thenReturn(ControlAnswer.done("stopped"));

        assertThat(run("halt", "--control", control(), "--why", "odd", "--who", "anna"))
                .isZero();
        assertThat(run("halt", "--control", control(), "--reduce-only", "--why", "odd", "--who", "anna"))
                .isZero();
        assertThat(run("halt", "--control", control(), "--pause", "--why", "odd", "--who", "anna"))
                .isZero();

        for (Stop how : Stop.values()) {
            verify(controls).stop(Scope.ACCOUNT, how, "anna", "odd");
        }
        assertThat(run("halt", "--control", control(), "--pause", "--reduce-only", "--why", "odd"))
                .isEqualTo(2);
    }

    @Test
    void aRuleIsSwitchedOn() {
        when(controls.switchOn("no-fridays", "anna", "mended")).thenReturn(ControlAnswer.done("it is asked again"));

        assertThat(run(
                        "risk",
                        "switch-on",
                        "--control",
                        control(),
                        "--rule",
                        "no-fridays",
                        "--why",
                        "mended",
                        "--who",
                        "anna"))
                .as(captured.err())
                .isZero();
        assertThat(captured.out()).contains("it is asked again");
    }
}
