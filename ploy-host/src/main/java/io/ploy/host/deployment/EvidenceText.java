package io.ploy.host.deployment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.deployment.Evidence;
import io.ploy.core.deployment.Figures;
import io.ploy.core.deployment.FiledEvidence;
import io.ploy.core.deployment.Verdict;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import io.ploy.host.console.TextTable;
import io.ploy.host.console.TextTable.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Evidence for a person and for a program. */
public final class EvidenceText {
    private static final String NONE = "-";
    private static final int FILES_SHOWN = 4;

    private EvidenceText() {}

    /** A table, one line for each. */
    public static List<String> list(List<FiledEvidence> all, Style style) {
        if (all.isEmpty()) {
            return List.of("There is no evidence.");
        }
        TextTable table = new TextTable()
                .numbers("no")
                .words("kind")
                .words("verdict")
                .words("filed at")
                .words("by")
                .words("data until")
                .numbers("entries")
                .numbers("net")
                .numbers("t")
                .numbers("drawdown")
                .words("artifact")
                .words("parameters")
                .words("engine");
        for (FiledEvidence filed : all) {
            Evidence evidence = filed.evidence();
            Figures figures = evidence.figures();
            table.row(List.of(
                    Cell.of(Long.toString(filed.number())),
                    Cell.of(evidence.kind().word()),
                    verdict(filed, style),
                    Cell.of(evidence.createdAt().toString()),
                    Cell.of(evidence.by()),
                    Cell.of(evidence.to().toString()),
                    Cell.of(Amounts.count(figures.entries())),
                    Cell.of(Amounts.signed(figures.netProfit())),
                    Cell.of(figure(figures.tStatistic())),
                    Cell.of(Amounts.fine(figures.maxDrawdown())),
                    Cell.of(shortened(evidence.build().artifactSha256())),
                    Cell.of(shortened(evidence.build().parametersSha256())),
                    Cell.of(evidence.build().engine().text())));
        }
        return table.lines(style);
    }

    private static Cell verdict(FiledEvidence filed, Style style) {
        Verdict verdict = filed.evidence().verdict();
        String word = verdict + (filed.acceptedBy().isPresent() ? " accepted" : "");
        return new Cell(word, filed.counts() ? style.good(word) : style.bad(word));
    }

    /** Everything of one. */
    public static List<String> show(FiledEvidence filed, Style style) {
        Evidence evidence = filed.evidence();
        Figures figures = evidence.figures();
        List<String> lines = new ArrayList<>();
        lines.add(style.bold("Evidence " + filed.number()) + ", a "
                + evidence.kind().word() + ": " + verdict(filed, style).marked());
        filed.findings().forEach(finding -> lines.add("  " + Printable.of(finding)));
        filed.acceptedBy().ifPresent(person -> lines.add("  accepted by " + Printable.of(person)));
        lines.add("");
        lines.add("Filed       " + evidence.createdAt() + " by " + Printable.of(evidence.by()));
        lines.add("Artifact    " + evidence.build().artifactSha256());
        lines.add("Parameters  " + evidence.build().parametersSha256());
        lines.add("Engine      " + evidence.build().engine());
        lines.add("Report      " + evidence.reportSha256());
        lines.add("Period      " + evidence.from() + " to " + evidence.to());
        lines.add("Entries     " + Amounts.count(figures.entries()));
        lines.add("Net         " + Amounts.signed(figures.netProfit()) + " USD, t-statistic "
                + figure(figures.tStatistic()));
        lines.add("Drawdown    " + Amounts.fine(figures.maxDrawdown()) + " USD at most, worst day "
                + Amounts.signed(figures.worstDay()) + " USD");
        lines.add("Brier       " + figure(figures.brierVsMarket()) + " against the market");
        lines.add("Data        " + Amounts.count(evidence.data().size()) + " files");
        evidence.data().stream()
                .limit(FILES_SHOWN)
                .forEach(file -> lines.add("  " + file.sha256() + "  " + Printable.of(file.name())));
        if (evidence.data().size() > FILES_SHOWN) {
            lines.add("  and " + Amounts.count(evidence.data().size() - FILES_SHOWN) + " more; --json lists all");
        }
        return lines;
    }

    /** One as JSON, amounts as exact text. */
    public static ObjectNode json(FiledEvidence filed) {
        Evidence evidence = filed.evidence();
        Figures figures = evidence.figures();
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("number", filed.number())
                .put("kind", evidence.kind().name())
                .put("verdict", evidence.verdict().name())
                .put("counts", filed.counts())
                .put("acceptedBy", filed.acceptedBy().orElse(null));
        ArrayNode findings = node.putArray("findings");
        filed.findings().forEach(findings::add);
        node.put("createdAt", evidence.createdAt().toString())
                .put("by", evidence.by())
                .put("artifact", evidence.build().artifactSha256())
                .put("parameters", evidence.build().parametersSha256())
                .put("engine", evidence.build().engine().text())
                .put("report", evidence.reportSha256())
                .put("from", evidence.from().toString())
                .put("to", evidence.to().toString())
                .put("entries", figures.entries())
                .put("netProfit", figures.netProfit().toString());
        put(node, "tStatistic", figures.tStatistic());
        node.put("maxDrawdown", figures.maxDrawdown().toString());
        put(node, "brierVsMarket", figures.brierVsMarket());
        node.put("worstDay", figures.worstDay().toString());
        ArrayNode data = node.putArray("data");
        evidence.data()
                .forEach(file -> data.addObject().put("name", file.name()).put("sha256", file.sha256()));
        return node;
    }

    private static void put(ObjectNode node, String key, OptionalDouble figure) {
        if (figure.isPresent()) {
            node.put(key, figure.getAsDouble());
        } else {
            node.putNull(key);
        }
    }

    private static String figure(OptionalDouble figure) {
        return figure.isPresent() ? String.format(Locale.ROOT, "%.3f", figure.getAsDouble()) : NONE;
    }

    static String shortened(String sha256) {
        return sha256.substring(0, 12);
    }
}
