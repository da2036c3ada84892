package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A strategy loses what a day may lose, is stopped, and a person finds out why and lets it go on, all by commands. */
@Timeout(180)
@Tag("matrix")
class RiskIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REST = """
            deployments: {evidence: waived, waivedBy: anna, waivedWhy: a simulated venue}
            journal: {files: journal}
            limits: {maxDomainDayLoss: 0.02}
            """;

    @TempDir
    Path folder;

    private final RunVenue venue = new RunVenue();

    @AfterEach
    void close() {
        venue.close();
    }

    private static List<JsonNode> causes(Path config) throws Exception {
        HostCommand shown = HostCommand.run("risk", "status", config.toString(), "--json");
        assertThat(shown.exitCode()).as(shown.said()).isZero();
        JsonNode status = new ObjectMapper().readTree(shown.said());
        return StreamSupport.stream(status.get("causes").spliterator(), false).toList();
    }

    private static boolean isTripped(JsonNode event) {
        return event.path("code").asText().equals("risk.tripped")
                && event.path("subject").asText().startsWith("domain");
    }

    private static String names(List<JsonNode> causes) {
        return String.join(
                ",", causes.stream().map(cause -> cause.get("cause").asText()).toList());
    }

    @Test
    void aDaysLossStopsADomainUntilAPersonLetsItGoOn() throws Exception {
        Path config = venue.config(folder, "losing", "    parameters: {edge: 0.01, size: 20}\n", REST);
        try (RunProcess run = new RunProcess(config, venue.environment())) {
            run.awaitOpenOrders(2);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                venue.sellIntoABid();
                assertThat(run.events()).as("%s", run).anyMatch(RiskIT::isTripped);
            });
            JsonNode tripped = run.await("alert", RiskIT::isTripped);
            assertThat(tripped.toString()).contains("domain:", "until a person resets it");
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(names(causes(config))).contains("daily-loss"));
            HostCommand figures = HostCommand.run("risk", "status", config.toString());
            assertThat(figures.said()).contains("drawdown", "strategy far").containsPattern("account +-\\d");
            assertThat(figures.said()).contains("slippage").containsPattern("(?m)^far +");
            assertThat(figures.said()).containsPattern("orders +\\d+ allowed, \\d+ refused");
            assertThat(causes(config)).allSatisfy(cause -> {
                assertThat(cause.get("scope").asText()).startsWith("domain:");
                assertThat(cause.get("state").asText()).isEqualTo("reduce-only");
                assertThat(cause.get("needs").asText()).isEqualTo("person");
            });
            await().atMost(PATIENCE)
                    .until(() -> HostCommand.run(
                                    "journal",
                                    "query",
                                    folder.resolve("journal").toString(),
                                    "risk")
                            .said()
                            .contains("TRADING_REDUCE_ONLY"));

            await().atMost(PATIENCE).until(() -> !venue.isBidFor());
            HostCommand bold =
                    HostCommand.run("risk", "limits", config.toString(), "--set", "maxDomainDayLoss=25", "--why", "x");
            assertThat(bold.exitCode()).isEqualTo(1);
            assertThat(bold.said()).contains("would allow more: maxDomainDayLoss 0.02 to 25");
            assertThat(HostCommand.run("risk", "limits", config.toString()).said())
                    .containsPattern("maxDomainDayLoss +0.02")
                    .containsPattern("maxOrderNotional +25");
            HostCommand loosened = HostCommand.run(
                    "risk", "limits", config.toString(), "--set", "maxDomainDayLoss=25", "--loosen", "--why", "seen");
            assertThat(loosened.exitCode()).as(loosened.said()).isZero();
            HostCommand reset = HostCommand.run(
                    "reset",
                    config.toString(),
                    "--scope",
                    causes(config).get(0).get("scope").asText(),
                    "--causes",
                    names(causes(config)),
                    "--why",
                    "seen");

            assertThat(reset.exitCode()).as(reset.said()).isZero();
            await().atMost(PATIENCE).until(() -> causes(config).isEmpty());
            await().atMost(PATIENCE).until(venue::isBidFor);

            HostCommand booked = HostCommand.run(
                    "book", config.toString(), "--kind", "reward", "--amount", "0.25", "--why", "rewards of March");
            assertThat(booked.exitCode()).as(booked.said()).isZero();
            assertThat(booked.said()).contains("Booked 0.25 USD as reward");

            HostCommand sold = HostCommand.run(
                    "flatten", config.toString(), "--scope", "strategy:far", "--why", "out before the weekend");
            assertThat(sold.said()).contains("strategy:far is paused, and what it holds is being sold");
            String[] ended = sold.said().split("selling   strategy:far: ended.*\n");
            assertThat(sold.said()).contains("selling   strategy:far: ended");
            // What the venue's own traders left of a quote may be less than its minimum, and this wallet merges
            // nothing.
            List<String> left = ended.length == 1
                    ? List.of()
                    : ended[1].lines().skip(1).filter(line -> !line.isBlank()).toList();
            assertThat(left).allMatch(line -> line.contains("the market's minimum") || line.contains("a pair with"));
            assertThat(sold.exitCode()).as(sold.said()).isEqualTo(left.isEmpty() ? 0 : 1);
            assertThat(names(causes(config))).isEqualTo("paused");
            await().atMost(PATIENCE).until(() -> venue.open().isEmpty());
            assertThat(HostCommand.run("risk", "status", config.toString()).said())
                    .contains("selling   strategy:far: ended");

            HostCommand halted =
                    HostCommand.run("halt", config.toString(), "--scope", "strategy:far", "--why", "enough for today");
            assertThat(halted.exitCode()).as(halted.said()).isZero();
            await().atMost(PATIENCE).until(() -> venue.open().isEmpty());
            run.signal("TERM");
            run.exitCode();
        }
        HostCommand decided = HostCommand.run(
                "journal", "query", folder.resolve("journal").toString(), "controls", "--format", "csv");
        assertThat(decided.said())
                .contains("daily-loss,REDUCE", "loosen maxDomainDayLoss", "out before the weekend", "enough for today");
        HostCommand cash = HostCommand.run(
                "journal", "query", folder.resolve("journal").toString(), "cash_entries", "--format", "csv");
        assertThat(cash.said()).contains("DEPOSIT", "REWARD", "rewards of March");
    }
}
