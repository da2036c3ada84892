package io.ploy.host.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import java.util.ArrayList;
import java.util.List;

/** The figures in a host's status, for people. */
final class FigureText {
    private FigureText() {}

    /** Tables of the day, of what gates decided and of fills; none where there is nothing to show. */
    static List<String> lines(JsonNode engine, Style style) {
        List<String> lines = new ArrayList<>();
        JsonNode day = engine.path("day");
        if (!day.isEmpty()) {
            TextTable table = new TextTable()
                    .words("today")
                    .numbers("profit")
                    .numbers("at least")
                    .numbers("realised")
                    .numbers("unrealised")
                    .numbers("fees")
                    .numbers("drawdown")
                    .numbers("equity");
            day.forEach(scope -> table.row(
                    text(scope, "scope"),
                    text(scope, "profit"),
                    text(scope, "atLeast"),
                    text(scope, "realised"),
                    text(scope, "unrealised"),
                    text(scope, "fees"),
                    text(scope, "drawdown"),
                    text(scope, "equity")));
            lines.addAll(table.lines(style));
        }
        JsonNode decisions = engine.path("decisions");
        if (!decisions.isEmpty()) {
            lines.add(
                    "orders    " + text(decisions, "allowed") + " allowed, " + text(decisions, "refused") + " refused");
        }
        JsonNode verdicts = decisions.path("verdicts");
        if (!verdicts.isEmpty()) {
            TextTable table = new TextTable()
                    .words("gate")
                    .words("reason")
                    .words("did")
                    .numbers("orders")
                    .words("last of")
                    .words("at");
            verdicts.forEach(verdict -> table.row(
                    text(verdict, "gate"),
                    text(verdict, "reason"),
                    text(verdict, "did"),
                    text(verdict, "orders"),
                    text(verdict, "strategy"),
                    text(verdict, "last")));
            lines.addAll(table.lines(style));
        }
        engine.path("rulesSwitchedOff")
                .properties()
                .forEach(rule -> lines.add(style.bad("switched off")
                        + Printable.of(" risk rule " + rule.getKey() + ": "
                                + rule.getValue().asText() + "; it refuses every order until 'ploy risk switch-on'")));
        JsonNode fills = engine.path("fills");
        if (!fills.isEmpty()) {
            TextTable table = new TextTable()
                    .words("fills, USD in all")
                    .numbers("slippage")
                    .numbers("shortfall")
                    .numbers("after 1 s")
                    .numbers("5 s")
                    .numbers("30 s");
            fills.forEach(strategy -> table.row(
                    text(strategy, "strategy"),
                    text(strategy.path("slippage"), "total"),
                    text(strategy.path("shortfall"), "total"),
                    text(strategy.path("markOut1s"), "total"),
                    text(strategy.path("markOut5s"), "total"),
                    text(strategy.path("markOut30s"), "total")));
            lines.addAll(table.lines(style));
        }
        return lines;
    }

    private static String text(JsonNode row, String name) {
        return Printable.of(row.path(name).asText());
    }
}
