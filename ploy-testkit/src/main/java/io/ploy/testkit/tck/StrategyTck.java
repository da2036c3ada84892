package io.ploy.testkit.tck;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.MarketStatus;
import io.ploy.api.market.TickSize;
import io.ploy.api.notify.Alert;
import io.ploy.api.plugin.Parameter;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.sim.world.WorldSettings;
import io.ploy.core.sim.world.WorldShape;
import io.ploy.testkit.StrategyHarness;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What every strategy must do: say what can be set, behave the same for the same events, and survive the market's days. */
public abstract class StrategyTck {
    private static final Duration RUN = Duration.ofMinutes(12);

    /** For classes that extend it. */
    protected StrategyTck() {}

    /**
     * The factory under test.
     *
     * @return a new one or the same
     */
    protected abstract StrategyFactory factory();

    /**
     * Sets parameters that have no default, or others for this test.
     *
     * @param setup of every run
     * @return it
     */
    protected StrategyHarness.Builder configure(StrategyHarness.Builder setup) {
        return setup;
    }

    /** Its name can be typed on a command line. */
    @Test
    public void itsNameIsLowerCaseWithHyphens() {
        assertThat(factory().name()).matches("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    }

    /** People find out what its parameters do without its source. */
    @Test
    public void everyParameterExplainsItselfAndHasANameOfItsOwn() {
        List<Parameter<?>> parameters = factory().parameters();

        assertThat(parameters)
                .allSatisfy(parameter -> assertThat(parameter.help())
                        .as("help of %s", parameter.name())
                        .isNotBlank());
        assertThat(parameters).extracting(Parameter::name).doesNotHaveDuplicates();
    }

    /** The same events give the same decisions, whatever was run in between. */
    @Test
    public void theSameEventsGiveTheSameDecisions() {
        for (WorldShape shape : WorldShape.values()) {
            byte[] first = run(7, shape);
            run(8, shape);

            assertThat(run(7, shape)).as("journal of the second run, %s", shape).isEqualTo(first);
        }
    }

    private byte[] run(long seed, WorldShape shape) {
        try (StrategyHarness harness = configure(StrategyHarness.of(factory()))
                .seed(seed)
                .world(WorldSettings.fiveMinutes(seed, shape))
                .start()) {
            harness.advance(RUN);
            assertUnharmed(harness);
            return harness.journal();
        }
    }

    /** What a market can do to it. */
    @Test
    public void itSurvivesEmptyBooksPausesTickChangesAndVoidMarkets() {
        try (StrategyHarness harness = configure(StrategyHarness.of(factory())).start()) {
            harness.quote(harness.up(), "0.45", "0.47");
            harness.advance(Duration.ofSeconds(30));
            harness.quote(harness.up(), "", "");
            harness.advance(Duration.ofSeconds(30));
            harness.changeTick(TickSize.TENTH_CENT);
            harness.quote(harness.up(), "0.451", "0.999");
            harness.advance(Duration.ofSeconds(30));
            harness.setStatus(MarketStatus.PAUSED);
            harness.advance(Duration.ofSeconds(30));
            harness.setStatus(MarketStatus.OPEN);
            harness.quote(harness.up(), "0.001", "");
            harness.advance(Duration.ofMinutes(1));
            harness.voidMarket();
            harness.advance(Duration.ofMinutes(1));

            assertUnharmed(harness);
        }
    }

    /** It lives on the engine's thread. */
    @Test
    public void itLeavesNoThreads() {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        run(9, WorldShape.RANDOM_WALK);

        Set<String> more = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !before.contains(thread) && !thread.isDaemon())
                .map(Thread::getName)
                .collect(Collectors.toSet());
        assertThat(more).as("threads that were not there before").isEmpty();
    }

    private static void assertUnharmed(StrategyHarness harness) {
        assertThat(harness.alerts())
                .as("a strategy that throws or takes too long is suspended")
                .extracting(Alert::code)
                .doesNotContain("plugin.suspended");
    }
}
