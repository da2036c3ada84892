package io.ploy.host.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.portfolio.CashKind;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Style;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class KillDeskTest {
    private static final Instant T0 = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    Path temporary;

    private volatile Instant now = T0;
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);
    private final AtomicLong nanos = new AtomicLong();
    private final FakeControls controls = new FakeControls();
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private KillDesk desk;

    private Path at() {
        return temporary.resolve("main.control");
    }

    private ControlFolder folder() {
        return new ControlFolder(at());
    }

    private KillDesk desk() {
        desk = new KillDesk(folder(), controls, clock, heard::add);
        return desk;
    }

    /** A person whose patience is as long as time goes by, which it does not. */
    private ControlClient person() {
        return new ControlClient(folder(), clock, () -> 0, Duration.ofSeconds(5));
    }

    /** A person for whom a second goes by with every look. */
    private ControlClient hurried() {
        return new ControlClient(
                folder(), clock, () -> nanos.addAndGet(Duration.ofSeconds(1).toNanos()), Duration.ofSeconds(5));
    }

    @AfterEach
    void close() {
        if (desk != null) {
            desk.close();
        }
    }

    @Test
    void aKillIsCarriedOutAndAnswered() {
        desk().open(List.of());

        ControlAnswer answer = person().kill("anna", "prices look wrong");

        assertThat(answer.done()).isTrue();
        assertThat(answer.lines()).singleElement().asString().startsWith("Trading is stopped");
        assertThat(controls.asked).containsExactly("kill by anna: prices look wrong");
        assertThat(heard).containsExactly("killed by anna: prices look wrong");
        assertThat(person().kill("bert", "the same").lines())
                .singleElement()
                .asString()
                .contains("was stopped by the kill switch before");
        assertThat(controls.asked).hasSize(1);
        assertThat(at().resolve("answers")).isEmptyDirectory();
        assertThat(at().resolve("KILL")).exists();
    }

    @Test
    void aFlagThatIsThereAtTheStartKillsBeforeAnythingElse() throws Exception {
        assertThat(hurried().kill("anna", "before").lines())
                .singleElement()
                .asString()
                .startsWith("No host runs here. The file KILL stays");

        KillDesk opening = desk();
        assertThat(controls.isKilled()).isFalse();
        opening.open(List.of("balance-mismatch"));

        assertThat(controls.asked).containsExactly("kill by anna: before");
    }

    @Test
    void aKillThatIsReleasedAtTheStartTakesItsFlagAlong() {
        hurried().kill("anna", "before");

        desk().open(List.of("kill-switch"));

        assertThat(controls.asked).isEmpty();
        assertThat(at().resolve("KILL")).doesNotExist();
    }

    @Test
    void anEmptyFileAndOneThatMakesNoSenseAreFlagsToo() throws Exception {
        desk().open(List.of());
        Files.writeString(at().resolve("KILL"), "");
        await().until(controls::isKilled);

        person().reset(Scope.ACCOUNT, List.of("kill-switch"), "anna", "a mistake");
        Files.writeString(at().resolve("KILL"), "{\"who\": ");
        await().until(controls::isKilled);

        assertThat(controls.asked).contains("kill by somebody: the file KILL is in the control folder");
    }

    @Test
    void aResetLowersTheFlagAndNothingElseDoes() {
        desk().open(List.of());
        person().kill("anna", "a drill");
        person().reset(Scope.ACCOUNT, List.of("reconcile"), "anna", "seen");
        person().reset(Scope.strategy("far"), List.of("kill-switch"), "anna", "seen");
        assertThat(at().resolve("KILL")).exists();

        assertThat(person().reset(Scope.ACCOUNT, List.of("kill-switch"), "anna", "over")
                        .done())
                .isTrue();

        assertThat(at().resolve("KILL")).doesNotExist();
        assertThat(controls.asked).endsWith("reset account [kill-switch] by anna: over");
    }

    @Test
    void whatStopsOrSellsReachesItsScope() {
        desk().open(List.of());

        for (Stop how : Stop.values()) {
            assertThat(person().stop(Scope.strategy("far"), how, "anna", "odd").lines())
                    .containsExactly("strategy:far is stopped");
        }
        assertThat(person().flatten(Scope.market("7"), "anna", "out").lines()).containsExactly("it is sold");

        assertThat(controls.asked)
                .containsExactly(
                        "HALT strategy:far by anna: odd",
                        "PAUSE strategy:far by anna: odd",
                        "REDUCE_ONLY strategy:far by anna: odd",
                        "flatten market:7 by anna: out");
        assertThat(heard).contains("strategy:far is stopped (anna: odd)", "it is sold (anna: out)");
    }

    @Test
    void limitsReachTheirScopeAndARuleIsSwitchedOn() {
        desk().open(List.of());

        person().limits(Scope.strategy("far"), List.of("maxOpenOrders=5"), false, "anna", "quiet");
        person().limits(Scope.ACCOUNT, List.of("maxOpenOrders=6", "cashFloor=1"), true, "anna", "bold");
        assertThat(person().switchOn("no-fridays", "anna", "mended").lines()).containsExactly("it is asked again");

        assertThat(controls.asked)
                .containsExactly(
                        "tighten strategy:far {maxOpenOrders=5} by anna: quiet",
                        "loosen account {maxOpenOrders=6, cashFloor=1} by anna: bold",
                        "switch on no-fridays by anna: mended");
    }

    /** An engine that hangs keeps the command that waits for it, and nothing else. */
    @Test
    void aKillIsCarriedOutWhileAnotherCommandHangs() throws Exception {
        CountDownLatch hanging = new CountDownLatch(1);
        CountDownLatch answers = new CountDownLatch(1);
        controls.beforeLimits = () -> {
            hanging.countDown();
            answers.await();
            return null;
        };
        desk().open(List.of());
        CompletableFuture<ControlAnswer> limits = CompletableFuture.supplyAsync(
                () -> person().limits(Scope.ACCOUNT, List.of("maxOpenOrders=5"), false, "anna", "quiet"));
        hanging.await();

        assertThat(person().kill("anna", "it hangs").lines())
                .singleElement()
                .asString()
                .startsWith("Trading is stopped");
        answers.countDown();

        assertThat(limits.join().done()).isTrue();
        assertThat(controls.asked).first().isEqualTo("kill by anna: it hangs");
    }

    @Test
    void whatCameBesidesTradingReachesTheBooks() throws Exception {
        desk().open(List.of());

        assertThat(person().book(CashKind.GAS, Cash.parse("-0.03"), "anna", "approvals")
                        .lines())
                .containsExactly("booked");
        assertThat(controls.asked).containsExactly("book GAS -0.03 by anna: approvals");

        ControlFolder folder = folder();
        folder.ask(
                "odd",
                new ControlCommand(
                        ControlCommand.Kind.BOOK,
                        Scope.ACCOUNT,
                        List.of("LUCK=much"),
                        "anna",
                        "odd",
                        T0.plusSeconds(5)));
        await().until(() -> Files.exists(at().resolve("answers/odd.json")));
        assertThat(folder.takeAnswer("odd").orElseThrow().lines())
                .containsExactly("That is no cash this version understands.");
        assertThat(controls.asked).hasSize(1);
    }

    @Test
    void whatComesTooLateOrMakesNoSenseIsNotCarriedOut() throws Exception {
        KillDesk opened = desk();
        opened.open(List.of());
        ControlFolder folder = folder();
        ControlCommand late = new ControlCommand(
                ControlCommand.Kind.HALT, Scope.ACCOUNT, List.of(), "anna", "odd", T0.minusMillis(1));

        folder.ask("late", late);
        Files.writeString(at().resolve("commands/odd.json"), "{\"command\": \"dance\"}");

        await().until(() ->
                Files.exists(at().resolve("answers/late.json")) && Files.exists(at().resolve("answers/odd.json")));
        assertThat(folder.takeAnswer("late").orElseThrow().done()).isFalse();
        assertThat(folder.takeAnswer("odd").orElseThrow().lines())
                .containsExactly("That is no command this version understands.");
        assertThat(controls.asked).isEmpty();
        assertThat(at().resolve("commands")).isEmptyDirectory();
    }

    @Test
    void commandsOfAnotherTimeAreForgottenAtTheStart() throws Exception {
        ControlFolder folder = folder();
        folder.make();
        folder.ask(
                "old",
                new ControlCommand(
                        ControlCommand.Kind.RESET,
                        Scope.ACCOUNT,
                        List.of("kill-switch"),
                        "anna",
                        "last week",
                        T0.plusSeconds(5)));
        folder.answer("older", ControlAnswer.done("yes"));

        desk().open(List.of());

        assertThat(controls.asked).isEmpty();
        assertThat(at().resolve("commands")).isEmptyDirectory();
        assertThat(at().resolve("answers")).isEmptyDirectory();
    }

    @Test
    void whoAsksNobodyIsToldAndTheCommandIsWithdrawn() {
        assertThat(hurried()
                        .reset(Scope.ACCOUNT, List.of("kill-switch"), "anna", "over")
                        .lines())
                .containsExactly("No host runs here, and nothing was done.");
        assertThat(at().resolve("commands")).isEmptyDirectory();
        assertThat(at().resolve("answers")).isEmptyDirectory();
    }

    @Test
    void aHostThatIsThereAndDoesNotAnswerIsNamed() throws Exception {
        ControlFolder folder = folder();
        folder.make();
        folder.publish(HostProcess.current().addTo(ControlText.object()));

        ControlAnswer killed = hurried().kill("anna", "now");

        assertThat(killed.done()).isFalse();
        assertThat(killed.lines())
                .singleElement()
                .asString()
                .contains("Process " + ProcessHandle.current().pid() + " did not answer within 5.0 s")
                .contains("kill -9");
        assertThat(at().resolve("KILL")).exists();
        assertThat(hurried().stop(Scope.ACCOUNT, Stop.HALT, "anna", "now").done())
                .isFalse();
        folder.publish(
                ControlText.object().put("pid", ProcessHandle.current().pid()).put("processStarted", "before"));
        assertThat(hurried().status()).as("another process has the number now").isEmpty();
    }

    @Test
    void theStatusSaysWhatHaltsAndWhetherTheEngineAnswers() {
        KillDesk opened = desk();
        opened.open(List.of());
        opened.show(ControlText.object().put("state", "trading").put("openOrders", 2));
        opened.publish();
        ObjectNode trading = person().status().orElseThrow();
        person().kill("anna", "a drill");
        now = T0.plusSeconds(9);
        opened.publish();
        ObjectNode killed = person().status().orElseThrow();

        assertThat(StatusText.lines(trading, T0, Style.PLAIN))
                .containsExactly(
                        "process " + ProcessHandle.current().pid(),
                        "state     trading",
                        "  openOrders 2",
                        "waits for starting: the books are compared",
                        "no cause is set");
        assertThat(StatusText.lines(killed, now, Style.PLAIN))
                .contains(
                        "the engine has not answered for 9 s",
                        "halted account: kill-switch since 1970-01-01T00:00:00Z, by anna: a drill; needs person");
        assertThat(StatusText.isFresh(killed, now.plusMillis(4_999))).isTrue();
        assertThat(StatusText.isFresh(killed, now.plusSeconds(5))).isFalse();
        assertThat(StatusText.isFresh(ControlText.object(), now)).isFalse();
    }

    @Test
    void theEndTakesTheStatusAwayAndLeavesTheFlag() {
        KillDesk opened = desk();
        opened.open(List.of());
        person().kill("anna", "a drill");

        opened.close();

        assertThat(person().status()).isEmpty();
        assertThat(person().isFlagged()).isTrue();
    }

    @Test
    void aFolderThatCannotBeUsedStopsTheStart() throws Exception {
        Files.writeString(at(), "a file");

        assertThatThrownBy(() -> desk().open(List.of()))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("The control folder " + at() + " cannot be used");
        assertThatThrownBy(() -> hurried().kill("anna", "now"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("Nothing was stopped");
    }

    @Test
    void aFailureOfTheControlsIsOvercomeAtTheNextLook() {
        FakeControls failing = controls;
        CompletableFuture<Void> failed = new CompletableFuture<>();
        RiskControls once = new RiskControls() {
            @Override
            public void kill(String who, String why) {
                if (failed.complete(null)) {
                    throw new IllegalStateException("once");
                }
                failing.kill(who, why);
            }

            @Override
            public ControlAnswer limits(
                    Scope scope, Map<String, String> values, boolean loosen, String who, String why) {
                return failing.limits(scope, values, loosen, who, why);
            }

            @Override
            public boolean isKilled() {
                return failing.isKilled();
            }

            @Override
            public ControlAnswer stop(Scope scope, Stop how, String who, String why) {
                return failing.stop(scope, how, who, why);
            }

            @Override
            public ControlAnswer flatten(Scope scope, String who, String why) {
                return failing.flatten(scope, who, why);
            }

            @Override
            public ControlAnswer reset(Scope scope, List<String> causes, String who, String why) {
                return failing.reset(scope, causes, who, why);
            }

            @Override
            public ControlAnswer switchOn(String rule, String who, String why) {
                return failing.switchOn(rule, who, why);
            }

            @Override
            public ControlAnswer book(CashKind kind, Cash amount, String who, String why) {
                return failing.book(kind, amount, who, why);
            }

            @Override
            public List<ActiveCause> causes() {
                return failing.causes();
            }

            @Override
            public List<String> waits() {
                return failing.waits();
            }
        };
        desk = new KillDesk(folder(), once, clock, heard::add);
        desk.open(List.of());

        assertThat(person().kill("anna", "again").done()).isTrue();
        assertThat(failed).isCompleted();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void onlyItsOwnerMayWriteToTheFolder() throws Exception {
        desk().open(List.of());

        for (Path each : List.of(at(), at().resolve("commands"), at().resolve("answers"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
    }
}
