package io.ploy.testkit.polymarket.gamma;

import io.ploy.api.market.MarketId;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.sim.ExchangeObserver;
import io.ploy.core.sim.ExchangeTrade;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** How much was traded, market by market, and at what price last. Micros. */
final class Turnover implements ExchangeObserver {
    private static final int HOURS = 24;
    private static final long SECONDS_OF_HOUR = 3_600;

    private final Supplier<Instant> now;
    private final Map<MarketId, Figures> markets = new HashMap<>();

    private static final class Figures {
        private final long[] hours = new long[HOURS];
        private long hour;
        private long total;
        private long lastPrice = -1;
    }

    Turnover(Supplier<Instant> now) {
        this.now = now;
    }

    @Override
    public void onTrade(ExchangeTrade trade) {
        if (trade.status() != SettlementStatus.MATCHED) {
            return;
        }
        Figures figures = figures(trade.market());
        long notional = trade.taker().notional().micros();
        figures.total += notional;
        figures.hours[(int) (figures.hour % HOURS)] += notional;
        figures.lastPrice = trade.taker().price().micros();
    }

    private Figures figures(MarketId market) {
        Figures figures = markets.computeIfAbsent(market, id -> new Figures());
        long hour = now.get().getEpochSecond() / SECONDS_OF_HOUR;
        for (long next = Math.max(figures.hour + 1, hour - HOURS + 1); next <= hour; next++) {
            figures.hours[(int) (next % HOURS)] = 0;
        }
        figures.hour = hour;
        return figures;
    }

    long total(MarketId market) {
        return figures(market).total;
    }

    long lastDay(MarketId market) {
        long sum = 0;
        for (long each : figures(market).hours) {
            sum += each;
        }
        return sum;
    }

    /** In the taker's outcome; below zero if nothing was traded. */
    long lastPrice(MarketId market) {
        return figures(market).lastPrice;
    }
}
