package io.ploy.host.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.backtest.BacktestResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A result as one web page that needs nothing else: figures and tables are in the page itself, charts are drawn by uPlot,
 * which is in the page too. Everything that comes from data is escaped.
 */
final class HtmlReport {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z.]+)}}");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private HtmlReport() {}

    static void write(BacktestResult result, Writer out) throws IOException {
        Map<String, String> parts = Map.of(
                "title", Html.escape(result.strategy()) + " backtest",
                "body", ReportBody.of(result),
                "data", embedded(ReportData.of(result)),
                "uplot.css", resource("uPlot.min.css"),
                "uplot.js", resource("uPlot.iife.min.js"),
                "report.css", resource("report.css"),
                "report.js", resource("report.js"));
        String template = resource("report.html");
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int from = 0;
        while (placeholder.find()) {
            out.append(template, from, placeholder.start());
            String part = parts.get(placeholder.group(1));
            if (part == null) {
                throw new IllegalStateException("the report's template names " + placeholder.group());
            }
            out.write(part);
            from = placeholder.end();
        }
        out.append(template, from, template.length());
    }

    /** JSON that may stand in a script element: no text inside can end the element or start a comment. */
    static String embedded(ObjectNode data) {
        try {
            return MAPPER.writeValueAsString(data)
                    .replace("<", "\\u003c")
                    .replace(">", "\\u003e")
                    .replace("&", "\\u0026")
                    .replace("\u2028", "\\u2028")
                    .replace("\u2029", "\\u2029");
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String resource(String name) throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the resource " + name + " is missing from this build of Ploy");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
