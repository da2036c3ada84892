package io.ploy.host.report;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.market.Market;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.backtest.MarketResult;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Which market an instrument of a result belongs to. */
final class Instruments {
    private final Map<InstrumentId, Market> markets = new HashMap<>();

    /** Learns every market of the result. */
    Instruments(BacktestResult result) {
        for (MarketResult each : result.markets()) {
            Market market = each.market();
            market.outcomes().forEach(outcome -> markets.put(outcome.instrument(), market));
        }
    }

    /** Absent for an instrument nothing was recorded of. */
    Optional<Market> market(InstrumentId instrument) {
        return Optional.ofNullable(markets.get(instrument));
    }

    /** The outcome's name, or nothing. */
    String outcome(InstrumentId instrument) {
        return market(instrument)
                .map(market -> market.outcome(instrument).name())
                .orElse("");
    }

    /** The market's short name, or nothing. */
    String slug(InstrumentId instrument) {
        return market(instrument).map(Market::slug).orElse("");
    }
}
