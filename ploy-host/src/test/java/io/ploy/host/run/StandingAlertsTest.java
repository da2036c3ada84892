package io.ploy.host.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.notify.Alert;
import io.ploy.api.order.AccountId;
import io.ploy.api.venue.AccountCheck;
import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.Artifact;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.Deployments;
import io.ploy.core.deployment.EngineVersion;
import io.ploy.core.deployment.Evidence;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.EvidenceRules;
import io.ploy.core.deployment.Figures;
import io.ploy.core.deployment.MarketSelector;
import io.ploy.core.deployment.RegisterWatch;
import io.ploy.core.deployment.Stage;
import io.ploy.core.deployment.Verdict;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person is told once of everything that changes in what a strategy may do, to the nanosecond. */
class StandingAlertsTest {
    private static final Instant FILED = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant LAST = FILED.plus(Duration.ofDays(7));
    private static final String HASH = "ab".repeat(32);
    private static final EngineVersion ENGINE = new EngineVersion("0.1.0");
    private static final DeploymentId ID = new DeploymentId("far-1");
    private static final Actor ANNA = Actor.person("anna");

    @TempDir
    Path folder;

    private DeploymentRegister file;
    private RegisterWatch watch;
    private StandingAlerts alerts;
    private Deployments deployments;

    @BeforeEach
    void create() {
        Path path = folder.resolve("register.jsonl");
        file = DeploymentRegister.at(path, Clock.fixed(FILED, ZoneOffset.UTC));
        file.create(
                new Deployment(
                        ID,
                        new Artifact("examples", "1", HASH),
                        "quoter",
                        HASH,
                        new AccountId("main"),
                        "crypto",
                        MarketSelector.parse("*"),
                        null,
                        Stage.DRAFT,
                        "anna",
                        FILED),
                ANNA,
                "a test");
        watch = new RegisterWatch(path);
        deployments = new Deployments(
                new AccountId("main"),
                watch::snapshot,
                EvidenceRules.DEFAULT,
                Map.of("far", new Deployments.Deployed(ID, "quoter", new Build(HASH, HASH, ENGINE))));
        alerts = new StandingAlerts(deployments.standings());
    }

    private void file(EvidenceKind kind) {
        Figures figures = new Figures(
                120, Cash.ofUsd(9), OptionalDouble.of(2), Cash.ofUsd(4), OptionalDouble.empty(), Cash.ofUsd(-2));
        file.file(
                new Evidence(
                        kind,
                        new Build(HASH, HASH, ENGINE),
                        List.of(),
                        FILED.minus(Duration.ofDays(8)),
                        FILED,
                        figures,
                        Verdict.PASS,
                        HASH,
                        FILED,
                        "anna"),
                List.of(),
                Actor.machine("a test"),
                "a test");
    }

    private void promote() {
        file.promote(ID, ANNA, "a test", ENGINE, EvidenceRules.DEFAULT);
    }

    private void makeCanary() {
        promote();
        file(EvidenceKind.BACKTEST);
        promote();
        file(EvidenceKind.PAPER);
        promote();
        watch.refresh();
    }

    private List<String> told(Instant now) {
        return alerts.look(now).stream().map(Alert::code).toList();
    }

    @Test
    void fromADraftToTheEndOfTheDayOfGrace() {
        assertThat(told(FILED)).containsExactly("deployment.blocked");
        assertThat(told(FILED.plusSeconds(1))).isEmpty();

        makeCanary();
        assertThat(told(FILED)).containsExactly("deployment.ready");
        assertThat(told(LAST.minus(Duration.ofDays(2)).minusNanos(1))).isEmpty();
        assertThat(told(LAST.minus(Duration.ofDays(2)))).containsExactly("evidence.expiring");
        assertThat(told(LAST)).isEmpty();
        assertThat(told(LAST.plusNanos(1))).containsExactly("evidence.expired");
        assertThat(told(LAST.plus(Duration.ofHours(24)))).isEmpty();
        assertThat(told(LAST.plus(Duration.ofHours(24)).plusNanos(1))).containsExactly("evidence.expired");
        assertThat(told(LAST.plus(Duration.ofHours(25)))).isEmpty();
    }

    @Test
    void whatIsInOrderFromTheStartIsNoNews() {
        makeCanary();

        assertThat(told(FILED)).isEmpty();
        file.demote(ID, Stage.SUSPENDED, ANNA, "odd");
        assertThat(told(FILED)).as("the register was not read again").isEmpty();
        watch.refresh();
        assertThat(alerts.look(FILED))
                .singleElement()
                .satisfies(alert -> assertThat(alert.message())
                        .startsWith("far only reduces: deployment far-1 is suspended, which does not trade live"));
    }

    @Test
    void aCheckSaysStageVerdictsAndAges() {
        assertThat(StandingChecks.of(deployments.standings(), FILED))
                .singleElement()
                .satisfies(check -> {
                    assertThat(check.verdict()).isEqualTo(AccountCheck.Verdict.BAD);
                    assertThat(check.detail()).startsWith("far-1 is draft, without evidence for what is installed; ");
                });

        makeCanary();

        String said = "far-1 is canary, backtest filed 47 h ago: PASS, paper filed 47 h ago: PASS";
        assertThat(StandingChecks.of(deployments.standings(), FILED.plus(Duration.ofHours(47))))
                .containsExactly(new AccountCheck("deployment of far", AccountCheck.Verdict.GOOD, said));
        assertThat(StandingChecks.of(deployments.standings(), LAST))
                .containsExactly(new AccountCheck(
                        "deployment of far",
                        AccountCheck.Verdict.WARNING,
                        said.replace("47 h", "7 days") + "; evidence runs out at " + LAST));
        assertThat(StandingChecks.of(deployments.standings(), LAST.plusNanos(1)))
                .singleElement()
                .extracting(AccountCheck::verdict)
                .isEqualTo(AccountCheck.Verdict.BAD);
    }
}
