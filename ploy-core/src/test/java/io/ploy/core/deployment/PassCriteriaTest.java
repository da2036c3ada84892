package io.ploy.core.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.ploy.api.money.Cash;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

final class PassCriteriaTest {
    private static final PassCriteria BACKTEST = PassCriteria.of(EvidenceKind.BACKTEST, Cash.ofUsd(50), Cash.ofUsd(25));

    /** Columns: entries, days, net, t, drawdown, slope, out of sample, pessimistic profit. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            100 | 1    | 0.000001 | 1.6  | 50    | 0.3  | 0.3  | -24.99 | PASS
            30  | 30   | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | PASS
            99  | 1    | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | WARN
            80  | 1    | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | FAIL
            81  | 1    | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | WARN
            25  | 30   | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | WARN
            24  | 30   | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | FAIL
            30  | 25   | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | WARN
            30  | 24   | 10       | 1.6  | 50    | 0.3  | 0.3  | 5      | FAIL
            100 | 1    | 0        | 1.6  | 50    | 0.3  | 0.3  | 5      | FAIL
            100 | 1    | 10       | 1.59 | 50    | 0.3  | 0.3  | 5      | WARN
            100 | 1    | 10       | 1.28 | 50    | 0.3  | 0.3  | 5      | FAIL
            100 | 1    | 10       | 1.6  | 50.01 | 0.3  | 0.3  | 5      | WARN
            100 | 1    | 10       | 1.6  | 60    | 0.3  | 0.3  | 5      | FAIL
            100 | 1    | 10       | 1.6  | 50    | 0.29 | 0.3  | 5      | WARN
            100 | 1    | 10       | 1.6  | 50    | 0.2  | 0.3  | 5      | FAIL
            100 | 1    | 10       | 1.6  | 50    | 0.3  | 0.29 | 5      | WARN
            100 | 1    | 10       | 1.6  | 50    | 0.3  | 0    | 5      | FAIL
            100 | 1    | 10       | 1.6  | 50    | 0.3  | 0.3  | -25    | WARN
            100 | 1    | 10       | 1.6  | 50    | 0.3  | 0.3  | -30    | FAIL
            99  | 1    | 10       | 1.59 | 50    | 0.3  | 0.3  | 5      | FAIL
            100 | 1    | 10       |      | 50    | 0.3  | 0.3  | 5      | WARN
            100 | 1    | 10       | 1.6  | 50    |      | 0.3  | 5      | WARN
            100 | 1    | 10       | 1.6  | 50    | 0.3  |      | 5      | WARN
            100 | 1    | 10       | 1.6  | 50    | 0.3  | 0.3  |        | WARN
            100 | 1    | 10       |      | 50    |      |      |        | WARN
            99  | 1    | 10       |      | 50    |      |      |        | WARN
            """)
    void oneNarrowMissOrAnythingUnmeasuredWarnsAndAllElseFails(ArgumentsAccessor row) {
        Verdict expected = row.get(8, Verdict.class);

        Judgement judgement = BACKTEST.judge(new Trial(
                EvidenceKind.BACKTEST,
                new Figures(
                        row.getInteger(0),
                        Cash.parse(row.getString(2)),
                        optional(row.getDouble(3)),
                        Cash.parse(row.getString(4)),
                        OptionalDouble.empty(),
                        Cash.ZERO),
                Duration.ofDays(row.getInteger(1)),
                optional(row.getDouble(5)),
                row.getString(7) == null ? null : Cash.parse(row.getString(7)),
                optional(row.getDouble(6)),
                List.of()));

        assertThat(judgement.verdict()).as(judgement.findings().toString()).isEqualTo(expected);
        assertThat(judgement.findings().isEmpty()).isEqualTo(expected == Verdict.PASS);
    }

    private static OptionalDouble optional(Double figure) {
        return figure == null ? OptionalDouble.empty() : OptionalDouble.of(figure);
    }

    @Test
    void whatIsVoidFailsHoweverGood() {
        Judgement judgement = BACKTEST.judge(new Trial(
                EvidenceKind.BACKTEST,
                Facts.figures(500),
                Duration.ofDays(60),
                OptionalDouble.of(1),
                Cash.ofUsd(5),
                OptionalDouble.of(1),
                List.of("the fees of market x are not known")));

        assertThat(judgement.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(judgement.findings()).containsExactly("void: the fees of market x are not known");
    }

    @Test
    void aRunIsJudgedByTheTimeItReallyRan() {
        assertThat(paper(Duration.ofDays(7), 50).evidence().verdict()).isEqualTo(Verdict.PASS);
        assertThat(paper(Duration.ofDays(7), 50).findings()).isEmpty();
        assertThat(paper(Duration.ofDays(6), 50).evidence().verdict()).isEqualTo(Verdict.WARN);
        assertThat(paper(Duration.ofDays(6), 50).findings()).containsExactly("days covered 6, needed at least 7");
        assertThat(paper(Duration.ofDays(5), 50).evidence().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(paper(Duration.ofDays(7), 49).evidence().verdict()).isEqualTo(Verdict.WARN);
        assertThatThrownBy(() -> paper(Duration.ofDays(9), 50)).isInstanceOf(IllegalArgumentException.class);
    }

    private static EvidenceFiling paper(Duration running, int entries) {
        return EvidenceFiling.ofRun(
                new RunSummary(
                        EvidenceKind.PAPER,
                        Facts.BUILD,
                        List.of(),
                        Facts.NOON.minus(Duration.ofDays(8)),
                        Facts.NOON,
                        running,
                        Facts.figures(entries),
                        OptionalDouble.empty(),
                        List.of(),
                        Facts.JAR),
                PassCriteria.of(EvidenceKind.PAPER, Cash.ofUsd(50), Cash.ofUsd(25)),
                Facts.NOON,
                "host");
    }

    @Test
    void theTStatisticIsThatOfTheBooks() {
        // Mean 3, s = sqrt(2.5), n = 5.
        assertThat(EntryStatistics.tStatistic(
                                List.of(Cash.ofUsd(1), Cash.ofUsd(2), Cash.ofUsd(3), Cash.ofUsd(4), Cash.ofUsd(5)))
                        .orElseThrow())
                .isCloseTo(4.242640687, within(1e-9));
        assertThat(EntryStatistics.tStatistic(List.of(Cash.ofUsd(1)))).isEmpty();
        assertThat(EntryStatistics.tStatistic(List.of(Cash.ofUsd(1), Cash.ofUsd(1))))
                .isEmpty();
        assertThat(EntryStatistics.total(List.of(Cash.ofUsd(1), Cash.ofUsd(-3))))
                .isEqualTo(Cash.ofUsd(-2));
    }
}
