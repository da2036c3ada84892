package io.ploy.host.demo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.Market;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import io.ploy.host.console.TextTable.Cell;
import io.ploy.host.demo.DemoFrame.MarketState;
import java.util.ArrayList;
import java.util.List;

/** How a demo ended, for a person and for a program. */
final class DemoSummary {
    static final String SCHEMA = "ploy.demo.summary/1";

    private static final int SLUG_WIDTH = 44;

    private final DemoRequest request;
    private final DemoOutcome outcome;
    private final DemoBoard board;

    DemoSummary(DemoRequest request, DemoOutcome outcome, DemoBoard board) {
        this.request = request;
        this.outcome = outcome;
        this.board = board;
    }

    List<String> lines(Style style) {
        DemoFrame last = outcome.last();
        ProfitAndLoss profit = last.profitAndLoss();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(style.bold("Demo over") + ": " + Printable.of(request.strategy()) + " from the plugin "
                + Printable.of(outcome.plugin()) + ", " + last.elapsed().toSeconds() + " s of market time, seed "
                + request.seed() + (request.wire() ? ", over the wire" : ""));
        lines.add("");
        TextTable table = new TextTable()
                .words("Window")
                .words("Outcome")
                .numbers("Orders")
                .numbers("Fills")
                .numbers("Net");
        for (MarketState state : last.markets()) {
            String net = Amounts.signed(state.net());
            table.row(List.of(
                    Cell.of(Printable.shortened(state.market().slug(), SLUG_WIDTH)),
                    Cell.of(verdict(state.market())),
                    Cell.of(Amounts.count(board.orders(state.market().id()))),
                    Cell.of(Amounts.count(board.fills(state.market().id()))),
                    new Cell(net, style.signed(state.net().micros(), net))));
        }
        lines.addAll(table.lines(style));
        lines.add("");
        String net = Amounts.signed(profit.net());
        lines.add("Orders    " + Amounts.count(board.orderCount()) + ", fills " + Amounts.count(board.fillCount())
                + ", denied " + Amounts.count(board.deniedCount()) + ", alerts " + Amounts.count(board.alertCount()));
        lines.add("P&L       " + style.signed(profit.net().micros(), net) + " USD (realised "
                + Amounts.signed(profit.realised()) + ", unrealised " + Amounts.signed(profit.unrealised()) + ", fees "
                + Amounts.fine(profit.fees()) + ")");
        lines.add("Equity    " + Amounts.usd(last.startingCash()) + " → " + Amounts.usd(last.equity()) + " USD");
        request.profile()
                .ifPresent(profile ->
                        lines.add("Faults    " + Amounts.count(outcome.strikes()) + " of the profile " + profile));
        lines.add("Journal   " + Printable.of(outcome.journal().toString()));
        return lines;
    }

    private String verdict(Market market) {
        return board.resolution(market.id())
                .map(resolution -> Words.outcome(market, resolution))
                .orElse("unresolved");
    }

    ObjectNode json() {
        DemoFrame last = outcome.last();
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA)
                .put("strategy", request.strategy())
                .put("plugin", outcome.plugin())
                .put("seed", request.seed())
                .put("speed", request.speed())
                .put("wire", request.wire());
        request.profile().ifPresent(profile -> root.put("profile", profile).put("strikes", outcome.strikes()));
        root.putObject("period")
                .put("from", last.at().minus(last.elapsed()).toString())
                .put("to", last.at().toString());
        ObjectNode totals = root.putObject("totals");
        totals.put("markets", last.markets().size())
                .put(
                        "settled",
                        last.markets().stream()
                                .filter(state ->
                                        board.resolution(state.market().id()).isPresent())
                                .count())
                .put("orders", board.orderCount())
                .put("denied", board.deniedCount())
                .put("fills", board.fillCount())
                .put("alerts", board.alertCount());
        ProfitAndLoss profit = last.profitAndLoss();
        totals.put("fees", profit.fees().toString())
                .put("realised", profit.realised().toString())
                .put("unrealised", profit.unrealised().toString())
                .put("net", profit.net().toString())
                .put("starting_cash", last.startingCash().toString())
                .put("final_equity", last.equity().toString());
        for (MarketState state : last.markets()) {
            root.withArray("markets")
                    .addObject()
                    .put("id", state.market().id().toString())
                    .put("slug", state.market().slug())
                    .put("outcome", verdict(state.market()))
                    .put("orders", board.orders(state.market().id()))
                    .put("fills", board.fills(state.market().id()))
                    .put("net", state.net().toString());
        }
        root.withArray("markets");
        root.putObject("journal").put("folder", outcome.journal().toString());
        return root;
    }
}
