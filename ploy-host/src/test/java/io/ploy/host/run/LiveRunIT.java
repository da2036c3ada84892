package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.money.Cash;
import io.ploy.core.deployment.EngineVersion;
import io.ploy.core.lease.FileLease;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.core.persistence.JournalRecord;
import io.ploy.core.persistence.SegmentJournal;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.time.SystemClock;
import io.ploy.host.CapturedConsole;
import io.ploy.host.config.RunConfigFile;
import io.ploy.host.console.CommandFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run in this process, with the plugins that were built, and what it says to a person. */
@Timeout(90)
@Tag("matrix")
class LiveRunIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path PLUGINS =
            Path.of(System.getProperty("ploy.built")).resolve("plugins");

    private static final EngineVersion ENGINE = new EngineVersion("0.0-development");
    private static final Pattern ANY_OPEN = Pattern.compile("trading; \\d+ markets, [1-9]\\d* open orders");

    @TempDir
    Path folder;

    private final RunVenue venue = new RunVenue();
    private final CapturedConsole captured = new CapturedConsole(false, venue.environment());
    private final StopWishes wishes = new StopWishes(() -> {});

    @AfterEach
    void close() {
        venue.close();
    }

    private RunRequest request(String rest, boolean standby, boolean json) throws Exception {
        Path config = venue.config(folder, "run", rest);
        return new RunRequest(
                "run.yaml", RunConfigFile.read(config), PLUGINS, Decisions.NONE, standby, json, "test", ENGINE);
    }

    private CompletableFuture<Integer> start(RunRequest request) {
        return CompletableFuture.supplyAsync(() -> new LiveRun(captured.console(), wishes).trade(request));
    }

    private void awaitSaid(String words) {
        await().atMost(PATIENCE).until(() -> captured.out().contains(words));
    }

    @Test
    void aPersonReadsHowItGoesFromTheStartToTheEnd() throws Exception {
        CompletableFuture<Integer> run = start(request("journal: {files: journal}\n", false, false));
        await().atMost(PATIENCE).until(() -> ANY_OPEN.matcher(captured.out()).find());
        wishes.signal();

        assertThat(run.join()).as(captured.out()).isZero();
        assertThat(captured.out())
                .contains(
                        "live: account main at polymarket, strategies far (simple-quoter)",
                        "journal: files in " + folder.resolve("journal") + ", new, lease 1",
                        "limits: conservative",
                        "compared with the venue: clean",
                        "stopping: open orders are cancelled, positions kept",
                        "stopped: nothing is left, everything is settled; cash 1,000.00");
        assertThat(venue.open()).isEmpty();
        assertThat(folder.resolve("journal.lease/lease.token")).exists();
        assertThat(captured.out()).contains("ALERT critical evidence.waived main: Nothing was asked to prove");
        assertThat(HostCommand.run("journal", "query", folder.resolve("journal").toString(), "controls")
                        .said())
                .contains("waive-evidence", "anna", "a simulated venue");
    }

    /** Where nobody can tell whether the place is served, nothing new is risked. */
    @Test
    void anAccountThatCannotBeLookedAtRisksNothing() throws Exception {
        Path config = venue.config(folder, "run", "journal: {files: journal}\n");
        String blind = Files.readString(config).replaceAll("siteUrl: .*", "siteUrl: http://127.0.0.1:1");
        Files.writeString(config, blind);
        CompletableFuture<Integer> run = start(new RunRequest(
                "run.yaml", RunConfigFile.read(config), PLUGINS, Decisions.NONE, false, false, "test", ENGINE));

        awaitSaid("ALERT critical account.unfit main: The account cannot trade as it is");
        String journal = folder.resolve("journal").toString();
        await().atMost(PATIENCE)
                .until(() -> HostCommand.run("journal", "query", journal, "risk")
                        .said()
                        .contains("ACCOUNT_UNFIT"));
        wishes.signal();

        assertThat(run.join()).as(captured.out()).isZero();
        assertThat(captured.out()).contains("place: could not be read");
        assertThat(venue.orders("run")).isEmpty();
    }

    @Test
    void aLostLeaseEndsARunAndLeavesItsOrdersToTheNext() throws Exception {
        CompletableFuture<Integer> run = start(request("journal: {files: journal}\n", false, false));
        // The status counts orders that are still on their way; those would not be sent any more.
        await().atMost(PATIENCE).until(() -> !venue.open().isEmpty());
        wishes.leaseLost();

        assertThat(run.join()).as(captured.out()).isEqualTo(4);
        assertThat(captured.out())
                .contains("stopping: the lease is lost; open orders are left to the process that took over")
                .doesNotContain("stopped");
        assertThat(venue.open()).isNotEmpty();
    }

    @Test
    void aHaltOfAnEarlierRunStaysUntilAPersonReleasesIt() throws Exception {
        RunRequest request = request("journal: {files: journal}\n", false, false);
        try (SegmentJournal journal = SegmentJournal.open(folder.resolve("journal"))) {
            Instant at = SystemClock.utc().instant();
            journal.append(new JournalRecord.SessionStarted("test", "", 1, 1), at);
            journal.append(new JournalRecord.CashMoved(Cash.ofUsd(1_000), CashKind.DEPOSIT, "opening balance"), at);
            journal.append(new JournalRecord.GateChanged(false, "kill-switch: planted", "anna"), at);
        }
        CompletableFuture<Integer> halted = start(request);
        awaitSaid("halted: kill-switch (planted)");
        awaitSaid("ALERT critical account.halted main: Trading was halted before this start");
        wishes.signal();
        assertThat(halted.join()).as(captured.out()).isZero();

        StopWishes again = new StopWishes(() -> {});
        Decisions decisions = new Decisions(
                List.of("kill-switch", "moon"),
                true,
                Map.of("main-1-1", true),
                List.of(new InstrumentId("polymarket", "1")),
                "operator anna",
                "it was a drill");
        CompletableFuture<Integer> released = CompletableFuture.supplyAsync(() -> new LiveRun(captured.console(), again)
                .trade(new RunRequest("run.yaml", request.config(), PLUGINS, decisions, false, false, "test", ENGINE)));
        awaitSaid("reduce-only: second-step");
        again.signal();
        assertThat(released.join()).as(captured.out()).isZero();
        assertThat(ANY_OPEN.matcher(captured.out()).find()).isFalse();

        StopWishes last = new StopWishes(() -> {});
        Decisions second =
                new Decisions(List.of("second-step"), false, Map.of(), List.of(), "operator anna", "it goes on");
        CompletableFuture<Integer> goesOn = CompletableFuture.supplyAsync(() -> new LiveRun(captured.console(), last)
                .trade(new RunRequest("run.yaml", request.config(), PLUGINS, second, false, false, "test", ENGINE)));
        await().atMost(PATIENCE).until(() -> ANY_OPEN.matcher(captured.out()).find());
        last.signal();

        assertThat(goesOn.join()).as(captured.out()).isZero();
        assertThat(captured.out())
                .contains(
                        "decided: the cause kill-switch is cleared",
                        "decided: the cause moon was not set",
                        "decided: the cause second-step is cleared",
                        "decided: polymarket:1 was not closed to trading",
                        "decided: the venue's balances are taken for right",
                        "decided: order main-1-1 is not in doubt, and nothing was decided about it");
    }

    @Test
    void aStandbyWaitsForTheLeaseAndBeginsWhenItIsFree() throws Exception {
        CompletableFuture<Integer> run;
        try (FileLease held = FileLease.take(folder.resolve("main.db.lease"), new LeaseHolder("another", "host"))) {
            assertThatThrownBy(() -> start(request("journal: {sqlite: main.db}\n", false, false))
                            .join())
                    .hasCauseInstanceOf(CommandFailure.class)
                    .hasMessageContaining("is held by another on host until that process ends")
                    .hasMessageContaining("--standby waits for it");
            run = start(request("journal: {sqlite: main.db}\n", true, false));
            awaitSaid("standby: the lease is held by another on host");
            assertThat(held.isHeld()).isTrue();
        }
        awaitSaid("SQLite in " + folder.resolve("main.db") + ", new, lease 2");
        wishes.signal();

        assertThat(run.join()).as(captured.out()).isZero();
    }

    @Test
    void aStandbyThatIsAskedToEndEndsWithNothingDone() throws Exception {
        try (FileLease held = FileLease.take(folder.resolve("journal.lease"), new LeaseHolder("another", "host"))) {
            CompletableFuture<Integer> run = start(request("journal: {files: journal}\n", true, true));
            awaitSaid("\"event\":\"standby\"");
            wishes.signal();

            assertThat(run.join()).isZero();
            assertThat(held.isHeld()).isTrue();
        }
        assertThat(captured.out()).contains("\"event\":\"stopping\"").doesNotContain("started");
        assertThat(venue.venue.log().exchanges()).isEmpty();
        assertThat(folder.resolve("journal")).doesNotExist();
    }

    @Test
    void aDatabaseThatIsNotThereIsSaidAndAStandbyGoesOnAsking() throws Exception {
        String nowhere = "journal: {postgres: {url: 'jdbc:postgresql://localhost:1/x', user: u,"
                + " password: env:PLOY_DB_PASSWORD, schema: main}}\n";

        assertThatThrownBy(() -> start(request(nowhere, false, false)).join())
                .hasCauseInstanceOf(CommandFailure.class)
                .hasMessageContaining("cannot take the lease of main in jdbc:postgresql://localhost:1/x");
        CompletableFuture<Integer> run = start(request(nowhere, true, false));
        awaitSaid("standby: cannot take the lease");
        wishes.signal();

        assertThat(run.join()).isZero();
    }

    @Test
    void aJournalThatCannotBeUsedIsAFailure() throws Exception {
        Files.createDirectories(folder.resolve("journal"));
        Files.write(folder.resolve("journal/journal-00000000000000000001.seg"), new byte[100]);

        assertThatThrownBy(() -> start(request("journal: {files: journal}\n", false, false))
                        .join())
                .hasCauseInstanceOf(CommandFailure.class)
                .hasMessageContaining("journal");
    }

    @Test
    void anAccountThatCannotBeReadDoesNotBegin() throws Exception {
        RunRequest request = request("journal: {files: journal}\n", false, false);
        venue.close();

        assertThatThrownBy(() -> start(request).join())
                .hasCauseInstanceOf(CommandFailure.class)
                .hasMessageContaining("account");
    }

    @Test
    void whatIsNotInstalledOrNotDeclaredIsNamedInOneGo() throws Exception {
        Path config = venue.config(folder, "wrong", "journal: {files: journal}\n");
        Files.writeString(
                config,
                Files.readString(config)
                        .replace("simple-quoter", "simple-quote")
                        .replace("kind: EOA", "kinds: EOA")
                        .replace("refresh: 5", "refresh: 0"));

        assertThatThrownBy(() -> new LiveRun(captured.console(), wishes)
                        .trade(new RunRequest(
                                "w",
                                RunConfigFile.read(config),
                                PLUGINS,
                                Decisions.NONE,
                                false,
                                false,
                                "test",
                                ENGINE)))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("wrong.yaml:3: venue: refresh: found '0', allowed duration from 1 to 3600")
                .hasMessageContaining(": account: kinds: no such parameter")
                .hasMessageContaining(
                        ": strategies[0]: There is no strategy 'simple-quote'. Did you mean 'simple-quoter'?");
        Files.writeString(config, Files.readString(config).replace("connector: polymarket", "connector: kalshi"));
        assertThatThrownBy(() -> new RunCheck(captured.console())
                        .look(new RunRequest(
                                "w",
                                RunConfigFile.read(config),
                                PLUGINS,
                                Decisions.NONE,
                                false,
                                false,
                                "test",
                                ENGINE)))
                .hasMessageContaining("wrong.yaml:3: venue: There is no venue connector 'kalshi'");
    }

    @Test
    void aCheckLooksAtEverythingAndTradesNothing() throws Exception {
        assertThat(new RunCheck(captured.console()).look(request("journal: {files: journal}\n", false, false)))
                .as(captured.out())
                .isZero();

        assertThat(captured.out())
                .contains(
                        "good    configuration: plugins and parameters are as they must be",
                        "warning evidence: Nothing was asked to prove what these strategies do, by anna: a simulated venue",
                        "good    journal: files in " + folder.resolve("journal") + " is new",
                        "good    credentials: ",
                        "Everything is as it must be; nothing was sent.");
        assertThat(venue.open()).isEmpty();
        assertThat(folder.resolve("journal")).doesNotExist();
    }

    @Test
    void aCheckThatFindsTradingImpossibleFails() throws Exception {
        RunRequest request = request(
                "journal: {postgres: {url: 'jdbc:postgresql://localhost:1/x', user: u,"
                        + " password: env:PLOY_DB_PASSWORD, schema: main}}\n",
                false,
                true);
        assertThat(new RunCheck(captured.console()).look(request)).isEqualTo(1);

        JsonNode found = new ObjectMapper().readTree(captured.out());
        assertThat(found.get("good").asBoolean()).isFalse();
        assertThat(found.get("checks").findValuesAsText("subject")).startsWith("configuration", "evidence", "journal");
        assertThat(found.at("/checks/2/verdict").asText()).isEqualTo("bad");
    }
}
