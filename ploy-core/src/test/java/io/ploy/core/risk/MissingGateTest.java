package io.ploy.core.risk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Takes each gate out in turn and runs the gates' tests without it: one of them must fail. */
@Tag("matrix")
class MissingGateTest {
    private static final LauncherDiscoveryRequest TESTS = LauncherDiscoveryRequestBuilder.request()
            .selectors(
                    selectClass(RiskPipelineTest.class),
                    selectClass(StateGatesTest.class),
                    selectClass(PaceGatesTest.class),
                    selectClass(PriceGatesTest.class),
                    selectClass(LossGatesTest.class),
                    selectClass(AllowanceGateTest.class),
                    selectClass(SignalFreshGateTest.class),
                    selectClass(AllocationGateTest.class),
                    selectClass(DeploymentGatesTest.class),
                    selectClass(SizingGateTest.class))
            .build();

    static Stream<String> gates() {
        return new GateRoom().pipeline.gateNames().stream();
    }

    private static long failures(String missing) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        MissingGate.run(missing, () -> LauncherFactory.create().execute(TESTS, summary));
        assertThat(summary.getSummary().getTestsFoundCount()).isGreaterThan(100);
        return summary.getSummary().getTestsFailedCount();
    }

    @ParameterizedTest
    @MethodSource("gates")
    void aGateThatIsGoneIsMissed(String gate) {
        assertThat(failures(gate)).isPositive();
    }

    @Test
    void withAllGatesNothingFails() {
        assertThat(failures("none of them")).isZero();
    }
}
