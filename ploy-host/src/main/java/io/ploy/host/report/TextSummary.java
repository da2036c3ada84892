package io.ploy.host.report;

import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.money.Cash;
import io.ploy.api.money.Quantity;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.MarketResult;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import io.ploy.host.console.TextTable.Cell;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A result for a person at a terminal. */
public final class TextSummary {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int SHOWN_PROBLEMS = 5;
    private static final int SLUG_WIDTH = 44;

    private final BacktestResult result;
    private final Style style;
    private final List<String> lines = new ArrayList<>();

    private TextSummary(BacktestResult result, Style style) {
        this.result = result;
        this.style = style;
    }

    /** The summary line by line. */
    public static List<String> lines(BacktestResult result, Style style) {
        TextSummary summary = new TextSummary(result, style);
        summary.heading();
        summary.markets();
        summary.account();
        summary.data();
        summary.problems();
        return List.copyOf(summary.lines);
    }

    private void heading() {
        lines.add(style.bold(Printable.of(result.strategy())) + ", " + TIME.format(result.from()) + " to "
                + TIME.format(result.to()) + " UTC, seed " + result.seed());
        lines.add("");
    }

    private void markets() {
        TextTable table = new TextTable()
                .words("Market")
                .words("Outcome")
                .numbers("Orders")
                .numbers("Fills")
                .numbers("Shares")
                .numbers("Fees")
                .numbers("Realised")
                .numbers("Unrealised")
                .numbers("Net");
        long orders = 0;
        long fills = 0;
        Quantity traded = Quantity.ZERO;
        for (MarketResult market : result.markets()) {
            orders += market.orders();
            fills += market.fills();
            traded = traded.plus(market.traded());
            table.row(row(
                    Printable.shortened(market.market().slug(), SLUG_WIDTH),
                    Verdict.of(market),
                    market.orders(),
                    market.fills(),
                    market.traded(),
                    market.profitAndLoss()));
        }
        table.row(row("Total", "", orders, fills, traded, result.profitAndLoss()));
        List<String> rows = table.lines(style);
        lines.addAll(rows.subList(0, rows.size() - 1));
        lines.add(style.bold(rows.get(rows.size() - 1)));
        lines.add("");
    }

    private List<Cell> row(
            String name, String outcome, long orders, long fills, Quantity traded, ProfitAndLoss profit) {
        return List.of(
                Cell.of(name),
                Cell.of(outcome),
                Cell.of(Amounts.count(orders)),
                Cell.of(Amounts.count(fills)),
                Cell.of(Amounts.shares(traded)),
                Cell.of(Amounts.fine(profit.fees())),
                signed(profit.realised()),
                signed(profit.unrealised()),
                signed(profit.net()));
    }

    private Cell signed(Cash cash) {
        String text = Amounts.signed(cash);
        return new Cell(text, style.signed(cash.micros(), text));
    }

    private void account() {
        Cash net = result.finalEquity().minus(result.startingCash());
        lines.add(
                "Equity    " + Amounts.usd(result.startingCash()) + " → " + Amounts.usd(result.finalEquity()) + " USD  "
                        + style.signed(net.micros(), Amounts.signed(net)) + "  "
                        + Amounts.percent(net, result.startingCash()));
        lines.add("Drawdown  " + Amounts.fine(result.maxDrawdown()) + " USD at most");
        long denied =
                result.denied().values().stream().mapToLong(Long::longValue).sum();
        if (denied > 0) {
            lines.add("Denied    " + Amounts.count(denied) + " orders: "
                    + result.denied().entrySet().stream()
                            .sorted(Map.Entry.comparingByKey())
                            .map(entry -> entry.getKey() + " " + Amounts.count(entry.getValue()))
                            .collect(Collectors.joining(", ")));
        }
    }

    private void data() {
        RecordingStatistics rows = result.statistics();
        lines.add("Data      " + Amounts.count(result.data().size()) + " recordings, " + Amounts.count(rows.rows())
                + " rows, " + Amounts.count(rows.duplicates()) + " duplicates, " + Amounts.count(rows.ignored())
                + " ignored, " + Amounts.count(rows.malformed()) + " malformed"
                + (rows.steppedBack() > 0 ? ", " + Amounts.count(rows.steppedBack()) + " out of order" : "") + "; "
                + Amounts.count(result.marketEvents()) + " events");
        String checks = checks(rows);
        if (!checks.isEmpty()) {
            lines.add("Checked   " + checks);
        }
        double seconds = result.elapsed().toNanos() / 1e9;
        lines.add("Time      " + String.format(Locale.ROOT, "%.1f s", seconds)
                + (seconds > 0 ? ", " + Amounts.rate(result.marketEvents() / seconds) + " events/s" : ""));
    }

    private static String checks(RecordingStatistics rows) {
        List<String> checks = new ArrayList<>();
        check(checks, "book hashes", rows.bookHashesMatched(), rows.bookHashesChecked());
        check(checks, "change hashes", rows.deltaHashesMatched(), rows.deltaHashesChecked());
        check(checks, "best bid/ask", rows.topsMatched(), rows.topsChecked());
        return String.join(", ", checks);
    }

    private static void check(List<String> checks, String what, long matched, long checked) {
        if (checked > 0) {
            checks.add(what + " " + Amounts.count(matched) + " of " + Amounts.count(checked));
        }
    }

    private void problems() {
        listed(
                "Skipped  ",
                result.skipped().size(),
                result.skipped().stream()
                        .map(file -> file.name() + ": " + file.reason())
                        .toList());
        listed(
                "Malformed",
                result.statistics().malformed(),
                result.malformed().stream()
                        .map(row -> row.file() + ":" + row.line() + ": " + row.problem())
                        .toList());
    }

    private void listed(String word, long all, List<String> known) {
        List<String> shown = known.subList(0, Math.min(SHOWN_PROBLEMS, known.size()));
        shown.forEach(text -> lines.add(style.warn(word) + " " + Printable.of(text)));
        if (all > shown.size()) {
            lines.add("          and " + Amounts.count(all - shown.size()) + " more");
        }
    }
}
