package io.ploy.host;

import io.ploy.api.plugin.ParameterException;
import io.ploy.core.sizing.SizingPolicy;
import io.ploy.host.config.SizingChoice;
import io.ploy.host.console.CommandFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a backtest is told what may be risked beyond its profile, and how large orders are. */
final class RiskOptions {
    @Option(
            names = "--limit",
            paramLabel = "KEY=VALUE",
            description =
                    "Set a limit over those of --risk, such as maxOrderNotional=50, or 'none' for no limit; once for"
                            + " each.")
    private List<String> limits = List.of();

    @Option(
            names = "--sizing",
            paramLabel = "POLICY",
            description = "How large purchases are, such as fixed-shares,shares=20 or fractional-kelly,fraction=0.25,"
                    + "cap=0.05. Default: as large as the strategy asks.")
    private @Nullable String sizing;

    /** What was given, by key. */
    Map<String, String> limits() {
        Map<String, String> byKey = new LinkedHashMap<>();
        for (String limit : limits) {
            int equals = limit.indexOf('=');
            if (equals < 1) {
                throw CommandFailure.badInput(
                        "--limit takes KEY=VALUE, such as --limit maxOrderNotional=50; found '" + limit + "'.");
            }
            String key = limit.substring(0, equals).trim();
            if (byKey.put(key, limit.substring(equals + 1).trim()) != null) {
                throw CommandFailure.badInput("--limit " + key + " is given twice.");
            }
        }
        return byKey;
    }

    /** The policy, or null for none. */
    @Nullable
    SizingPolicy sizing() {
        return sizing(sizing);
    }

    /** The policy that is given in one line, or null for none. */
    static @Nullable SizingPolicy sizing(@Nullable String line) {
        try {
            return line == null ? null : SizingChoice.parse(line);
        } catch (IllegalArgumentException | ParameterException e) {
            throw CommandFailure.badInput("--sizing: " + e.getMessage(), e);
        }
    }
}
