package io.ploy.strategies.dumphedge;

import io.ploy.api.market.MarketWindow;
import io.ploy.api.market.ReferencePrice;
import io.ploy.api.maths.Averaging;
import io.ploy.api.maths.SettlementHorizon;
import io.ploy.api.maths.UpProbability;
import io.ploy.api.maths.Volatility;
import io.ploy.api.maths.VolatilityEstimate;
import io.ploy.api.maths.VolatilityTracker;
import io.ploy.strategies.input.Nanos;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How likely a window ends up, from the prices of one source for each symbol. Has no opinion without a strike, a fresh
 * price and enough of them to measure a volatility, and once the settlement average has begun.
 */
final class ReferenceModel {
    private final Settings settings;
    private final Map<String, Source> sources = new HashMap<>();

    ReferenceModel(Settings settings) {
        this.settings = settings;
    }

    void onReference(ReferencePrice price) {
        if (price.value().signum() <= 0 || !isWanted(price.source())) {
            return;
        }
        sources.computeIfAbsent(price.symbol(), symbol -> new Source(price.source(), settings.volHalfLife))
                .add(price);
    }

    private boolean isWanted(String source) {
        return settings.referenceSource.isEmpty() || settings.referenceSource.equals(source);
    }

    Optional<Opinion> opinion(MarketWindow window, long now) {
        Source source = sources.get(window.referenceSymbol());
        Optional<BigDecimal> strike = window.strike().filter(value -> value.signum() > 0);
        if (source == null || strike.isEmpty() || now - Nanos.of(source.receivedAt) > settings.maxReferenceAge) {
            return Optional.empty();
        }
        Optional<Volatility> volatility = source.volatility.estimate().map(VolatilityEstimate::volatility);
        Optional<SettlementHorizon> horizon =
                horizon(window, strike.get().doubleValue(), Nanos.seconds(Nanos.of(window.end()) - now));
        return horizon.flatMap(open ->
                volatility.map(sigma -> new Opinion(UpProbability.of(source.price, open, sigma), source.receivedAt)));
    }

    /**
     * How likely a window ends up.
     *
     * @param heardAt when the newest price in it was heard of
     */
    record Opinion(UpProbability probability, Instant heardAt) {}

    private static Optional<SettlementHorizon> horizon(MarketWindow window, double strike, double remaining) {
        long seconds = window.settlementAverage().toSeconds();
        if (seconds == 0) {
            return Optional.of(SettlementHorizon.point(strike, remaining));
        }
        Averaging averaging = Averaging.everySecond((double) seconds);
        return SettlementHorizon.hasBegun(remaining, averaging)
                ? Optional.empty()
                : Optional.of(SettlementHorizon.average(strike, remaining, averaging));
    }

    private static final class Source {
        private final String name;
        private final VolatilityTracker volatility;
        private double price;
        private Instant sourceTime = Instant.MIN;
        private Instant receivedAt = Instant.EPOCH;

        Source(String name, Duration halfLife) {
            this.name = name;
            volatility = VolatilityTracker.ewma(halfLife).build();
        }

        void add(ReferencePrice tick) {
            if (!name.equals(tick.source()) || tick.sourceTime().isBefore(sourceTime)) {
                return;
            }
            price = tick.value().doubleValue();
            sourceTime = tick.sourceTime();
            receivedAt = tick.at();
            volatility.add(sourceTime, price);
        }
    }
}
