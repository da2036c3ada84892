package io.ploy.testkit.polymarket.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.testkit.polymarket.fault.Firing;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import java.util.List;
import java.util.Map;

/** What the venue is doing now, for a browser; it looks again every two seconds. */
final class StatusPage {
    private static final int SHOWN = 50;
    private static final String STYLE =
            "body{font:14px system-ui,sans-serif;margin:2rem;color:#222}table{border-collapse:collapse;margin:1rem 0}"
                    + "td,th{padding:.3rem .8rem;border-bottom:1px solid #ddd;text-align:left}"
                    + "td.n{text-align:right}.active{color:#b00}.over{color:#888}pre{color:#444}";

    private StatusPage() {}

    static WireAnswer of(JsonNode status, List<Firing> firings) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">")
                .append("<meta http-equiv=\"refresh\" content=\"2\"><title>Simulated Polymarket</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>Simulated Polymarket</h1><p>Scenario <b>")
                .append(escaped(status.path("scenario").asText()))
                .append("</b>, seed ")
                .append(status.path("seed").asLong())
                .append(", ")
                .append(escaped(status.path("time").asText()))
                .append(", mode ")
                .append(escaped(status.path("mode").asText()))
                .append(status.path("settled").asBoolean() ? ", everything settled" : ", trades are settling")
                .append("</p><table><tr><th>Fault</th><th>Name</th><th>Does</th><th>State</th><th>Occasions</th>")
                .append("<th>Strikes</th></tr>");
        for (JsonNode fault : status.path("faults")) {
            String state = escaped(fault.path("state").asText());
            page.append("<tr class=\"").append(state).append("\"><td>");
            page.append(escaped(fault.path("fault").asText())).append("</td><td>");
            page.append(escaped(fault.path("name").asText())).append("</td><td>");
            page.append(escaped(fault.path("does").asText())).append("</td><td>");
            page.append(state).append("</td><td class=\"n\">");
            page.append(fault.path("occasions").asLong()).append("</td><td class=\"n\">");
            page.append(fault.path("strikes").asLong()).append("</td></tr>");
        }
        page.append("</table><h2>Newest strikes</h2><pre>");
        for (int i = firings.size() - 1; i >= Math.max(0, firings.size() - SHOWN); i--) {
            page.append(escaped(firings.get(i).toString())).append('\n');
        }
        page.append("</pre><h2>Switches</h2><pre>");
        ControlService.paths().forEach(path -> page.append(escaped(path)).append('\n'));
        page.append("</pre></body></html>");
        return new WireAnswer(200, Map.of("Content-Type", "text/html; charset=utf-8"), page.toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
