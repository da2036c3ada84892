package io.ploy.core.deployment;

import io.ploy.api.money.Cash;
import java.time.Duration;
import java.util.OptionalDouble;

/**
 * What a trial must show to pass. A single criterion missed by less than a fifth makes it a warning; so does what could not
 * be measured; anything else missed fails it.
 *
 * @param entries independent entries that are enough in any time
 * @param fewerEntries independent entries that are enough over {@code longTime}
 * @param longTime in which fewer entries are enough
 * @param running how long it must have covered at least
 * @param tStatistic of the mean net profit of an entry, at least
 * @param maxDrawdown the deployment's limit
 * @param dailyLoss the deployment's limit, which the pessimistic fill model must not lose
 * @param predictedEvSlope of realised on predicted profit, at least
 * @param outOfSample part of the time after all fitting, at least
 */
public record PassCriteria(
        int entries,
        int fewerEntries,
        Duration longTime,
        Duration running,
        double tStatistic,
        Cash maxDrawdown,
        Cash dailyLoss,
        double predictedEvSlope,
        double outOfSample) {
    private static final double T_STATISTIC = 1.6;
    private static final double SLOPE = 0.3;
    private static final double OUT_OF_SAMPLE = 0.3;

    /** Checks the ranges. */
    public PassCriteria {
        if (entries < fewerEntries || fewerEntries < 1) {
            throw new IllegalArgumentException("entries: " + fewerEntries + " to " + entries);
        }
        if (maxDrawdown.isNegative() || dailyLoss.isNegative() || running.isNegative()) {
            throw new IllegalArgumentException(
                    "limits are 0 or more: " + maxDrawdown + ", " + dailyLoss + ", " + running);
        }
    }

    /**
     * The usual criteria for a kind.
     *
     * @param kind how it was tried
     * @param maxDrawdown the deployment's limit
     * @param dailyLoss the deployment's limit
     * @return for a paper record 50 entries in 7 days, else 100 entries, or 30 in 30 days
     */
    public static PassCriteria of(EvidenceKind kind, Cash maxDrawdown, Cash dailyLoss) {
        boolean isPaper = kind == EvidenceKind.PAPER;
        return new PassCriteria(
                isPaper ? EvidenceRules.DEFAULT.paperEntries() : 100,
                isPaper ? EvidenceRules.DEFAULT.paperEntries() : 30,
                Duration.ofDays(30),
                isPaper ? EvidenceRules.DEFAULT.paperRunning() : Duration.ZERO,
                T_STATISTIC,
                maxDrawdown,
                dailyLoss,
                SLOPE,
                OUT_OF_SAMPLE);
    }

    /** Judges a trial. The same trial always gets the same verdict. */
    public Judgement judge(Trial trial) {
        Findings findings = new Findings();
        Figures figures = trial.figures();
        trial.voids().forEach(findings::voided);
        entries(findings, figures.entries(), trial.covered());
        findings.atLeast("days covered", days(trial.covered()), days(running));
        if (figures.netProfit().micros() <= 0) {
            findings.failed("net profit " + figures.netProfit() + " USD, needed more than 0");
        }
        measured(findings, "t-statistic of the mean profit of an entry", figures.tStatistic(), tStatistic);
        findings.atMost("drawdown in USD", figures.maxDrawdown().toDouble(), maxDrawdown.toDouble());
        if (trial.kind() == EvidenceKind.BACKTEST) {
            measured(findings, "slope of realised on predicted profit", trial.predictedEvSlope(), predictedEvSlope);
            measured(findings, "out-of-sample part", trial.outOfSample(), outOfSample);
            pessimistic(findings, trial);
        } else if (trial.predictedEvSlope().isPresent()) {
            measured(findings, "slope of realised on predicted profit", trial.predictedEvSlope(), predictedEvSlope);
        }
        return findings.judgement();
    }

    private static double days(Duration length) {
        return length.toSeconds() / (double) Duration.ofDays(1).toSeconds();
    }

    private void entries(Findings findings, int found, Duration covered) {
        boolean isLong = covered.compareTo(longTime) >= 0;
        if (found >= entries || (isLong && found >= fewerEntries)) {
            return;
        }
        String words = found + " independent entries in " + Findings.text(days(covered)) + " days, needed " + entries
                + (fewerEntries < entries
                        ? ", or " + fewerEntries + " in " + Findings.text(days(longTime)) + " days"
                        : "");
        boolean isNear = Findings.isNear(found, entries)
                || (isLong && Findings.isNear(found, fewerEntries))
                || (found >= fewerEntries && Findings.isNear(days(covered), days(longTime)));
        findings.missed(words, isNear);
    }

    private static void measured(Findings findings, String what, OptionalDouble figure, double needed) {
        if (figure.isPresent()) {
            findings.atLeast(what, figure.getAsDouble(), needed);
        } else {
            findings.unmeasured(what + " could not be measured, needed " + Findings.text(needed));
        }
    }

    private void pessimistic(Findings findings, Trial trial) {
        trial.pessimisticProfit()
                .ifPresentOrElse(
                        profit -> findings.below(
                                "loss in USD with the conservative fill model",
                                profit.negate().toDouble(),
                                dailyLoss.toDouble()),
                        () -> findings.unmeasured("loss with the conservative fill model was not measured"));
    }
}
