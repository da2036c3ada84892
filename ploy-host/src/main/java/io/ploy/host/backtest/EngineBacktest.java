package io.ploy.host.backtest;

import io.ploy.api.market.FeeSchedule;
import io.ploy.api.market.RecordingFormat;
import io.ploy.api.strategy.StrategyFactory;
import io.ploy.core.backtest.Backtest;
import io.ploy.core.backtest.BacktestProgress;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.plugin.PluginCatalog;
import io.ploy.core.sim.FillModel;
import io.ploy.host.plugin.PluginFolder;
import io.ploy.host.plugin.Strategies;

/** Backtests on the real engine, with strategies and recording formats from plugins. */
public final class EngineBacktest implements BacktestRunner {
    /** Looks for plugins only when it runs. */
    public EngineBacktest() {}

    @Override
    public BacktestResult run(BacktestRequest request, BacktestProgress progress) {
        try (PluginCatalog catalog = PluginFolder.load(request.plugins())) {
            StrategyFactory factory = Strategies.named(
                    catalog, request.strategy(), request.parameters().keySet());
            Backtest.Builder builder = Backtest.builder(factory)
                    .formats(catalog.providers(RecordingFormat.class))
                    .parameters(request.parameters())
                    .seed(request.seed())
                    .cash(request.cash())
                    .assumedFees(FeeSchedule.takerRate(request.feeRate()))
                    .fillModel(fillModel(request))
                    .limits(request.riskLimits());
            request.sizing().ifPresent(builder::sizing);
            request.data().forEach(builder::data);
            return builder.build().run(progress);
        }
    }

    private static FillModel fillModel(BacktestRequest request) {
        FillModel model = switch (request.fillModel()) {
            case CONSERVATIVE -> FillModel.conservative();
            case BASE -> FillModel.base();
            case OPTIMISTIC -> FillModel.optimistic();
        };
        return request.latency()
                .map(latency -> model.toBuilder()
                        .latency(latency, model.terms().ackLatency())
                        .cancelLatency(latency)
                        .build())
                .orElse(model);
    }
}
