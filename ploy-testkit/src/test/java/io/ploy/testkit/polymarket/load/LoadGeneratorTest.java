package io.ploy.testkit.polymarket.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.load.LoadGenerator.Settings;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** That what the load generator counts is what it says; how much a machine takes is no matter of a test. */
class LoadGeneratorTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private final LoadGenerator generator = new LoadGenerator(
            new PrintStream(said, true, StandardCharsets.UTF_8),
            new Settings(200, 4, 400, 4, Duration.ofSeconds(1), Duration.ofSeconds(1)));

    @Test
    void everyRequestIsOneThatTheVenueTakes() throws Exception {
        OrderLoad.Result result = generator.orders();

        assertThat(result.answers()).containsOnlyKeys("200");
        assertThat(result.latencies().count()).isEqualTo(200);
        assertThat(said.toString(StandardCharsets.UTF_8)).contains("requests/s over 4 connections", "p99");
    }

    @Test
    void everySocketIsToldOfEveryChange() throws Exception {
        MarketLoad.Result result = generator.market();

        assertThat(result.latencies().count()).isEqualTo(400);
        assertThat(result.bytes()).isGreaterThan(400 * 500L);
    }
}
