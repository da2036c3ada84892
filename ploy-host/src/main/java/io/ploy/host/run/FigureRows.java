package io.ploy.host.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.engine.Figures;
import io.ploy.core.performance.DayFigures;
import io.ploy.core.performance.ExecutionQuality;
import io.ploy.core.performance.QualitySum;
import io.ploy.core.performance.StrategyQuality;
import io.ploy.core.risk.DecisionCounts;
import java.util.List;

/** What was earned and lost today, what the gates decided, and how well orders were filled, for a run's status. Amounts are USD. */
final class FigureRows {
    private FigureRows() {}

    static void addTo(ObjectNode node, Figures figures) {
        ArrayNode day = node.putArray("day");
        figures.day().forEach(scope -> addDay(day.addObject(), scope));
        addDecisions(node.putObject("decisions"), figures.decisions());
        ObjectNode off = node.putObject("rulesSwitchedOff");
        figures.rulesSwitchedOff().forEach(off::put);
        ArrayNode fills = node.putArray("fills");
        figures.fillQuality().forEach(strategy -> addFills(fills.addObject(), strategy));
    }

    private static void addDecisions(ObjectNode node, DecisionCounts counts) {
        node.put("allowed", counts.allowed()).put("refused", counts.refused());
        ArrayNode verdicts = node.putArray("verdicts");
        counts.verdicts()
                .forEach(verdict -> verdicts.addObject()
                        .put("gate", verdict.gate())
                        .put("reason", verdict.reason().name())
                        .put("did", verdict.refused() ? "refused" : "made smaller")
                        .put("orders", verdict.orders())
                        .put("strategy", verdict.strategy())
                        .put("last", verdict.last().toString()));
    }

    private static void addDay(ObjectNode node, DayFigures day) {
        node.put("scope", day.scope().toString())
                .put("day", day.day().toString())
                .put("equity", day.equity().toString())
                .put("profit", day.economic().toString())
                .put("confirmed", day.confirmed().toString())
                .put("atLeast", day.lowerBound().toString())
                .put("realised", day.realised().toString())
                .put("unrealised", day.unrealised().toString())
                .put("fees", day.fees().toString())
                .put("income", day.income().toString())
                .put("gas", day.gas().toString())
                .put("drawdown", day.drawdown().toString());
    }

    private static void addFills(ObjectNode node, StrategyQuality quality) {
        node.put("strategy", quality.strategy());
        addSum(node, "slippage", quality.slippage());
        addSum(node, "shortfall", quality.shortfall());
        List<QualitySum> markOuts = quality.markOuts();
        for (int i = 0; i < markOuts.size(); i++) {
            addSum(node, "markOut" + ExecutionQuality.MARK_OUTS.get(i).toSeconds() + "s", markOuts.get(i));
        }
    }

    private static void addSum(ObjectNode node, String name, QualitySum sum) {
        node.putObject(name)
                .put("fills", sum.fills())
                .put("shares", sum.quantity().toString())
                .put("total", sum.total().toString());
    }
}
