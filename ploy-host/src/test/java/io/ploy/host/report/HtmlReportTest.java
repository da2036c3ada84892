package io.ploy.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ploy.core.backtest.BacktestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReportTest {
    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/json\" id=\"data\">(.*?)</script>", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "uPlot.iife.min.js, 19c8d4c6ad88929a79f4ae49d6f7161566dfd0ba3d15cc495e974f787eb78f1f",
        "uPlot.min.css, df630c6a8d6f8eeaff264b50f73ce5b114f646ffd9a0bb74f049b0a00135fa04",
        "uPlot.LICENSE, 8f989229699b4fe2f1a0432d0e9edc338a8a911e250e2d1b01ecd770a5f5b1bd"
    })
    void theChartingLibraryIsTheReleasedOne(String name, String sha256) throws IOException, NoSuchAlgorithmException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());

            assertThat(HexFormat.of().formatHex(digest)).isEqualTo(sha256);
        }
    }

    @Test
    void namesFromDataCannotBreakOutOfThePage() throws IOException {
        String evil = "</script><script>alert(1)</script><!--\u2028'\"&-";

        String page = page(SampleResults.of(1, 20, evil, Duration.ZERO));

        assertThat(page).doesNotContain("alert(1)</script>").doesNotContain("<script>alert");
        assertThat(page.split("<script", -1))
                .as("only the page's own scripts")
                .hasSize(page(SampleResults.of(1, 20)).split("<script", -1).length);
        assertThat(data(page).at("/markets/0/slug").asText()).startsWith(evil);
        assertThat(page).contains("&lt;/script&gt;&lt;script&gt;alert(1)");
    }

    @Test
    void everyPartOfThePageIsThere() throws IOException {
        String page = page(SampleResults.of(5, 50));

        assertThat(page)
                .contains("dump-hedge", "btc-updown-15m-1771633800", "fees assumed", "unresolved", "void")
                .contains("fill.latency", "PT0.25S", "sumTarget", "0.95")
                .contains("btc-updown-15m-1771633800.parquet", "expected 23 columns, found 4", "MAX_ORDER")
                .doesNotContain("{{", "src=\"");
        assertThat(page.replace("http://www.w3.org/2000/svg", ""))
                .as("no address but a namespace")
                .doesNotContain("http://");
    }

    @Test
    void thePageStaysSmallHoweverLongTheRun() throws IOException {
        String small = page(SampleResults.of(6, 3_400));
        String large = page(SampleResults.of(6, 34_000));

        assertThat(small.length()).isLessThan(400_000);
        assertThat(large.length()).isLessThan(500_000);
    }

    @Test
    void chartDataAddsUpToTheResult() throws IOException {
        BacktestResult result = SampleResults.of(5, 50);

        JsonNode data = data(page(result));

        long equity = 0;
        for (JsonNode delta : data.at("/equity/equity")) {
            equity += delta.asLong();
        }
        assertThat(equity)
                .isEqualTo(
                        result.equity().get(result.equity().size() - 1).equity().micros());
        assertThat(data.at("/markets/0/bid/5").isNull()).as("nobody bid then").isTrue();
        assertThat(data.at("/markets/0/fills/all").asInt()).isEqualTo(2);
        assertThat(data.at("/markets/0/fills/rows/0/0").asInt()).as("bought").isEqualTo(1);
        assertThat(data.at("/markets/0/fills/rows/1/1").asInt())
                .as("of the second outcome")
                .isZero();
    }

    private static String page(BacktestResult result) throws IOException {
        StringWriter out = new StringWriter();
        HtmlReport.write(result, out);
        return out.toString();
    }

    private static JsonNode data(String page) throws IOException {
        Matcher matcher = DATA.matcher(page);
        assertThat(matcher.find()).isTrue();
        return new ObjectMapper().readTree(matcher.group(1));
    }
}
