package io.ploy.core.performance;

import static io.ploy.core.performance.Desk.yes;
import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.api.market.Market;
import io.ploy.api.money.Cash;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecentLossTest {
    @Test
    void aLossCountsForTheWindowAndNoLonger() {
        Desk desk = new Desk();
        Market rain = desk.market("rain");
        desk.ledger.deposit(Cash.ofUsd(1_000));
        desk.performance.begin(desk.now);
        PerformanceScope ann = PerformanceScope.strategy("ann");
        desk.bid(yes(rain), "0.40", "5000");

        desk.buy("ann", yes(rain), "100", "0.50");
        assertThat(desk.performance.recentLoss(ann, desk.now)).isEqualTo(10_000_000);

        desk.pass(Duration.ofMinutes(4));
        desk.bid(yes(rain), "0.35", "5000");
        assertThat(desk.performance.recentLoss(ann, desk.now)).isEqualTo(15_000_000);
        desk.pass(Duration.ofSeconds(70));
        assertThat(desk.performance.recentLoss(ann, desk.now)).isEqualTo(5_000_000);
        desk.bid(yes(rain), "0.45", "5000");
        assertThat(desk.performance.recentLoss(ann, desk.now)).isZero();
    }

    @Test
    void theLossIsThatOfTheWindowWithinOneSlice() {
        SplittableRandom random = new SplittableRandom(11);
        LossWindow window = new LossWindow(Duration.ofMinutes(5));
        Deque<long[]> samples = new ArrayDeque<>();
        long now = 1_000_000_000L;
        long value = 0;
        for (int i = 0; i < 4_000; i++) {
            now += random.nextInt(10) == 0 ? random.nextLong(400_000) : random.nextLong(3_000);
            value += random.nextLong(-1_000, 1_001);
            window.add(now, value);
            samples.add(new long[] {now, value});
            long loss = window.loss(now);
            assertThat(loss).isBetween(loss(samples, now - 300_000, value), loss(samples, now - 305_001, value));
        }
    }

    /** From the highest that was in force at any time since. */
    private static long loss(Deque<long[]> samples, long since, long value) {
        long highest = value;
        long inForce = samples.peekFirst()[1];
        for (long[] sample : samples) {
            if (sample[0] <= since) {
                inForce = sample[1];
            } else {
                highest = Math.max(highest, sample[1]);
            }
        }
        return Math.max(highest, inForce) - value;
    }
}
