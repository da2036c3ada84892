package io.ploy.host.deployment;

import io.ploy.api.money.Cash;
import io.ploy.core.backtest.BacktestResult;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.DataHash;
import io.ploy.core.deployment.Evidence;
import io.ploy.core.deployment.EvidenceFiling;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.Figures;
import io.ploy.core.deployment.Judgement;
import io.ploy.core.deployment.PassCriteria;
import io.ploy.core.deployment.Trial;
import io.ploy.host.backtest.RiskProfile;
import io.ploy.host.console.CommandFailure;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalDouble;

/**
 * Evidence made of two backtests of the same build on the same data.
 *
 * @param base with the base fill model and {@link #LATENCY}
 * @param pessimistic with the conservative fill model
 * @param fitting which data the parameters were fitted on
 * @param risk how much was risked
 */
public record BacktestEvidence(BacktestResult base, BacktestResult pessimistic, FittingData fitting, RiskProfile risk) {
    /** From decision to venue. */
    public static final Duration LATENCY = Duration.ofMillis(250);

    private static final Cash MAX_DRAWDOWN = Cash.ofUsd(50);
    private static final Cash DAILY_LOSS = Cash.ofUsd(25);
    private static final int STANDARD_FACTOR = 5;

    /**
     * Judges them.
     *
     * @param build what was tested
     * @param reportSha256 of the report's bytes
     * @param now when it is filed
     * @param by who files it
     * @throws CommandFailure if the data are from the future
     */
    public EvidenceFiling filing(Build build, String reportSha256, Instant now, String by) {
        if (base.to().isAfter(now)) {
            throw CommandFailure.badInput("The recordings end at " + base.to() + ", after now, which is " + now
                    + " by this machine's clock. Evidence of the future is not filed.");
        }
        Figures figures = BacktestFigures.of(base);
        Judgement judgement = criteria()
                .judge(new Trial(
                        EvidenceKind.BACKTEST,
                        figures,
                        Duration.between(base.from(), base.to()),
                        OptionalDouble.empty(),
                        BacktestFigures.of(pessimistic).netProfit(),
                        fitting.outOfSample(base.from(), base.to()),
                        BacktestFigures.voids(base)));
        return new EvidenceFiling(
                new Evidence(
                        EvidenceKind.BACKTEST,
                        build,
                        base.data().stream()
                                .map(file -> new DataHash(file.name(), file.sha256()))
                                .toList(),
                        base.from(),
                        base.to(),
                        figures,
                        judgement.verdict(),
                        reportSha256,
                        now,
                        by),
                judgement.findings());
    }

    private PassCriteria criteria() {
        int factor = risk == RiskProfile.STANDARD ? STANDARD_FACTOR : 1;
        return PassCriteria.of(
                EvidenceKind.BACKTEST,
                Cash.ofMicros(MAX_DRAWDOWN.micros() * factor),
                Cash.ofMicros(DAILY_LOSS.micros() * factor));
    }
}
