package io.ploy.connectors.polymarket.directory;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.TickSize;
import io.ploy.api.market.TradingRules;
import io.ploy.api.money.Quantity;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A market's rules, each with who says so and since when. Null is what nobody says.
 *
 * @param tickSize the price step
 * @param minimumSize the smallest order
 * @param fees what takers pay
 * @param takerDelay how long orders that cross the book are held
 */
public record SourcedRules(
        @Nullable Sourced<TickSize> tickSize,
        @Nullable Sourced<Quantity> minimumSize,
        @Nullable Sourced<FeeSchedule> fees,
        Sourced<Duration> takerDelay) {
    /**
     * The rules alone.
     *
     * @param epoch how often they changed
     * @return absent while the price step or the smallest order is not known
     */
    Optional<TradingRules> rules(long epoch) {
        if (tickSize == null || minimumSize == null) {
            return Optional.empty();
        }
        return Optional.of(TradingRules.builder(tickSize.value())
                .minimumSize(minimumSize.value())
                .fees(fees == null ? null : fees.value())
                .takerDelay(takerDelay.value())
                .epoch(epoch)
                .build());
    }

    SourcedRules withTickSize(Sourced<TickSize> changed) {
        return new SourcedRules(changed, minimumSize, fees, takerDelay);
    }
}
