package io.ploy.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.money.Cash;
import io.ploy.api.venue.VenueMoney;
import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.DataHash;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.Evidence;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.Figures;
import io.ploy.core.deployment.Verdict;
import io.ploy.core.persistence.RunFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ploy evidence file}: what a canary's journal proves, and which journals prove nothing. */
class EvidenceFileTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private DeploymentsWay way;
    private Path journal;
    private Instant promoted;

    @BeforeEach
    void aCanary() throws Exception {
        way = new DeploymentsWay(folder);
        journal = Files.createDirectory(folder.resolve("journal"));
        create("one");
        promote();
        backtested();
        promote();
        way.file(EvidenceKind.PAPER, 64, Duration.ofDays(7));
        promote();
        promoted = way.now;
    }

    private void backtested() {
        Figures figures = new Figures(
                120, Cash.ofUsd(9), OptionalDouble.of(1.7), Cash.ofUsd(4), OptionalDouble.empty(), Cash.ofUsd(-2));
        Build build = deployment().build(VersionText.engine());
        register()
                .file(
                        new Evidence(
                                EvidenceKind.BACKTEST,
                                build,
                                List.of(),
                                way.now.minus(Duration.ofDays(9)),
                                way.now,
                                figures,
                                Verdict.PASS,
                                build.artifactSha256(),
                                way.now,
                                "anna"),
                        List.of(),
                        Actor.machine("a test"),
                        "a test");
    }

    private void create(String id) {
        done(
                "deployments",
                "create",
                way.register.toString(),
                id,
                "--strategy",
                "one-buy",
                "--account",
                "main",
                "--domain",
                "crypto",
                "--markets",
                "script-" + id,
                "--by",
                "anna",
                "--reason",
                "x");
    }

    private void promote() {
        done("deployments", "promote", way.register.toString(), "one", "--by", "anna", "--reason", "x");
    }

    private void done(String... arguments) {
        assertThat(way.run(arguments)).as(way.captured.err()).isZero();
    }

    private int file(String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "evidence",
                "file",
                "canary",
                way.register.toString(),
                "--journal",
                journal.toString(),
                "--strategy",
                "small",
                "--by",
                "anna",
                "--reason",
                "ten hours"));
        if (Arrays.asList(more).contains("--strategy")) {
            arguments.removeAll(List.of("--strategy", "small"));
        }
        arguments.addAll(Arrays.asList(more));
        return way.run(arguments.toArray(String[]::new));
    }

    private void refused(String why, String... more) {
        assertThat(file(more)).as(way.captured.out()).isEqualTo(2);
        assertThat(way.captured.err()).startsWith("ploy: ").contains(why).hasLineCount(1);
        assertThat(snapshotOfEvidence()).isEqualTo(2);
    }

    private int snapshotOfEvidence() {
        return register().read().snapshot().evidence().size();
    }

    private DeploymentRegister register() {
        return DeploymentRegister.at(way.register, Clock.fixed(way.now, ZoneOffset.UTC));
    }

    private Deployment deployment() {
        return register().read().snapshot().deployment(new DeploymentId("one")).orElseThrow();
    }

    private RunFacts facts(VenueMoney money) {
        return CanaryJournal.facts(deployment(), money);
    }

    /** Runs one after the other since the promotion, each with a market in six minutes; it is later afterwards. */
    private void traded(@Nullable RunFacts facts, int... markets) {
        try (CanaryJournal written = new CanaryJournal(journal, promoted, MINUTE)) {
            for (int each : markets) {
                written.run("development build", facts, each);
            }
            way.now = written.now().plus(MINUTE);
        }
    }

    @Test
    void aCanaryThatEarnsIsFiledAndGoesLive() throws IOException {
        traded(facts(VenueMoney.REAL), 60, 40);
        Path report = folder.resolve("report.json");

        assertThat(file("--out", report.toString())).as(way.captured.err()).isZero();

        assertThat(way.captured.out()).isEqualTo("Evidence  7 for one: PASS\n");
        done("evidence", "show", way.register.toString(), "7", "--json");
        JsonNode shown = new ObjectMapper().readTree(way.captured.out());
        assertThat(shown.get("kind").asText()).isEqualTo("CANARY");
        assertThat(shown.get("entries").asInt()).isEqualTo(100);
        // 40 and 27 won with 1.10 each, 20 and 13 lost with 0.90 each.
        assertThat(shown.get("netProfit").asText()).isEqualTo("44");
        assertThat(shown.get("tStatistic").asDouble()).isCloseTo(0.44 / Math.sqrt(4 * 0.67 * 0.33 / 99), within(1e-9));
        assertThat(shown.get("maxDrawdown").asText()).isEqualTo("0.9");
        assertThat(shown.get("artifact").asText())
                .isEqualTo(deployment().artifact().sha256());
        assertThat(shown.get("parameters").asText()).isEqualTo(deployment().parametersSha256());
        assertThat(shown.get("from").asText()).isEqualTo(promoted.plus(MINUTE).toString());
        assertThat(shown.get("to").asText()).isEqualTo(way.now.minus(MINUTE).toString());
        assertThat(shown.get("report").asText()).isEqualTo(DataHash.read(report).sha256());
        JsonNode kept = new ObjectMapper().readTree(report.toFile());
        assertThat(kept.get("entries")).hasSize(100);
        assertThat(kept.at("/entries/0/net").asText()).isEqualTo("1.1");
        assertThat(kept.get("runs")).hasSize(2);

        done("evidence", "list", way.register.toString(), "--deployment", "one");
        assertThat(way.captured.out()).contains("canary", "+44", "4.6");
        done("evidence", "verify", way.register.toString());
        promote();
        assertThat(way.captured.out()).contains("one is live now.");
    }

    @Test
    void theWorstDayIsTheLowestOfThoseInTheJournal() throws IOException {
        // 160 minutes of the first day have 26 markets: 18 won, 8 lost. Whatever follows earns more.
        try (CanaryJournal written = new CanaryJournal(journal, Instant.parse("2026-03-02T21:20:00Z"), MINUTE)) {
            written.run("development build", facts(VenueMoney.REAL), 26);
            written.run("development build", facts(VenueMoney.REAL), 60);
            way.now = written.now().plus(MINUTE);
        }

        assertThat(file()).as(way.captured.err()).isZero();

        assertThat(way.captured.out()).contains("7 for one: WARN", "86 independent entries");
        done("evidence", "show", way.register.toString(), "7", "--json");
        JsonNode shown = new ObjectMapper().readTree(way.captured.out());
        assertThat(shown.get("worstDay").asText()).isEqualTo("12.6");
    }

    @Test
    void onlyTheTimeAsACanaryCounts() {
        traded(facts(VenueMoney.REAL), 30, 30);
        Instant before = way.now;
        way.now = promoted.plus(Duration.ofHours(3));
        done(
                "deployments",
                "demote",
                way.register.toString(),
                "one",
                "--to",
                "suspended",
                "--by",
                "anna",
                "--reason",
                "x");
        way.now = before;

        assertThat(file()).as(way.captured.err()).isZero();
        assertThat(way.captured.out()).contains("FAIL", "29 independent entries in 0.1243 days, needed 100");
        assertThat(file("--to", before.toString())).isEqualTo(2);
        assertThat(way.captured.err())
                .contains("one was a canary from " + promoted + " to " + promoted.plus(Duration.ofHours(3)) + " only");
        assertThat(file("--to", promoted.toString())).isEqualTo(2);
        assertThat(way.captured.err()).contains("--from has to be before --to");
    }

    @Test
    void aJournalOfASimulatedVenueIsNoCanarysRecord() {
        traded(facts(VenueMoney.SIMULATED), 3);

        refused("Run 1 of " + journal + " traded at a simulated venue (polymarket); a canary trades with real money.");
    }

    @Test
    void aVenueThatMayNotBeRealIsNone() {
        traded(facts(VenueMoney.UNKNOWN), 3);

        refused("traded at a venue that may not be real (polymarket)");
    }

    @Test
    void aJournalThatDoesNotSayWhatItTradedIsNone() {
        traded(null, 3);

        refused("does not say what its runs traded with and against");
    }

    @Test
    void oneRunWithAnotherBuildSpoilsTheRecord() {
        RunFacts facts = facts(VenueMoney.REAL);
        RunFacts.Trader trader = facts.traders().get(0);
        String other = DataHash.of("x", new byte[] {1}).sha256();
        RunFacts changed = new RunFacts(
                "polymarket",
                VenueMoney.REAL,
                List.of(new RunFacts.Trader("small", "one-buy", "one", trader.artifactSha256(), other)));
        try (CanaryJournal written = new CanaryJournal(journal, promoted, MINUTE)) {
            written.run("development build", changed, 3).run("development build", facts, 3);
            way.now = written.now().plus(MINUTE);
        }

        refused("Run 1 of " + journal
                + " ran with another parameters or sizing than deployment one was written down with");
        refused("was a canary from", "--from", "2026-03-01");
        assertThat(file("--from", promoted.plus(MINUTE.multipliedBy(22)).toString()))
                .as(way.captured.err())
                .isZero();
    }

    @Test
    void runsOfTwoVersionsAreNoOneRecord() {
        try (CanaryJournal written = new CanaryJournal(journal, promoted, MINUTE)) {
            written.run("0.3.0", facts(VenueMoney.REAL), 3).run("0.4.0", facts(VenueMoney.REAL), 3);
            way.now = written.now().plus(MINUTE);
        }

        refused("Run 1 was one of Ploy 0.3.0, the last one of 0.4.0");
    }

    @Test
    void aRunWithoutADeploymentIsNone() {
        RunFacts.Trader trader = facts(VenueMoney.REAL).traders().get(0);
        traded(
                new RunFacts(
                        "polymarket",
                        VenueMoney.REAL,
                        List.of(new RunFacts.Trader(
                                "small", "one-buy", "", trader.artifactSha256(), trader.parametersSha256()))),
                3);

        refused("traded small for no deployment, since nothing was asked to prove what it does");
    }

    @Test
    void whatWasNeverACanaryOrIsSomethingElseIsNone() {
        create("two");
        RunFacts.Trader trader = facts(VenueMoney.REAL).traders().get(0);
        RunFacts two = new RunFacts(
                "polymarket",
                VenueMoney.REAL,
                List.of(new RunFacts.Trader(
                        "small", "one-buy", "two", trader.artifactSha256(), trader.parametersSha256())));
        traded(two, 3);

        refused("Deployment two was never a canary");
        refused("has a strategy other; there are small.", "--strategy", "other");
    }

    @Test
    void otherKindsAreFiledOtherwise() {
        traded(facts(VenueMoney.SIMULATED), 3);

        assertThat(way.run(
                        "evidence",
                        "file",
                        "paper",
                        way.register.toString(),
                        "--journal",
                        journal.toString(),
                        "--strategy",
                        "small",
                        "--by",
                        "anna",
                        "--reason",
                        "x"))
                .isEqualTo(2);
        assertThat(way.captured.err()).contains("A paper record needs a simulated venue on live books");
        assertThat(way.run(
                        "evidence",
                        "file",
                        "backtest",
                        way.register.toString(),
                        "--journal",
                        journal.toString(),
                        "--strategy",
                        "small",
                        "--by",
                        "anna",
                        "--reason",
                        "x"))
                .isEqualTo(2);
        assertThat(way.captured.err()).contains("A backtest is filed as it is made");
    }

    @Test
    void nothingIsFiledOfADamagedJournal() throws IOException {
        traded(facts(VenueMoney.REAL), 100);
        Path segment;
        try (var files = Files.list(journal)) {
            segment = files.filter(each -> each.toString().endsWith(".seg"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] bytes = Files.readAllBytes(segment);
        bytes[2_000] ^= 1;
        Files.write(segment, bytes);

        assertThat(file()).isEqualTo(5);

        assertThat(way.captured.err()).contains("Nothing is filed of a damaged journal.");
        assertThat(snapshotOfEvidence()).isEqualTo(2);
    }
}
