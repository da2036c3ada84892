package io.ploy.core.backtest;

import io.ploy.api.market.RecordingStatistics;
import io.ploy.api.money.Cash;
import io.ploy.api.order.Fill;
import io.ploy.api.order.Order;
import io.ploy.api.order.RiskReason;
import io.ploy.api.portfolio.ProfitAndLoss;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backtest found. Everything but {@link #elapsed()} is the same for the same data, strategy, parameters and seed.
 *
 * @param strategy the strategy's name
 * @param parameters every parameter as text
 * @param settings every assumption of the simulation and every risk limit as text, by name
 * @param seed of the engine and of the simulation
 * @param data the recordings read, in the order of their names
 * @param skipped files of the data folders that were not read
 * @param malformed the first rows that were left out, at most 100; the count is in the statistics
 * @param statistics over all recordings
 * @param marketEvents events that reached the engine
 * @param from time of the first event
 * @param to time of the last event
 * @param markets in the order in which they became known
 * @param orders every order, denied ones included, oldest first
 * @param fills every fill leg in its last state, oldest first
 * @param equity the account over time, sampled
 * @param startingCash what the account began with
 * @param finalEquity cash and holdings at their last marks
 * @param profitAndLoss over all markets
 * @param maxDrawdown the largest fall from a high, 0 or more
 * @param denied refused orders by reason
 * @param journalSha256 of the journal's bytes, lower-case hex: equal runs have equal journals
 * @param elapsed how long it took, by the wall clock
 */
public record BacktestResult(
        String strategy,
        Map<String, String> parameters,
        Map<String, String> settings,
        long seed,
        List<DataFile> data,
        List<SkippedFile> skipped,
        List<Malformed> malformed,
        RecordingStatistics statistics,
        long marketEvents,
        Instant from,
        Instant to,
        List<MarketResult> markets,
        List<Order> orders,
        List<Fill> fills,
        List<EquityPoint> equity,
        Cash startingCash,
        Cash finalEquity,
        ProfitAndLoss profitAndLoss,
        Cash maxDrawdown,
        Map<RiskReason, Long> denied,
        String journalSha256,
        Duration elapsed) {}
