package io.ploy.host.report;

import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.money.Cash;
import io.ploy.api.portfolio.ProfitAndLoss;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.DataFile;
import io.ploy.core.backtest.MarketResult;
import io.ploy.host.console.Amounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The part of a report that reads without scripts: figures, tables, assumptions, problems, and the charts' places. */
final class ReportBody {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final BacktestResult result;
    private final Html html = new Html();

    private ReportBody(BacktestResult result) {
        this.result = result;
    }

    static String of(BacktestResult result) {
        ReportBody body = new ReportBody(result);
        body.header();
        body.account();
        body.markets();
        body.marketCharts();
        body.assumptions();
        body.data();
        body.problems();
        body.footer();
        return body.html.toString();
    }

    private void header() {
        html.open("header", "")
                .element("p", "eyebrow", "Ploy backtest")
                .element("h1", "", result.strategy())
                .element("p", "sub", time(result.from()) + " to " + time(result.to()) + " UTC · seed " + result.seed())
                .open("div", "cards");
        Cash net = result.finalEquity().minus(result.startingCash());
        card("Net profit, USD", Amounts.signed(net), Amounts.percent(net, result.startingCash()), tone(net));
        card("Final equity, USD", Amounts.usd(result.finalEquity()), "from " + Amounts.usd(result.startingCash()), "");
        card(
                "Max drawdown, USD",
                Amounts.fine(result.maxDrawdown()),
                Amounts.percent(result.maxDrawdown().negate(), result.startingCash()) + " of the start",
                "");
        card("Fees, USD", Amounts.fine(result.profitAndLoss().fees()), "", "");
        long orders = result.markets().stream().mapToLong(MarketResult::orders).sum();
        long fills = result.markets().stream().mapToLong(MarketResult::fills).sum();
        long denied =
                result.denied().values().stream().mapToLong(Long::longValue).sum();
        card(
                "Orders",
                Amounts.count(orders),
                Amounts.count(fills) + " fills, " + Amounts.count(denied) + " denied",
                "");
        long settled = result.markets().stream()
                .filter(market -> market.resolution().isPresent())
                .count();
        card("Markets", Amounts.count(result.markets().size()), Amounts.count(settled) + " settled", "");
        html.close("div").close("header");
    }

    private void card(String name, String value, String note, String tone) {
        html.open("div", "card")
                .element("span", "name", name)
                .element("span", ("value " + tone).strip(), value)
                .element("span", "note", note)
                .close("div");
    }

    private void account() {
        html.section("Account");
        chart("equity", "Equity", "USD: cash and holdings at their marks");
        chart("drawdown", "Drawdown", "USD below the highest equity so far");
        chart("exposure", "Exposure", "USD: the most that open positions and orders can lose");
        html.close("section");
    }

    private void chart(String id, String name, String note) {
        html.open("figure", "chart " + id)
                .open("figcaption", "")
                .element("b", "", name)
                .element("span", "", note)
                .close("figcaption")
                .open("div", "plot")
                .close("div")
                .close("figure");
    }

    private void markets() {
        html.open("section", "list")
                .element("h2", "", "Markets")
                .tableHead(List.of(
                        "Market",
                        "Window",
                        "Outcome",
                        "#Orders",
                        "#Denied",
                        "#Fills",
                        "#Shares",
                        "#Paid out",
                        "#Fees",
                        "#Realised",
                        "#Unrealised",
                        "#Net"));
        result.markets().forEach(this::marketRow);
        html.close("tbody").open("tfoot", "").open("tr", "");
        html.element("td", "", "Total").element("td", "", "").element("td", "", "");
        number(result.markets().stream().mapToLong(MarketResult::orders).sum());
        number(result.markets().stream().mapToLong(MarketResult::denied).sum());
        number(result.markets().stream().mapToLong(MarketResult::fills).sum());
        html.element("td", "", "").element("td", "", "");
        profit(result.profitAndLoss());
        html.close("tr").close("tfoot").close("table").close("div").close("section");
    }

    private void marketRow(MarketResult market) {
        String verdict = Verdict.of(market);
        html.open("tr", "");
        html.open("td", "slug").element("button", "pick", market.market().slug());
        if (market.feesAssumed()) {
            html.element("span", "tag", "fees assumed");
        }
        html.close("td");
        html.element(
                "td", "nowrap", market.market().window().map(ReportBody::window).orElse(""));
        html.open("td", "")
                .element("span", "outcome " + outcomeClass(market, verdict), verdict)
                .close("td");
        number(market.orders());
        number(market.denied());
        number(market.fills());
        html.element("td", "n", Amounts.shares(market.traded()));
        html.element("td", "n", market.resolution().isPresent() ? Amounts.usd(market.settledCash()) : "");
        profit(market.profitAndLoss());
        html.close("tr");
    }

    private static String outcomeClass(MarketResult market, String verdict) {
        if (market.resolution().isEmpty()) {
            return "open";
        }
        return verdict.equals(market.market().first().name())
                ? "first"
                : verdict.equals(market.market().second().name()) ? "second" : "void";
    }

    private static String window(MarketWindow window) {
        return MINUTE.format(window.start()) + " – " + CLOCK.format(window.end());
    }

    private void number(long value) {
        html.element("td", "n", Amounts.count(value));
    }

    private void profit(ProfitAndLoss profit) {
        html.element("td", "n", Amounts.fine(profit.fees()));
        signed(profit.realised());
        signed(profit.unrealised());
        signed(profit.net());
    }

    private void signed(Cash cash) {
        html.element("td", ("n " + tone(cash)).strip(), Amounts.signed(cash));
    }

    private static String tone(Cash cash) {
        return cash.micros() > 0 ? "good" : cash.micros() < 0 ? "bad" : "";
    }

    private void marketCharts() {
        if (result.markets().isEmpty()) {
            return;
        }
        html.section("Market by market")
                .open("div", "picker")
                .element("button", "previous", "‹")
                .open("select", "markets")
                .close("select")
                .element("button", "next", "›")
                .element("span", "about", "")
                .close("div")
                .open("ul", "key")
                .close("ul");
        chart("price", "Price with fills", "USD a share of the first outcome, best bid and ask");
        chart("inventory", "Inventory", "shares held of each outcome");
        chart("profit", "Profit", "USD in this market after fees, realised and unrealised");
        html.close("section");
    }

    private void assumptions() {
        html.section("Parameters and assumptions").open("div", "columns");
        texts("Parameters", result.parameters());
        texts("Settings", result.settings());
        html.close("div").close("section");
    }

    private void texts(String heading, Map<String, String> texts) {
        html.open("div", "").element("h3", "", heading).open("dl", "");
        new TreeMap<>(texts)
                .forEach((name, value) -> html.open("div", "")
                        .element("dt", "", name)
                        .element("dd", "", value)
                        .close("div"));
        html.close("dl").close("div");
    }

    private void data() {
        html.section("Data").element("p", "", checks(result.statistics()));
        html.tableHead(List.of(
                "Recording",
                "Format",
                "#Bytes",
                "#Rows",
                "#Duplicates",
                "#Ignored",
                "#Malformed",
                "#Out of order",
                "SHA-256"));
        for (DataFile file : result.data()) {
            RecordingStatistics rows = file.statistics();
            html.open("tr", "").element("td", "", file.name()).element("td", "nowrap", file.format());
            number(file.bytes());
            number(rows.rows());
            number(rows.duplicates());
            number(rows.ignored());
            number(rows.malformed());
            number(rows.steppedBack());
            html.element("td", "digest", file.sha256()).close("tr");
        }
        html.tableEnd().close("section");
    }

    private String checks(RecordingStatistics rows) {
        return Amounts.count(result.marketEvents()) + " events from " + Amounts.count(rows.rows()) + " rows. Checked: "
                + "book hashes " + part(rows.bookHashesMatched(), rows.bookHashesChecked())
                + ", change hashes " + part(rows.deltaHashesMatched(), rows.deltaHashesChecked())
                + ", best bid and ask " + part(rows.topsMatched(), rows.topsChecked()) + ".";
    }

    private static String part(long matched, long checked) {
        return checked == 0 ? "none" : Amounts.count(matched) + " of " + Amounts.count(checked) + " right";
    }

    private void problems() {
        if (!result.denied().isEmpty()) {
            html.section("Denied orders").tableHead(List.of("Reason", "#Orders"));
            new TreeMap<>(result.denied()).forEach((reason, count) -> {
                html.open("tr", "").element("td", "", reason.name());
                number(count);
                html.close("tr");
            });
            html.tableEnd().close("section");
        }
        if (!result.skipped().isEmpty()) {
            html.section("Skipped files").tableHead(List.of("File", "Reason"));
            result.skipped()
                    .forEach(file -> html.open("tr", "")
                            .element("td", "", file.name())
                            .element("td", "", file.reason())
                            .close("tr"));
            html.tableEnd().close("section");
        }
        if (!result.malformed().isEmpty()) {
            html.section("Malformed rows").element("p", "", malformedNote());
            html.tableHead(List.of("File", "#Line", "Problem"));
            result.malformed().forEach(row -> {
                html.open("tr", "").element("td", "", row.file());
                number(row.line());
                html.element("td", "", row.problem()).close("tr");
            });
            html.tableEnd().close("section");
        }
    }

    private String malformedNote() {
        long all = result.statistics().malformed();
        int shown = result.malformed().size();
        return "Left out of the run." + (all > shown ? " The first " + shown + " of " + Amounts.count(all) + "." : "");
    }

    private void footer() {
        html.open("footer", "")
                .element("p", "", "Equal data, strategy, parameters and seed give an equal journal.")
                .element("p", "digest", "Journal SHA-256 " + result.journalSha256())
                .close("footer");
    }

    private static String time(Instant at) {
        return TIME.format(at);
    }
}
