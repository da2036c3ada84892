package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A person stops a running host, finds it stopped after a crash, and lets it go on, all by commands. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(180)
@Tag("matrix")
class KillIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String FILES = "journal: {files: journal}\n";

    @TempDir
    Path folder;

    private final RunVenue venue = new RunVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    private static boolean isHalted(JsonNode status) {
        return status.get("state").asText().startsWith("halted: kill-switch (prices look wrong)");
    }

    private static JsonNode status(Path config) throws Exception {
        HostCommand shown = HostCommand.run("risk", "status", config.toString(), "--json");
        assertThat(shown.exitCode()).as(shown.said()).isZero();
        return new ObjectMapper().readTree(shown.said());
    }

    private static void secondStep(Path config) throws Exception {
        HostCommand reset = HostCommand.run("reset", config.toString(), "--causes", "second-step", "--why", "go on");
        assertThat(reset.exitCode()).as(reset.said()).isZero();
    }

    @Test
    void aKillTakesOrdersFromTheVenueOutlastsACrashAndEndsWithAReset() throws Exception {
        Path config = venue.config(folder, "killed", FILES);
        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.awaitOpenOrders(2);
            HostCommand killed =
                    HostCommand.run("kill", config.toString(), "--who", "anna", "--why", "prices look wrong");

            assertThat(killed.exitCode()).as(killed.said() + run).isZero();
            assertThat(killed.said()).contains("Trading is stopped");
            int sent = venue.orders("killed").size();
            await().atMost(PATIENCE).until(() -> venue.open().isEmpty());
            run.await("status", KillIT::isHalted);
            run.await("decided");
            assertThat(status(config).at("/causes/0/who").asText()).isEqualTo("anna");
            assertThat(venue.orders("killed")).as("nothing new was sent").hasSize(sent);
            assertThat(folder.resolve("journal.control/KILL")).exists();
            run.signal("KILL");
            run.exitCode();
        }

        HostCommand gone = HostCommand.run("risk", "status", config.toString());
        assertThat(gone.exitCode()).isEqualTo(1);
        assertThat(gone.said()).contains("No host runs here, and the next start begins halted");

        Path again = venue.config(folder, "again", FILES);
        try (RunProcess run = new RunProcess(again, venue.environment())) {
            run.await("status", KillIT::isHalted);
            run.await("alert", alert -> alert.get("code").asText().equals("account.halted"));
            HostCommand wrong = HostCommand.run("reset", again.toString(), "--causes", "moon", "--why", "seen");
            assertThat(wrong.exitCode()).isEqualTo(1);
            assertThat(wrong.said()).contains("account: moon was not set", "account: kill-switch still halts");
            assertThat(venue.orders("again")).isEmpty();

            HostCommand reset =
                    HostCommand.run("reset", again.toString(), "--causes", "kill-switch", "--why", "found it");

            assertThat(reset.exitCode()).as(reset.said()).isZero();
            assertThat(reset.said()).contains("account: kill-switch is cleared");
            assertThat(reset.said()).contains("account: second-step still allows exits only");
            run.await("status", status -> status.get("state").asText().startsWith("reduce-only: second-step"));
            secondStep(again);
            run.awaitOpenOrders(2);
            assertThat(venue.open()).isNotEmpty();
            assertThat(folder.resolve("journal.control/KILL")).doesNotExist();
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
        assertThat(folder.resolve("journal.control/status.json")).doesNotExist();
    }

    @Test
    void aKillWhereNoHostRunsHaltsTheNextStartUntilItIsReleased() throws Exception {
        Path config = venue.config(folder, "flagged", "journal: {sqlite: main.db}\ncontrol: desk\n");
        HostCommand killed =
                HostCommand.run("kill", "--control", folder.resolve("desk").toString(), "--why", "prices look wrong");
        assertThat(killed.exitCode()).as(killed.said()).isZero();
        assertThat(killed.said()).contains("No host runs here", "the next start begins halted");

        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.await(
                    "status",
                    status ->
                            isHalted(status) && status.get("compared").asText().startsWith("clean"));
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
        assertThat(venue.orders("flagged")).isEmpty();

        Files.writeString(folder.resolve("desk/KILL"), "");
        try (RunProcess run = new RunProcess(
                config, venue.environment(), "--release", "kill-switch", "--because", "it was a drill")) {
            run.await("status", status -> status.get("state").asText().startsWith("reduce-only: second-step"));
            secondStep(config);
            run.awaitOpenOrders(2);
            Files.writeString(folder.resolve("desk/KILL"), "");
            run.await("status", status -> status.get("state").asText().startsWith("halted: kill-switch"));
            await().atMost(PATIENCE).until(() -> venue.open().isEmpty());
            run.signal("TERM");
            assertThat(run.exitCode()).as(run.toString()).isZero();
        }
    }
}
