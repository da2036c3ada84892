package io.ploy.host.run;

import io.ploy.host.config.RunConfig;
import java.util.List;

/**
 * What a run begins with.
 *
 * @param account who trades
 * @param venue where
 * @param strategies what decides
 * @param journal where it is written down
 * @param records how many records an earlier run left
 * @param recovered how many open orders of it
 * @param token of the lease
 * @param limits what may be risked
 */
record RunStart(
        String account,
        String venue,
        List<String> strategies,
        String journal,
        long records,
        int recovered,
        long token,
        String limits) {
    static RunStart of(RunConfig config, long records, int recovered, long token) {
        return new RunStart(
                config.account().id().name(),
                config.venue().provider(),
                config.strategies().stream()
                        .map(each -> each.name().equals(each.provider())
                                ? each.name()
                                : each.name() + " (" + each.provider() + ")")
                        .toList(),
                config.journal().toString(),
                records,
                recovered,
                token,
                config.risk().limits().toString());
    }
}
