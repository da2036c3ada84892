package io.ploy.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.StrategyHarness;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The test of the guide for authors. */
class OneBidTest {
    @Test
    void buysOnceWhenTheAskIsCheapEnough() {
        try (StrategyHarness harness =
                StrategyHarness.of(new OneBid()).parameter("maxPrice", "0.50").start()) {
            harness.quote(harness.up(), "0.53", "0.55");
            harness.quote(harness.up(), "0.45", "0.48");
            harness.advance(Duration.ofSeconds(10));

            assertThat(harness.events())
                    .contains("filled 20 @ 0.48 of BUY 20 shares Up @ 0.48 FAK")
                    .contains("confirmed 20 @ 0.48 of BUY 20 shares Up @ 0.48 FAK");
            assertThat(harness.position(harness.up()).confirmed()).hasToString("20");
        }
    }
}
