package io.ploy.host.backtest;

import io.ploy.api.money.Cash;
import io.ploy.core.risk.RiskLimits;
import io.ploy.core.sizing.SizingPolicy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
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
 * @param profile where the limits begin
 * @param limits what of them is otherwise, as text by key; {@code none} takes a limit away
 * @param sizingOrNull how large purchases are, or null for as large as the strategy asks
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
        RiskProfile profile,
        Map<String, String> limits,
        @Nullable SizingPolicy sizingOrNull,
        @Nullable Duration latencyOrNull) {
    /** Copies the collections. */
    public BacktestRequest {
        data = List.copyOf(data);
        parameters = Map.copyOf(parameters);
        limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
    }

    /** From decision to venue; absent for the fill model's own. */
    public Optional<Duration> latency() {
        return Optional.ofNullable(latencyOrNull);
    }

    /** How large purchases are; absent for as large as the strategy asks. */
    public Optional<SizingPolicy> sizing() {
        return Optional.ofNullable(sizingOrNull);
    }

    /**
     * What may be risked.
     *
     * @throws io.ploy.host.console.CommandFailure if a limit is unknown, or not what it may be
     */
    public RiskLimits riskLimits() {
        return LimitTexts.on(profile.limits(), limits);
    }

    /** The same with another belief in own orders and another latency. */
    public BacktestRequest with(FillModelName other, Duration latency) {
        return new BacktestRequest(
                data,
                strategy,
                parameters,
                plugins,
                seed,
                cash,
                feeRate,
                other,
                profile,
                limits,
                sizingOrNull,
                latency);
    }
}
