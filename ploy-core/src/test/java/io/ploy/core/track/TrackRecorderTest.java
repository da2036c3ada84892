package io.ploy.core.track;

import static io.ploy.core.track.WrittenJournal.down;
import static io.ploy.core.track.WrittenJournal.up;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.ploy.api.market.Side;
import io.ploy.api.money.Cash;
import io.ploy.api.order.FillReport;
import io.ploy.api.order.SettlementStatus;
import io.ploy.core.deployment.Figures;
import io.ploy.core.persistence.JournalRecord;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures of journals that can be added up by hand. */
class TrackRecorderTest {
    private final WrittenJournal written = new WrittenJournal();

    @BeforeEach
    void begin() {
        written.begin(null);
    }

    @Test
    void theFiguresAreThoseOfAHand() {
        written.market("a", "one", true);
        written.market("b", null, true);
        written.market("c", "one", true);
        written.market("d", null, true);
        written.market("f", null, true);
        // Day one: -0.02, then -3.02 at the mark; c adds 0.50; a pays 10 for 4.02, so that all is at +6.48.
        written.buy(up("a"), 10, "0.40", "0.02");
        written.mark(up("a"), 10, "1");
        written.buy(down("c"), 5, "0.20", "0");
        written.sell(down("c"), 5, "0.30");
        written.resolve("a", "1");
        // Day two: b loses its 5.
        written.at("2026-03-02T12:00:00Z").buy(up("b"), 10, "0.50", "0");
        written.resolve("b", "0");
        // Day three: d is marked 0.50 lower, f never, so its 0.10 are lost.
        written.at("2026-03-03T12:00:00Z").buy(up("d"), 10, "0.30", "0");
        written.mark(up("d"), 10, "2.50");
        written.buy(up("f"), 1, "0.10", "0");

        TrackRecord record = written.record();

        assertThat(record.entries())
                .containsExactly(
                        new TrackedEntry("event sim:one", 3, Cash.parse("6.48")),
                        new TrackedEntry("market sim:b", 1, Cash.parse("-5")),
                        new TrackedEntry("market sim:d", 1, Cash.parse("-0.5")),
                        new TrackedEntry("market sim:f", 1, Cash.parse("-0.1")));
        Figures figures = record.figures();
        assertThat(figures.entries()).isEqualTo(4);
        assertThat(figures.netProfit()).isEqualTo(Cash.parse("0.88"));
        assertThat(figures.tStatistic().orElseThrow()).isCloseTo(0.22 / Math.sqrt(67.0568 / 3 / 4), within(1e-9));
        assertThat(figures.maxDrawdown()).isEqualTo(Cash.parse("5.6"));
        assertThat(figures.worstDay()).isEqualTo(Cash.parse("-5"));
        assertThat(figures.brierVsMarket()).isEmpty();
        assertThat(record.unknownFees()).isZero();
        assertThat(record.unread()).isZero();
    }

    @Test
    void aFallThatCameBackIsADrawdown() {
        written.market("a", null, true);
        written.buy(up("a"), 10, "0.40", "0");
        written.mark(up("a"), 10, "5");
        written.mark(up("a"), 10, "1.50");
        written.resolve("a", "1");

        Figures figures = written.record().figures();

        assertThat(figures.netProfit()).isEqualTo(Cash.ofUsd(6));
        assertThat(figures.maxDrawdown()).isEqualTo(Cash.parse("3.5"));
        assertThat(figures.worstDay()).isEqualTo(Cash.ofUsd(6));
    }

    @Test
    void aPairIsWorthWhatItWillPayWhateverItsMarks() {
        written.market("a", null, true);
        written.buy(up("a"), 10, "0.40", "0");
        written.buy(down("a"), 12, "0.50", "0");
        written.mark(up("a"), 10, "3");
        written.mark(down("a"), 12, "4.80");

        // 10 for ten pairs and 0.80 for two shares, for 4 and 6.
        assertThat(written.record().figures().netProfit()).isEqualTo(Cash.parse("0.8"));
    }

    @Test
    void onlyThePeriodCountsAndWhatWasHeldBeforeItDoesNot() {
        written.market("a", "one", true);
        written.market("b", "one", true);
        written.market("c", null, true);
        written.buy(up("a"), 10, "0.40", "0");
        written.buy(up("c"), 10, "0.40", "0");
        written.sell(up("c"), 10, "0.10");
        written.at("2026-03-02T12:00:00Z").buy(up("b"), 10, "0.40", "0");
        written.resolve("a", "0");
        written.resolve("b", "0");
        written.buy(up("c"), 10, "0.40", "0");
        written.resolve("c", "1");
        written.at("2026-03-03T12:00:00Z").market("e", null, true);
        written.buy(up("e"), 10, "0.40", "0");

        TrackRecord record = written.record("2026-03-02T00:00:00Z", "2026-03-03T00:00:00Z");

        assertThat(record.entries()).containsExactly(new TrackedEntry("market sim:c", 1, Cash.ofUsd(6)));
        assertThat(record.carried()).isEqualTo(1);
        assertThat(record.maxDrawdown()).isEqualTo(Cash.ZERO);
    }

    @Test
    void failedFillsAndThoseOfOthersAreNoEntries() {
        written.market("a", null, true);
        written.market("b", null, true);
        FillReport report = written.fill(up("a"), Side.BUY, 10, "0.40", null, SettlementStatus.MATCHED);
        written.failed(report);
        written.strategy = "other";
        written.buy(up("b"), 10, "0.40", "0");
        written.resolve("b", "0");

        TrackRecord record = written.record();

        assertThat(record.entries()).isEmpty();
        assertThat(record.figures().netProfit()).isEqualTo(Cash.ZERO);
    }

    @Test
    void feesThatNobodyKnowsAreCounted() {
        written.market("a", null, false);
        FillReport report = written.fill(up("a"), Side.BUY, 10, "0.40", null, SettlementStatus.MATCHED);
        assertThat(written.record().unknownFees()).isEqualTo(1);

        written.failed(report);
        assertThat(written.record().unknownFees()).isZero();
        written.buy(up("a"), 10, "0.40", "0.01");
        assertThat(written.record().unknownFees()).isZero();
    }

    @Test
    void sharesOfAMarketThatBecomesKnownLaterCountOnce() {
        written.write(new JournalRecord.SharesMoved("s", up("a"), 10_000_000, Cash.ofUsd(4), "held at the venue"));
        written.market("a", "one", true);
        written.sell(up("a"), 10, "0.50");

        assertThat(written.record().entries()).containsExactly(new TrackedEntry("event sim:one", 1, Cash.ofUsd(1)));
    }
}
