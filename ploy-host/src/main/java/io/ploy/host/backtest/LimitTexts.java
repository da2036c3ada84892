package io.ploy.host.backtest;

import io.ploy.api.plugin.Parameter;
import io.ploy.api.plugin.ParameterException;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Nearest;
import java.util.Map;
import java.util.stream.Stream;

/** Limits as they are written on a command line. */
final class LimitTexts {
    /** Takes a limit away, which nobody may in live trading. */
    private static final String NONE = "none";

    private LimitTexts() {}

    static RiskLimits on(RiskLimits profile, Map<String, String> texts) {
        RiskLimits.Builder limits = profile.toBuilder();
        texts.forEach((key, text) -> {
            Limit limit = named(key);
            if (text.equals(NONE)) {
                limits.without(limit);
            } else {
                set(limits, limit, text);
            }
        });
        return limits.build();
    }

    private static void set(RiskLimits.Builder limits, Limit limit, String text) {
        try {
            limits.set(limit, limit.parameter().parse(text));
        } catch (ParameterException | IllegalArgumentException e) {
            throw CommandFailure.badInput("--limit " + e.getMessage() + ", or none.", e);
        }
    }

    private static Limit named(String key) {
        return Stream.of(Limit.values())
                .filter(limit -> limit.parameter().name().equals(key))
                .findFirst()
                .orElseThrow(() -> CommandFailure.badInput("--limit: there is no limit '" + key + "'."
                        + Nearest.didYouMean(
                                key,
                                Stream.of(Limit.values())
                                        .map(Limit::parameter)
                                        .map(Parameter::name)
                                        .toList())
                        + " The page of the risk rules lists them."));
    }
}
