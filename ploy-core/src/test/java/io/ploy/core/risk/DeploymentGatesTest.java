package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.money.Cash;
import io.ploy.api.order.RiskReason;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.EngineVersion;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.Stage;
import io.ploy.core.deployment.TestRegister;
import io.ploy.core.deployment.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The gates that ask the register: what each refuses, to the byte and the nanosecond, and that nothing keeps an exit back. */
class DeploymentGatesTest {
    private static final Instant FILED = FakeWorld.NOON.minus(Duration.ofHours(1));
    private static final Duration GRACE = Duration.ofHours(24);

    private final TestRegister register = new TestRegister(GateRoom.S, Domains.OTHER);

    private GateRoom room(Stage stage) {
        GateRoom room =
                new GateRoom(register.deploy(TestRegister.OWN, "*", null, stage).deployments());
        room.hold(room.yes, "10", "5");
        return room;
    }

    private static void refused(GateRoom room, RiskReason reason) {
        String gate = reason.name().startsWith("EVIDENCE") ? "evidence" : "deployment";
        room.refuses(room.buy("10", "0.40"), gate, reason);
        room.passes(room.sell("10", "0.40"));
    }

    private static void refusedUnlessHedging(GateRoom room, RiskReason reason) {
        refused(room, reason);
        room.passes(room.buyNo("5", "0.45"));
    }

    private static void trades(GateRoom room) {
        room.passes(room.buy("10", "0.40"));
        room.passes(room.buyNo("5", "0.45"));
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void whatIsProvenTrades() {
        register.proven(FILED);

        trades(room(Stage.LIVE));
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void onlyStagesThatTradeLiveAddRisk(Stage stage) {
        register.proven(FILED);
        GateRoom room = room(stage);

        if (stage.tradesLive()) {
            trades(room);
        } else {
            refused(room, RiskReason.DEPLOYMENT_DISABLED);
            room.refuses(room.buyNo("5", "0.45"), "deployment", RiskReason.DEPLOYMENT_DISABLED);
        }
    }

    @Test
    void whoNamesNoDeploymentOrOneThatIsNotThereAddsNoRisk() {
        GateRoom nowhere = new GateRoom(register.deployments());
        nowhere.hold(nowhere.yes, "10", "5");
        refused(nowhere, RiskReason.DEPLOYMENT_MISSING);

        GateRoom room = room(Stage.LIVE);
        room.strategy = "another";
        assertThat(room.refuses(room.buy("10", "0.40"), "deployment", RiskReason.DEPLOYMENT_MISSING))
                .contains("another names no deployment");
    }

    @Test
    void aRegisterThatCannotBeBelievedRefusesWithItsFault() {
        register.proven(FILED);
        GateRoom room = room(Stage.LIVE);
        trades(room);

        register.distrust("register.jsonl, line 2: was changed");

        assertThat(room.refuses(room.buy("10", "0.40"), "deployment", RiskReason.DEPLOYMENT_MISSING))
                .contains("register.jsonl, line 2: was changed");
        room.passes(room.sell("10", "0.40"));
    }

    @Test
    void marketsOfAnotherKindAreOutOfScope() {
        register.proven(FILED);
        GateRoom room = new GateRoom(
                register.deploy(TestRegister.OWN, "btc-*", null, Stage.LIVE).deployments());
        room.hold(room.yes, "10", "5");

        refused(room, RiskReason.DEPLOYMENT_OUT_OF_SCOPE);
        room.world.put(room.market.toBuilder().slug("btc-up").build());
        trades(room);
    }

    @Test
    void twoDeploymentsForTheSameMarketsStopEachOther() {
        register.proven(FILED);
        GateRoom room = room(Stage.LIVE);
        DeploymentId other = new DeploymentId("other");
        register.deploy(other, "*", null, Stage.LIVE);
        refused(room, RiskReason.DEPLOYMENT_AMBIGUOUS);

        register.move(other, Stage.LIVE, Stage.SUSPENDED);

        trades(room);
    }

    @Test
    void everyKindIsNeededAndADeploymentThatIsProvenWhileItRunsTradesFromThenOn() {
        GateRoom room = room(Stage.LIVE);
        for (EvidenceKind kind : EvidenceKind.values()) {
            refused(room, RiskReason.EVIDENCE_MISSING);
            register.file(kind, TestRegister.BUILD, Verdict.PASS, FILED);
        }

        trades(room);
    }

    @Test
    void whatDidNotPassDoesNotCount() {
        register.proven(FILED);
        GateRoom room = room(Stage.LIVE);
        register.file(EvidenceKind.PAPER, TestRegister.BUILD, Verdict.WARN, FILED);
        refused(room, RiskReason.EVIDENCE_FAILED);

        register.file(EvidenceKind.PAPER, TestRegister.BUILD, Verdict.PASS, FILED);

        trades(room);
    }

    @Test
    void oneOtherByteOfArtifactOrParametersOrAnotherEngineBlocks() {
        Build build = TestRegister.BUILD;
        register.proven(FILED).deploy(TestRegister.OWN, "*", null, Stage.LIVE);
        for (Build other : List.of(
                new Build(other(build.artifactSha256()), build.parametersSha256(), build.engine()),
                new Build(build.artifactSha256(), other(build.parametersSha256()), build.engine()),
                new Build(build.artifactSha256(), build.parametersSha256(), new EngineVersion("0.2.0")))) {
            GateRoom room = new GateRoom(register.running(other).deployments());
            room.hold(room.yes, "10", "5");
            refused(room, RiskReason.EVIDENCE_MISMATCH);
        }

        GateRoom same = new GateRoom(register.running(build).deployments());
        same.hold(same.yes, "10", "5");
        trades(same);
    }

    private static String other(String hash) {
        return (hash.charAt(0) == '0' ? '1' : '0') + hash.substring(1);
    }

    @Test
    void aNanosecondBeyondItsAgeItOnlyHedgesForADayAndThenOnlyReduces() {
        register.proven(FILED);
        GateRoom room = room(Stage.CANARY);
        Instant last = FILED.plus(Duration.ofDays(7));

        room.now = last;
        trades(room);
        room.now = last.plusNanos(1);
        refusedUnlessHedging(room, RiskReason.EVIDENCE_EXPIRED);
        room.now = last.plus(GRACE);
        refusedUnlessHedging(room, RiskReason.EVIDENCE_EXPIRED);
        room.now = last.plus(GRACE).plusNanos(1);
        refused(room, RiskReason.EVIDENCE_EXPIRED);
        room.refuses(room.buyNo("5", "0.45"), "evidence", RiskReason.EVIDENCE_EXPIRED);
    }

    @Test
    void aCanaryHasATenthOfItsLimitsAndSmallOrders() {
        register.proven(FILED);
        GateRoom room = room(Stage.CANARY);
        room.passes(room.buy("12.5", "0.40"));
        room.shrinks(room.buy("13", "0.40"), "12.5", "max-order", RiskReason.MAX_ORDER);
        room.set(Limit.MAX_ORDER_NOTIONAL, Cash.ofUsd(4));
        room.shrinks(room.buy("13", "0.40"), "10", "max-order", RiskReason.MAX_ORDER);

        room.set(Limit.MAX_STRATEGY_EXPOSURE, Cash.ofUsd(70));
        room.passes(room.buy("5", "0.40"));
        room.shrinks(room.buy("6", "0.40"), "5", "strategy-exposure", RiskReason.STRATEGY_EXPOSURE);

        register.move(TestRegister.OWN, Stage.CANARY, Stage.LIVE);
        room.passes(room.buy("10", "0.40"));
    }
}
