package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.api.money.Cash;
import io.ploy.api.venue.VenueMoney;
import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.EngineVersion;
import io.ploy.core.deployment.Evidence;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.Figures;
import io.ploy.core.deployment.Verdict;
import io.ploy.core.time.SystemClock;
import io.ploy.host.CanaryJournal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a register lets a run do, from the draft to the first order, while commands change it. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
@Tag("matrix")
class DeploymentIT {
    private static final Pattern VERSION = Pattern.compile("ploy ([0-9]\\S+)");
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String PARAMETERS = "    parameters: {edge: 0.2, size: 5}\n";

    @TempDir
    Path folder;

    private final RunVenue venue = new RunVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    private String register() {
        return folder.resolve("register.jsonl").toString();
    }

    private Path config(String name, String parameters) throws Exception {
        return venue.config(
                folder,
                name,
                "    deployment: far-1\n" + parameters,
                "deployments: {register: register.jsonl}\njournal: {files: " + name + "}\n");
    }

    private static void command(String... words) throws Exception {
        HostCommand ended = HostCommand.run(words);
        assertThat(ended.exitCode()).as(ended.said()).isZero();
    }

    private void promote() throws Exception {
        command("deployments", "promote", register(), "far-1", "--by", "anna", "--reason", "a test");
    }

    private void create() throws Exception {
        command(
                "deployments",
                "create",
                register(),
                "far-1",
                "--strategy",
                "simple-quoter",
                "--param",
                "edge=0.2",
                "--param",
                "size=5",
                "--account",
                "main",
                "--domain",
                "other",
                "--markets",
                "*",
                "--by",
                "anna",
                "--reason",
                "a test");
        promote();
    }

    private static EngineVersion engine() throws Exception {
        Matcher version = VERSION.matcher(HostCommand.run("--version").said());
        return new EngineVersion(version.find() ? version.group(1) : "0.0-development");
    }

    /** What a backtest and a week on paper would have filed. */
    private void file(EvidenceKind kind) throws Exception {
        EngineVersion engine = engine();
        Clock clock = SystemClock.utc();
        DeploymentRegister file = DeploymentRegister.at(Path.of(register()), clock);
        Build build = file.read()
                .snapshot()
                .deployment(new DeploymentId("far-1"))
                .orElseThrow()
                .build(engine);
        Instant now = clock.instant();
        Figures figures = new Figures(
                120, Cash.ofUsd(9), OptionalDouble.of(1.7), Cash.ofUsd(4), OptionalDouble.empty(), Cash.ofUsd(-2));
        Instant from = now.minus(Duration.ofDays(8));
        file.file(
                new Evidence(
                        kind, build, List.of(), from, now, figures, Verdict.PASS, build.artifactSha256(), now, "anna"),
                List.of(),
                Actor.machine("a test"),
                "a test");
    }

    private String query(String journal, String table) throws Exception {
        return HostCommand.run("journal", "query", folder.resolve(journal).toString(), table, "--format", "jsonl")
                .said();
    }

    @Test
    void aDraftSendsNothingAndTradesAsACanaryOnceItIsProvenAndPromoted() throws Exception {
        create();
        HostCommand checked = check(config("checked", PARAMETERS));
        assertThat(checked.exitCode()).isEqualTo(1);
        assertThat(checked.said()).contains("far-1 is backtest, without evidence", "which does not trade live");

        try (RunProcess run = new RunProcess(config("first", PARAMETERS), venue.environment())) {
            JsonNode blocked = run.await("alert", alert -> is(alert, "deployment.blocked"));
            assertThat(blocked.toString()).contains("far-1 is backtest", "ploy deployments promote");
            run.await("status", status -> status.get("state").asText().equals("trading"));
            file(EvidenceKind.BACKTEST);
            promote();
            file(EvidenceKind.PAPER);
            assertThat(venue.orders("first")).isEmpty();

            promote();

            run.await("alert", alert -> is(alert, "deployment.ready"));
            run.awaitOpenOrders(1);
            assertThat(venue.orders("first")).isNotEmpty();
            command(
                    "deployments",
                    "demote",
                    register(),
                    "far-1",
                    "--to",
                    "suspended",
                    "--by",
                    "anna",
                    "--reason",
                    "odd");
            run.await(
                    "alert",
                    alert -> is(alert, "deployment.blocked") && alert.toString().contains("suspended"));
            JsonNode withdrawn = run.await("alert", alert -> is(alert, "deployment.withdrawn"));
            assertThat(withdrawn.toString()).contains("Deployment far-1", "far-1 is suspended");
            Awaitility.await().atMost(PATIENCE).until(() -> venue.open().isEmpty());
            run.await("status", status -> status.get("openOrders").asInt() == 0 && isAfter(status, withdrawn));
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
        assertThat(query("first", "risk")).contains("DEPLOYMENT_DISABLED", "far-1 is backtest");
        assertThat(query("first", "alerts")).contains("deployment.withdrawn");
        HostCommand filed = fileCanary(folder.resolve("first"), "far");
        assertThat(filed.exitCode()).isEqualTo(2);
        assertThat(filed.said())
                .contains("traded at a simulated venue (polymarket); a canary trades with real money.")
                .hasLineCount(1);
    }

    private HostCommand fileCanary(Path journal, String strategy) throws Exception {
        return HostCommand.run(
                "evidence",
                "file",
                "canary",
                register(),
                "--journal",
                journal.toString(),
                "--strategy",
                strategy,
                "--by",
                "anna",
                "--reason",
                "a test");
    }

    @Test
    void aCanarysJournalIsFiledListedVerifiedAndTakesItsDeploymentLive() throws Exception {
        create();
        file(EvidenceKind.BACKTEST);
        promote();
        file(EvidenceKind.PAPER);
        promote();
        Deployment deployment = DeploymentRegister.at(Path.of(register()), SystemClock.utc())
                .read()
                .snapshot()
                .deployment(new DeploymentId("far-1"))
                .orElseThrow();
        Path journal = Files.createDirectory(folder.resolve("canary"));
        try (CanaryJournal written =
                new CanaryJournal(journal, SystemClock.utc().instant(), Duration.ofNanos(1_000))) {
            written.run(engine().text(), CanaryJournal.facts(deployment, VenueMoney.REAL), 100);
        }

        HostCommand filed = fileCanary(journal, "small");

        assertThat(filed.exitCode()).as(filed.said()).isZero();
        assertThat(filed.said()).contains("for far-1: PASS");
        assertThat(HostCommand.run("evidence", "list", register(), "--deployment", "far-1")
                        .said())
                .contains("canary", "+44");
        command("evidence", "verify", register());
        promote();
        assertThat(HostCommand.run("deployments", "list", register()).said()).contains("live");
    }

    @Test
    void anotherParameterOrAChangedByteOfTheRegisterLetsNothingOut() throws Exception {
        create();
        file(EvidenceKind.BACKTEST);
        promote();
        file(EvidenceKind.PAPER);
        promote();
        HostCommand checked = check(config("checked", PARAMETERS));
        assertThat(checked.said()).contains("far-1 is canary, backtest filed 0 h ago: PASS, paper filed 0 h ago: PASS");

        Path other = config("other", "    parameters: {edge: 0.21, size: 5}\n");
        try (RunProcess run = new RunProcess(other, venue.environment())) {
            JsonNode blocked = run.await("alert", alert -> is(alert, "deployment.blocked"));
            assertThat(blocked.toString()).contains("what runs is not what deployment far-1 was written down with");
            run.await("status", status -> status.get("markets").asInt() > 0);
            Files.writeString(
                    Path.of(register()), Files.readString(Path.of(register())).replaceFirst("a test", "A test"));
            run.await(
                    "alert",
                    alert -> is(alert, "deployment.blocked") && alert.toString().contains("believed"));
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
        assertThat(venue.orders("other")).isEmpty();
        assertThat(query("other", "risk")).contains("EVIDENCE_MISMATCH");
    }

    private HostCommand check(Path config) throws Exception {
        return HostCommand.run(Map.copyOf(venue.environment()), "run", config.toString(), "--check");
    }

    private static boolean isAfter(JsonNode event, JsonNode other) {
        return Instant.parse(event.get("at").asText())
                .isAfter(Instant.parse(other.get("at").asText()));
    }

    private static boolean is(JsonNode alert, String code) {
        return alert.get("code").asText().equals(code);
    }
}
