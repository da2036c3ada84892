package io.ploy.host.deployment;

import io.ploy.api.money.Cash;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.EquityPoint;
import io.ploy.core.backtest.MarketResult;
import io.ploy.core.deployment.EntryStatistics;
import io.ploy.core.deployment.Figures;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** What a backtest's result shows of a strategy. */
final class BacktestFigures {
    private BacktestFigures() {}

    static Figures of(BacktestResult result) {
        Collection<Cash> entries = entries(result).values();
        return new Figures(
                entries.size(),
                EntryStatistics.total(entries),
                EntryStatistics.tStatistic(entries),
                result.maxDrawdown(),
                OptionalDouble.empty(),
                worstDay(result));
    }

    /** Markets of one event depend on each other, so whatever was traded of it is one entry. */
    private static Map<Object, Cash> entries(BacktestResult result) {
        Map<Object, Cash> entries = new LinkedHashMap<>();
        for (MarketResult market : result.markets()) {
            if (market.fills() > 0) {
                Object entry = market.market()
                        .event()
                        .<Object>map(event -> event)
                        .orElse(market.market().id());
                entries.merge(entry, market.profitAndLoss().net(), Cash::plus);
            }
        }
        return entries;
    }

    private static Cash worstDay(BacktestResult result) {
        Map<LocalDate, Cash> lastOfDay = new LinkedHashMap<>();
        for (EquityPoint point : result.equity()) {
            lastOfDay.put(LocalDate.ofInstant(point.at(), ZoneOffset.UTC), point.equity());
        }
        Cash before = result.startingCash();
        Cash worst = null;
        for (Cash equity : lastOfDay.values()) {
            Cash day = equity.minus(before);
            worst = worst == null ? day : worst.min(day);
            before = equity;
        }
        return worst == null ? Cash.ZERO : worst;
    }

    /** Why the backtest proves nothing, whatever it earned. */
    static List<String> voids(BacktestResult result) {
        List<String> assumed = result.markets().stream()
                .filter(market -> market.fills() > 0 && market.feesAssumed())
                .map(market -> market.market().slug())
                .toList();
        return assumed.isEmpty()
                ? List.of()
                : List.of("the recordings do not name the fees of " + assumed.size()
                        + " of the markets traded, such as " + assumed.get(0));
    }
}
