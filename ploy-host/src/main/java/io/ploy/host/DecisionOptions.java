package io.ploy.host;

import io.ploy.api.market.InstrumentId;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Nearest;
import io.ploy.host.run.Decisions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** How a run is told what a person decided. */
final class DecisionOptions {
    private static final String NEVER_PLACED = "never-placed";
    private static final String CLOSED = "closed";

    @Option(
            names = "--release",
            paramLabel = "CAUSE",
            description =
                    "Clear a cause of the account that an earlier run left, as the status names it; once for each.")
    private List<String> releases = List.of();

    @Option(
            names = "--accept-balances",
            description = "Take the venue's balances for right, however large the difference is.")
    private boolean acceptBalances;

    @Option(
            names = "--decide",
            paramLabel = "ORDER=END",
            description = "State what became of an order in doubt: never-placed or closed; once for each.")
    private List<String> orders = List.of();

    @Option(
            names = "--reopen",
            paramLabel = "OUTCOME",
            description =
                    "Trade an outcome again that was closed because the venue contradicted itself, by its id as the"
                            + " alert names it; once for each.")
    private List<String> reopens = List.of();

    @Option(
            names = "--because",
            paramLabel = "WHY",
            description = "The reason for these decisions, for the journal. They need one.")
    private String why = "";

    /** What was decided. */
    Decisions decisions() {
        if (releases.isEmpty() && !acceptBalances && orders.isEmpty() && reopens.isEmpty()) {
            return Decisions.NONE;
        }
        if (why.isBlank()) {
            throw CommandFailure.badInput("A decision needs a reason: --because 'what you found out'.");
        }
        Map<String, Boolean> ends = new TreeMap<>();
        for (String order : orders) {
            int equals = order.indexOf('=');
            String end = order.substring(equals + 1);
            if (equals < 1 || !(end.equals(NEVER_PLACED) || end.equals(CLOSED))) {
                throw CommandFailure.badInput("--decide takes ORDER=never-placed or ORDER=closed; found '" + order
                        + "'." + Nearest.didYouMean(end, List.of(NEVER_PLACED, CLOSED)));
            }
            ends.put(order.substring(0, equals), end.equals(NEVER_PLACED));
        }
        return new Decisions(
                releases,
                acceptBalances,
                ends,
                reopens.stream().map(DecisionOptions::outcome).toList(),
                "operator " + System.getProperty("user.name", "unknown"),
                why);
    }

    private static InstrumentId outcome(String text) {
        int colon = text.indexOf(':');
        try {
            return new InstrumentId(text.substring(0, Math.max(0, colon)), text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput("--reopen takes VENUE:ID; found '" + text + "'.", e);
        }
    }
}
