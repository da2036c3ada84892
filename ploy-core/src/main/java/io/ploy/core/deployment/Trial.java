package io.ploy.core.deployment;

import io.ploy.api.money.Cash;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Everything a verdict is made of.
 *
 * @param kind how the strategy was tried
 * @param figures what it did; for a backtest with the base fill model and 250 ms of latency
 * @param covered how much time the data cover, or how long the run really ran
 * @param predictedEvSlope of realised on predicted profit of an entry; absent if the strategy predicts none
 * @param pessimisticProfitOrNull what a backtest earned with the conservative fill model, or null if that was not tried
 * @param outOfSample the part of a backtest's time that lies after all data its parameters were fitted on, 0 to 1; absent
 *     if nobody said
 * @param voids why it proves nothing at all, such as fees that nobody knows; usually none
 */
public record Trial(
        EvidenceKind kind,
        Figures figures,
        Duration covered,
        OptionalDouble predictedEvSlope,
        @Nullable Cash pessimisticProfitOrNull,
        OptionalDouble outOfSample,
        List<String> voids) {
    /** Copies the list. */
    public Trial {
        voids = List.copyOf(voids);
    }

    /** What a backtest earned with the conservative fill model. */
    public Optional<Cash> pessimisticProfit() {
        return Optional.ofNullable(pessimisticProfitOrNull);
    }
}
