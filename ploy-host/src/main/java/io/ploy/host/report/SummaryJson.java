package io.ploy.host.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.DataFile;
import io.ploy.core.backtest.Malformed;
import io.ploy.core.backtest.MarketResult;
import io.ploy.core.backtest.SkippedFile;
import io.ploy.host.console.JsonText;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A result as {@code summary.json}: keys in a fixed order, amounts as exact decimal text, and everything that depends on
 * the machine under {@code timing}, so that equal runs give equal bytes but for that. Its keys are documented in
 * {@code docs/backtest-summary.md}.
 */
public final class SummaryJson {
    /** Changes when a key is taken away or means something else. */
    static final String SCHEMA = "ploy.backtest.summary/1";

    private SummaryJson() {}

    /** The whole file, with a line end at its end. */
    public static String of(BacktestResult result) {
        return JsonText.of(tree(result));
    }

    static ObjectNode tree(BacktestResult result) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", SCHEMA);
        root.put("strategy", result.strategy());
        texts(root.putObject("parameters"), result.parameters());
        root.put("seed", result.seed());
        texts(root.putObject("settings"), result.settings());
        root.putObject("period")
                .put("from", result.from().toString())
                .put("to", result.to().toString());
        data(root.putObject("data"), result);
        totals(root.putObject("totals"), result);
        for (MarketResult market : result.markets()) {
            market(root.withArray("markets").addObject(), market);
        }
        root.withArray("markets");
        root.putObject("journal").put("sha256", result.journalSha256());
        timing(root.putObject("timing"), result);
        return root;
    }

    private static void texts(ObjectNode node, Map<String, String> texts) {
        new TreeMap<>(texts).forEach(node::put);
    }

    private static void data(ObjectNode node, BacktestResult result) {
        statistics(node, result.statistics());
        node.put("events", result.marketEvents());
        for (DataFile file : result.data()) {
            ObjectNode each = node.withArray("files").addObject();
            each.put("name", file.name())
                    .put("format", file.format())
                    .put("bytes", file.bytes())
                    .put("sha256", file.sha256());
            statistics(each, file.statistics());
        }
        node.withArray("files");
        for (SkippedFile file : result.skipped()) {
            node.withArray("skipped").addObject().put("name", file.name()).put("reason", file.reason());
        }
        node.withArray("skipped");
        for (Malformed row : result.malformed()) {
            node.withArray("problems")
                    .addObject()
                    .put("file", row.file())
                    .put("line", row.line())
                    .put("problem", row.problem());
        }
        node.withArray("problems");
    }

    private static void statistics(ObjectNode node, RecordingStatistics statistics) {
        node.put("rows", statistics.rows())
                .put("duplicates", statistics.duplicates())
                .put("malformed", statistics.malformed())
                .put("ignored", statistics.ignored())
                .put("stepped_back", statistics.steppedBack());
        check(node, "book_hashes", statistics.bookHashesChecked(), statistics.bookHashesMatched());
        check(node, "delta_hashes", statistics.deltaHashesChecked(), statistics.deltaHashesMatched());
        check(node, "tops", statistics.topsChecked(), statistics.topsMatched());
    }

    private static void check(ObjectNode node, String name, long checked, long matched) {
        node.putObject(name).put("checked", checked).put("matched", matched);
    }

    private static void totals(ObjectNode node, BacktestResult result) {
        node.put("markets", result.markets().size())
                .put(
                        "settled",
                        result.markets().stream()
                                .filter(market -> market.resolution().isPresent())
                                .count())
                .put("orders", sum(result, Count.ORDERS))
                .put(
                        "denied",
                        result.denied().values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
        ObjectNode reasons = node.putObject("denied_by_reason");
        new TreeMap<>(result.denied()).forEach((reason, count) -> reasons.put(reason.name(), count));
        node.put("fills", sum(result, Count.FILLS));
        profit(node, result.profitAndLoss());
        node.put("starting_cash", result.startingCash().toString())
                .put("final_equity", result.finalEquity().toString())
                .put("max_drawdown", result.maxDrawdown().toString());
    }

    private static long sum(BacktestResult result, Count count) {
        return result.markets().stream().mapToLong(count::of).sum();
    }

    private static void profit(ObjectNode node, ProfitAndLoss profit) {
        node.put("fees", profit.fees().toString())
                .put("realised", profit.realised().toString())
                .put("unrealised", profit.unrealised().toString())
                .put("net", profit.net().toString());
    }

    private static void market(ObjectNode node, MarketResult result) {
        node.put("id", result.market().id().toString())
                .put("slug", result.market().slug())
                .put("question", result.market().question());
        node.putArray("outcomes")
                .add(result.market().first().name())
                .add(result.market().second().name());
        result.market()
                .window()
                .ifPresentOrElse(window -> window(node.putObject("window"), window), () -> node.putNull("window"));
        node.put("status", result.market().status().name()).put("outcome", Verdict.of(result));
        result.resolution()
                .ifPresentOrElse(
                        resolution -> node.putObject("settlement")
                                .put("at", resolution.at().toString())
                                .put("first_payout", resolution.firstPayout().toString())
                                .put("second_payout", resolution.secondPayout().toString())
                                .put("cash", result.settledCash().toString()),
                        () -> node.putNull("settlement"));
        node.put("fees_assumed", result.feesAssumed())
                .put("events", result.events())
                .put("orders", result.orders())
                .put("denied", result.denied())
                .put("fills", result.fills())
                .put("traded", result.traded().toString());
        profit(node, result.profitAndLoss());
    }

    private static void window(ObjectNode node, MarketWindow window) {
        node.put("start", window.start().toString())
                .put("end", window.end().toString())
                .put("reference", window.referenceSymbol());
        window.strike()
                .map(BigDecimal::toPlainString)
                .ifPresentOrElse(strike -> node.put("strike", strike), () -> node.putNull("strike"));
    }

    private static void timing(ObjectNode node, BacktestResult result) {
        Duration elapsed = result.elapsed();
        BigDecimal seconds = BigDecimal.valueOf(elapsed.toMillis(), 3);
        node.put("elapsed_seconds", seconds);
        node.put(
                "events_per_second",
                seconds.signum() == 0
                        ? 0
                        : BigDecimal.valueOf(result.marketEvents())
                                .divide(seconds, 0, RoundingMode.HALF_EVEN)
                                .longValueExact());
    }

    private enum Count {
        ORDERS,
        FILLS;

        long of(MarketResult market) {
            return this == ORDERS ? market.orders() : market.fills();
        }
    }
}
