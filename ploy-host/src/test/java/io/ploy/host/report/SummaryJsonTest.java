package io.ploy.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.backtest.BacktestResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SummaryJsonTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "backtest-summary.md");
    private static final Pattern TABLE_ROW = Pattern.compile("\\| `([^`]+)` \\|.*");
    private static final Set<String> OPEN = Set.of("parameters", "settings", "totals.denied_by_reason");

    @Test
    void everyWrittenKeyIsDocumentedAndEveryDocumentedKeyIsWritten() throws IOException {
        Set<String> written = new LinkedHashSet<>();
        collect("", SummaryJson.tree(SampleResults.of(5, 50)), written);

        Set<String> documented = documented("## summary.json", "## The tables");

        assertThat(documented).containsExactlyInAnyOrderElementsOf(written);
    }

    @Test
    void everyColumnIsDocumentedInItsOrder() throws IOException {
        assertThat(documented("### orders.csv", "### fills.csv")).containsExactlyElementsOf(CsvFiles.ORDER_COLUMNS);
        assertThat(documented("### fills.csv", "### equity.csv")).containsExactlyElementsOf(CsvFiles.FILL_COLUMNS);
        assertThat(documented("### equity.csv", "## report.html")).containsExactlyElementsOf(CsvFiles.EQUITY_COLUMNS);
    }

    @Test
    void runsThatDifferOnlyInTheTimeTheyTookDifferOnlyInTiming() throws IOException {
        BacktestResult slow = SampleResults.of(3, 50, "m-", Duration.ofSeconds(90));
        BacktestResult fast = SampleResults.of(3, 50, "m-", Duration.ofSeconds(2));

        assertThat(SummaryJson.of(slow)).isNotEqualTo(SummaryJson.of(fast));
        assertThat(withoutTiming(slow)).isEqualTo(withoutTiming(fast));
    }

    @Test
    void amountsAreExactTextAndCountsAreNumbers() throws IOException {
        JsonNode summary = read(SampleResults.of(5, 50));

        assertThat(summary.at("/totals/net").isTextual()).isTrue();
        assertThat(summary.at("/totals/starting_cash").asText()).isEqualTo("1000");
        assertThat(summary.at("/totals/orders").isIntegralNumber()).isTrue();
        assertThat(summary.at("/markets/0/traded").isTextual()).isTrue();
    }

    @Test
    void everyMarketHasItsOutcomeInAWord() throws IOException {
        JsonNode markets = read(SampleResults.of(5, 50)).get("markets");

        assertThat(markets.get(0).get("outcome").asText()).isIn("Up", "Down");
        assertThat(markets.get(3).get("outcome").asText()).isEqualTo("unresolved");
        assertThat(markets.get(3).get("settlement").isNull()).isTrue();
        assertThat(markets.get(4).get("outcome").asText()).isEqualTo("void");
        assertThat(markets.get(4).at("/settlement/first_payout").asText()).isEqualTo("0.5");
    }

    @Test
    void aRunWithoutAnythingStillHasEveryList() throws IOException {
        JsonNode summary = read(SampleResults.of(0, 0));

        assertThat(summary.get("markets").isArray()).isTrue();
        assertThat(summary.at("/data/files").isArray()).isTrue();
        assertThat(summary.at("/totals/markets").asInt()).isZero();
    }

    private static JsonNode read(BacktestResult result) throws IOException {
        return new ObjectMapper().readTree(SummaryJson.of(result));
    }

    private static String withoutTiming(BacktestResult result) throws IOException {
        ObjectNode summary = (ObjectNode) read(result);
        summary.remove("timing");
        return summary.toPrettyString();
    }

    private static void collect(String path, JsonNode node, Set<String> keys) {
        if (node.isObject()) {
            if (!path.isEmpty() && (path.endsWith("window") || path.endsWith("settlement"))) {
                keys.add(path);
            }
            node.properties().forEach(field -> {
                String name = OPEN.contains(path) ? "*" : field.getKey();
                collect(path.isEmpty() ? name : path + "." + name, field.getValue(), keys);
            });
        } else if (node.isArray()) {
            node.forEach(element -> collect(path + "[]", element, keys));
        } else {
            keys.add(path);
        }
    }

    private static Set<String> documented(String from, String to) throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        Set<String> keys = new LinkedHashSet<>();
        for (String line : lines.subList(lines.indexOf(from), lines.indexOf(to))) {
            Matcher matcher = TABLE_ROW.matcher(line);
            if (matcher.matches()) {
                assertThat(keys.add(matcher.group(1)))
                        .as("documented once: %s", line)
                        .isTrue();
            }
        }
        return keys;
    }
}
