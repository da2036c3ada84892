package io.ploy.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.polymarket.fault.Fault;
import io.ploy.testkit.polymarket.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The scenarios of docs/scenarios.md. */
class LostAnswerTest {
    private static final Pattern YAML = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL);
    private static final Path PAGE = Path.of("").toAbsolutePath().getParent().resolve("docs/scenarios.md");

    @Test
    void aScenarioIsBuiltInJava() {
        Scenario scenario = Scenario.builder("lost-answer")
                .seed(7)
                .inject(Fault.F01, "cut", fault -> fault.occasions(1).where("account", "eoa"))
                .expectOrders("eoa", "LIVE", 1, 1)
                .build();
        assertThat(scenario.toYaml()).contains("occasions: [1]", "where: {account: eoa}");
    }

    @Test
    void thePagesYamlIsAScenario() throws IOException {
        Matcher yaml = YAML.matcher(Files.readString(PAGE));
        assertThat(yaml.find()).isTrue();
        Scenario scenario = Scenario.parse(yaml.group(1), "scenarios.md");
        assertThat(scenario.name()).isEqualTo("lost-answer");
        assertThat(scenario.expectations()).hasSize(3);
    }
}
