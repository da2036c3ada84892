package io.ploy.host.backtest;

import io.ploy.api.money.Cash;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One backtest as asked for on the command line.
 *
 * @param data recordings, or folders of them; at least one
 * @param strategy the strategy's name
 * @param parameters what was given of its parameters, as text
 * @param plugins where the plugins are
 * @param seed of the engine and of the simulation
 * @param cash what the account begins with
 * @param feeRate taker fee rate of markets whose recording names none
 * @param fillModel how much to believe in own orders
 * @param risk how much may be risked
 * @param latencyOrNull from decision to venue, or null for the fill model's own
 */
public record BacktestRequest(
        List<Path> data,
        String strategy,
        Map<String, String> parameters,
        Path plugins,
        long seed,
        Cash cash,
        String feeRate,
        FillModelName fillModel,
        RiskProfile risk,
        @Nullable Duration latencyOrNull) {
    /** Copies the collections. */
    public BacktestRequest {
        data = List.copyOf(data);
        parameters = Map.copyOf(parameters);
    }

    /** From decision to venue; absent for the fill model's own. */
    public Optional<Duration> latency() {
        return Optional.ofNullable(latencyOrNull);
    }
}
