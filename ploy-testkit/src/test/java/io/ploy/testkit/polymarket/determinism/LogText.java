package io.ploy.testkit.polymarket.determinism;

import io.ploy.testkit.polymarket.server.log.Exchange;
import io.ploy.testkit.polymarket.server.log.Frame;
import io.ploy.testkit.polymarket.server.log.WireLog;
import java.util.Map;
import java.util.TreeMap;

/** A log as text, a line for each thing that happened. Only what the machine gives is left out: ports. */
final class LogText {
    private LogText() {}

    static String of(WireLog log) {
        StringBuilder text = new StringBuilder();
        for (Exchange exchange : log.exchanges()) {
            text.append(line(exchange)).append('\n');
        }
        for (Frame frame : log.frames()) {
            text.append(line(frame)).append('\n');
        }
        return text.toString();
    }

    private static String line(Exchange exchange) {
        Map<String, String> headers = new TreeMap<>(exchange.request().headers());
        headers.remove("host");
        // A WebSocket client draws it.
        headers.remove("sec-websocket-key");
        StringBuilder line = new StringBuilder().append(exchange.at());
        line.append(' ').append(exchange.request().number());
        line.append(' ').append(exchange.request().method());
        line.append(' ').append(exchange.request().api());
        line.append(' ').append(exchange.request().path());
        line.append(' ').append(exchange.request().query());
        line.append(' ').append(headers);
        line.append(' ').append(exchange.request().body());
        line.append(" -> ").append(exchange.processed());
        exchange.answer()
                .ifPresent(answer -> line.append(' ')
                        .append(answer.status())
                        .append(' ')
                        .append(answer.headers())
                        .append(' ')
                        .append(answer.body()));
        exchange.cut().ifPresent(cut -> line.append(' ').append(cut));
        return line.toString();
    }

    private static String line(Frame frame) {
        return frame.at() + " " + frame.channel() + " " + frame.socket() + " " + frame.kind() + " " + frame.text();
    }
}
