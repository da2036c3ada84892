package io.ploy.testkit.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The page about what Ploy does leaves no fault out. */
class FaultsAnsweredTest {
    @Test
    void everyFaultIsAnsweredOnce() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "faults-answered.md"));

        for (Fault fault : Fault.values()) {
            assertThat(page).containsOnlyOnce(fault.name());
        }
    }
}
