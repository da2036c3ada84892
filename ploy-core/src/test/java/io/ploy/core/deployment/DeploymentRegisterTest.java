package io.ploy.core.deployment;

import static io.ploy.core.deployment.Facts.ANNA;
import static io.ploy.core.deployment.Facts.BUILD;
import static io.ploy.core.deployment.Facts.ENGINE;
import static io.ploy.core.deployment.Facts.ID;
import static io.ploy.core.deployment.Facts.NOON;
import static io.ploy.core.deployment.Facts.draft;
import static io.ploy.core.deployment.Facts.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.ploy.api.money.Cash;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DeploymentRegisterTest {
    private static final EvidenceRules RULES = EvidenceRules.DEFAULT;

    @TempDir
    Path folder;

    private final Facts.MovedClock clock = new Facts.MovedClock();
    private Path file;
    private DeploymentRegister register;

    @BeforeEach
    void open() {
        file = folder.resolve("register.jsonl");
        register = DeploymentRegister.at(file, clock);
    }

    private RegisterSnapshot promote() {
        return register.promote(ID, ANNA, "next step", ENGINE, RULES);
    }

    private Stage stage() {
        return register.read().snapshot().deployment(ID).orElseThrow().stage();
    }

    /** From draft to live, with a line for each kind of entry. */
    private List<RegisterSnapshot> writeAll() {
        List<RegisterSnapshot> after = new ArrayList<>();
        after.add(register.create(draft(ID), ANNA, "a first try, “quoted”\nand on two lines"));
        after.add(promote());
        register.file(
                evidence(EvidenceKind.BACKTEST, BUILD, Verdict.WARN, NOON.minus(Duration.ofDays(40)), NOON, NOON),
                List.of("slope could not be measured"),
                ANNA,
                "backtest");
        after.add(register.read().snapshot());
        after.add(register.accept(3, ANNA, "it predicts nothing"));
        after.add(promote());
        register.file(evidence(EvidenceKind.PAPER, NOON), List.of(), Actor.machine("host"), "paper");
        after.add(register.read().snapshot());
        after.add(promote());
        register.file(evidence(EvidenceKind.CANARY, NOON), List.of(), Actor.machine("host"), "canary");
        after.add(register.read().snapshot());
        after.add(promote());
        after.add(register.demote(ID, Stage.SUSPENDED, Actor.machine("breaker drawdown"), "drawdown of 50 USD"));
        after.add(promote());
        after.add(register.demote(ID, Stage.RETIRED, ANNA, "enough"));
        return after;
    }

    @Test
    void theWholeWayFromDraftToRetiredIsOnRecord() {
        List<RegisterSnapshot> after = writeAll();

        RegisterReading read = DeploymentRegister.at(file, clock).read();
        assertThat(read.fault()).isEmpty();
        assertThat(read.torn()).isZero();
        assertThat(read.lines()).hasSize(12);
        assertThat(read.lines().get(0).reason()).contains("“quoted”\nand");
        assertThat(read.lines().get(9).by()).isEqualTo(Actor.machine("breaker drawdown"));
        assertThat(read.snapshot().deployment(ID).orElseThrow().stage()).isEqualTo(Stage.RETIRED);
        assertThat(after.get(8).deployment(ID).orElseThrow().stage()).isEqualTo(Stage.LIVE);
        assertThat(read.snapshot().evidence(3).orElseThrow().findings()).containsExactly("slope could not be measured");
    }

    @Test
    void everyPrefixOfTheFileIsWhatThereWasThen() throws IOException {
        List<RegisterSnapshot> after = writeAll();
        List<String> lines = Files.readAllLines(file);
        Path prefix = folder.resolve("prefix.jsonl");

        for (int i = 1; i <= lines.size(); i++) {
            Files.write(prefix, (String.join("\n", lines.subList(0, i)) + "\n").getBytes(StandardCharsets.UTF_8));
            Files.writeString(
                    Head.of(prefix), i + " " + register.read().hashes().get(i - 1) + "\n");

            RegisterSnapshot then = DeploymentRegister.at(prefix, clock).read().snapshot();

            assertThat(then.deployments()).isEqualTo(after.get(i - 1).deployments());
            assertThat(then.evidence()).isEqualTo(after.get(i - 1).evidence());
        }
    }

    @Test
    void everythingOfADeploymentAndOfEvidenceIsKept() {
        Deployment anyLength = new Deployment(
                new DeploymentId("all"),
                new Artifact("examples", "1.2", Facts.JAR),
                "dump-hedge",
                Facts.PARAMETERS,
                Facts.ACCOUNT,
                "politics",
                MarketSelector.parse("a*,b"),
                null,
                Stage.DRAFT,
                "Ada Löwe",
                NOON.plusNanos(1));
        Evidence evidence = new Evidence(
                EvidenceKind.BACKTEST,
                BUILD,
                List.of(),
                NOON,
                NOON,
                new Figures(
                        0,
                        Cash.parse("-0.000001"),
                        OptionalDouble.empty(),
                        Cash.ZERO,
                        OptionalDouble.of(-0.1 / 3),
                        Cash.ZERO),
                Verdict.FAIL,
                Facts.JAR,
                NOON,
                "ada");

        register.create(anyLength, ANNA, "x");
        register.file(evidence, List.of("one", "two"), ANNA, "x");

        RegisterSnapshot read = register.read().snapshot();
        assertThat(read.deployments()).containsExactly(anyLength);
        assertThat(read.evidence()).containsExactly(new FiledEvidence(2, evidence, List.of("one", "two"), null));
    }

    @Test
    void promotionWithoutEvidenceIsRefusedWithTheCommandThatMakesItAndLeavesNoLine() {
        register.create(draft(ID), ANNA, "x");
        promote();

        assertThatThrownBy(this::promote)
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("dump-15m cannot be promoted to paper: a backtest that passes is needed")
                .hasMessageContaining("ploy backtest --data RECORDINGS --strategy dump-hedge");

        register.file(evidence(EvidenceKind.BACKTEST, NOON), List.of(), ANNA, "x");
        promote();
        assertThatThrownBy(this::promote).hasMessageContaining("to canary: a paper that passes is needed");
        register.file(evidence(EvidenceKind.PAPER, NOON), List.of(), ANNA, "x");
        promote();
        assertThatThrownBy(this::promote).hasMessageContaining("to live: a canary that passes is needed");
        assertThat(stage()).isEqualTo(Stage.CANARY);
        assertThat(register.read().lines()).hasSize(6);
    }

    @Test
    void promotionHasNoGrace() {
        register.create(draft(ID), ANNA, "x");
        promote();
        register.file(evidence(EvidenceKind.BACKTEST, NOON), List.of(), ANNA, "x");

        clock.to(NOON.plus(Duration.ofDays(30)).plusSeconds(1));
        assertThatThrownBy(this::promote).hasMessageContaining("ran out at 2026-06-09T12:00:00Z");
        clock.to(NOON.plus(Duration.ofDays(30)));
        promote();

        assertThat(stage()).isEqualTo(Stage.PAPER);
    }

    @Test
    void aSecondLiveDeploymentForTheSameMarketsIsRefused() {
        DeploymentId other = new DeploymentId("other");
        register.create(draft(ID), ANNA, "x");
        register.create(draft(other, "dump-hedge", "btc-updown-*"), ANNA, "x");
        register.file(evidence(EvidenceKind.BACKTEST, NOON), List.of(), ANNA, "x");
        register.file(evidence(EvidenceKind.PAPER, NOON), List.of(), ANNA, "x");
        for (int i = 0; i < 3; i++) {
            promote();
        }
        register.promote(other, ANNA, "x", ENGINE, RULES);
        register.promote(other, ANNA, "x", ENGINE, RULES);

        assertThatThrownBy(() -> register.promote(other, ANNA, "x", ENGINE, RULES))
                .hasMessageContaining("dump-15m is canary and trades dump-hedge in some of the same markets");
    }

    @Test
    void onlyPeoplePromoteAndAccept() {
        register.create(draft(ID), ANNA, "x");
        register.file(evidence(EvidenceKind.BACKTEST, BUILD, Verdict.WARN, NOON, NOON, NOON), List.of(), ANNA, "x");

        assertThatThrownBy(() -> register.promote(ID, Actor.machine("host"), "x", ENGINE, RULES))
                .isInstanceOf(RegisterException.class);
        assertThatThrownBy(() -> register.accept(2, Actor.machine("host"), "x"))
                .isInstanceOf(RegisterException.class)
                .hasMessageContaining("host is no person");
        assertThatThrownBy(() -> register.accept(1, ANNA, "x")).hasMessageContaining("line 1 is no evidence");
        assertThat(register.read().lines()).hasSize(2);
    }

    @Test
    void whatMakesNoSenseIsRefusedInWords() {
        register.create(draft(ID), ANNA, "x");

        assertThatThrownBy(() -> register.create(draft(ID), ANNA, "x"))
                .hasMessageContaining("there is a deployment dump-15m already");
        assertThatThrownBy(() -> register.demote(ID, Stage.LIVE, ANNA, "x"))
                .hasMessageContaining("is draft and cannot be demoted to live; possible: retired");
        assertThatThrownBy(() -> register.demote(new DeploymentId("dumb"), Stage.RETIRED, ANNA, "x"))
                .hasMessageContaining("there is no deployment dumb", "there are dump-15m");
        register.demote(ID, Stage.RETIRED, ANNA, "x");
        assertThatThrownBy(this::promote).hasMessageContaining("there is no stage to promote it to");
    }

    @Test
    void whatACrashLeftOfALineIsCutByTheNext() throws IOException {
        writeAll();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, "{\"format\":1,\"line\":13,\"at".getBytes(StandardCharsets.UTF_8), StandardOpenOption.APPEND);

        assertThat(register.read().torn()).isEqualTo(25);
        assertThat(register.read().fault()).isEmpty();
        register.create(draft(new DeploymentId("next")), ANNA, "x");

        assertThat(register.read().lines()).hasSize(13);
        assertThat(register.read().torn()).isZero();
        assertThat(Files.readAllBytes(file)).startsWith(whole);

        Files.writeString(file, "x".repeat(10_000), StandardOpenOption.APPEND);
        register.create(draft(new DeploymentId("last")), ANNA, "x");
        assertThat(register.read().lines()).hasSize(14);
        assertThat(register.read().torn()).isZero();
    }

    @Test
    void aCrashBetweenALineAndItsHeadIsNoDamage() throws IOException {
        writeAll();
        byte[] head = Files.readAllBytes(Head.of(file));
        register.create(draft(new DeploymentId("next")), ANNA, "x");
        Files.write(Head.of(file), head);

        assertThat(register.read().fault()).isEmpty();
        assertThat(register.read().lines()).hasSize(13);
        register.create(draft(new DeploymentId("after")), ANNA, "x");
        assertThat(Files.readString(Head.of(file))).startsWith("14 ");
    }

    @Test
    void aFirstLineWithoutAHeadIsNoDamage() throws IOException {
        register.create(draft(ID), ANNA, "x");
        Files.delete(Head.of(file));

        assertThat(register.read().fault()).isEmpty();
        promote();
        assertThat(register.read().lines()).hasSize(2);
    }
}
