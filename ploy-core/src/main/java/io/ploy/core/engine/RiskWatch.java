package io.ploy.core.engine;

import io.ploy.api.market.BookTrust;
import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import io.ploy.api.money.FixedPoint;
import io.ploy.core.breaker.Breakers;
import io.ploy.core.breaker.DayFigures;
import io.ploy.core.breaker.Scope;
import io.ploy.core.performance.Performance;
import io.ploy.core.performance.PerformanceScope;
import io.ploy.core.risk.Limit;
import io.ploy.core.risk.RiskLimits;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Holds losses, marks and books against their limits, and tells the breakers. Engine thread only. */
final class RiskWatch {
    private final MarketStore markets;
    private final Performance performance;
    private final Breakers breakers;
    private final Supplier<RiskLimits> limits;
    private final Map<InstrumentId, Market> unmarked = new HashMap<>();
    private final Map<String, Market> live = new LinkedHashMap<>();

    RiskWatch(MarketStore markets, Performance performance, Breakers breakers, Supplier<RiskLimits> limits) {
        this.markets = markets;
        this.performance = performance;
        this.breakers = breakers;
        this.limits = limits;
    }

    void look(Instant now) {
        losses(now);
        marks(now);
        feed(now);
    }

    /** Looks after a market's books for as long as it takes orders. */
    void know(Market market, Instant now) {
        String id = market.id().toString();
        if (!market.status().acceptsOrders() || markets.resolution(market.id()) != null) {
            forget(market);
        } else if (live.put(id, market) == null) {
            breakers.feed().onSubscribed(id, now);
        }
    }

    void forget(Market market) {
        String id = market.id().toString();
        if (live.remove(id) != null) {
            breakers.feed().onUnsubscribed(id);
        }
    }

    private void losses(Instant now) {
        for (PerformanceScope scope : performance.scopes()) {
            RiskLimits own = limitsOf(scope);
            Cash most = own.usd(dayLimit(scope));
            io.ploy.core.performance.DayFigures day = performance.day(scope, now);
            Scope of = scope(scope);
            if (most.micros() > 0 && most.micros() != Long.MAX_VALUE) {
                Cash worse = day.economic().compareTo(day.confirmed()) < 0 ? day.economic() : day.confirmed();
                breakers.onDay(new DayFigures(of, day.day(), worse, most, !day.bound()), now);
            }
            Cash fall = drawdownLimit(scope, own);
            if (fall != null) {
                breakers.drawdown().onDrawdown(of, day.drawdown(), fall, !day.bound());
            }
        }
    }

    private RiskLimits limitsOf(PerformanceScope scope) {
        RiskLimits all = limits.get();
        return scope.kind() == PerformanceScope.Kind.STRATEGY ? all.of(scope.name()) : all;
    }

    private static Limit dayLimit(PerformanceScope scope) {
        return switch (scope.kind()) {
            case ACCOUNT -> Limit.MAX_ACCOUNT_DAY_LOSS;
            case DOMAIN -> Limit.MAX_DOMAIN_DAY_LOSS;
            case STRATEGY -> Limit.MAX_STRATEGY_DAY_LOSS;
        };
    }

    private @Nullable Cash drawdownLimit(PerformanceScope scope, RiskLimits own) {
        long most = switch (scope.kind()) {
            case ACCOUNT -> accountDrawdown(own);
            case STRATEGY -> own.raw(Limit.MAX_STRATEGY_DRAWDOWN);
            case DOMAIN -> Long.MAX_VALUE;
        };
        return most <= 0 || most == Long.MAX_VALUE ? null : Cash.ofMicros(most);
    }

    private long accountDrawdown(RiskLimits own) {
        long share = own.raw(Limit.MAX_ACCOUNT_DRAWDOWN_SHARE);
        long peak = Math.max(0, performance.peakEquity(PerformanceScope.ACCOUNT));
        long part = share == Long.MAX_VALUE
                ? Long.MAX_VALUE
                : FixedPoint.mulDiv(peak, share, FixedPoint.ONE, RoundingMode.FLOOR);
        return Math.min(own.raw(Limit.MAX_ACCOUNT_DRAWDOWN), part == 0 ? Long.MAX_VALUE : part);
    }

    private static Scope scope(PerformanceScope scope) {
        return switch (scope.kind()) {
            case ACCOUNT -> Scope.ACCOUNT;
            case DOMAIN -> Scope.domain(scope.name());
            case STRATEGY -> Scope.strategy(scope.name());
        };
    }

    private void marks(Instant now) {
        List<InstrumentId> untrusted = performance.untrustedMarks(now);
        if (untrusted.isEmpty() && unmarked.isEmpty()) {
            return;
        }
        Map<InstrumentId, Market> before = Map.copyOf(unmarked);
        unmarked.clear();
        for (InstrumentId instrument : untrusted) {
            Market market = markets.marketOf(instrument);
            if (market != null) {
                unmarked.put(instrument, market);
                breakers.markUnknown().onMark(market.id().toString(), false, now);
            }
        }
        before.values().stream()
                .filter(market -> !unmarked.containsValue(market))
                .forEach(market -> breakers.markUnknown().onMark(market.id().toString(), true, now));
    }

    private void feed(Instant now) {
        live.forEach((id, market) -> breakers.feed()
                .onBook(
                        id,
                        isTrusted(market.first().instrument())
                                && isTrusted(market.second().instrument()),
                        now));
    }

    private boolean isTrusted(InstrumentId instrument) {
        return markets.book(instrument).trust() == BookTrust.LIVE;
    }
}
