package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;

    @Test
    void isFullAtFirstAndFillsAtItsRate() {
        TokenBucket bucket = new TokenBucket(40, 60, 0);
        bucket.take(60, 0);

        assertThat(bucket.waitFor(1, 0)).isEqualTo(25_000_000);
        assertThat(bucket.waitFor(40, 0)).isEqualTo(SECOND);
        assertThat(bucket.tokens(SECOND / 2)).isEqualTo(20);
    }

    @Test
    void neverHoldsMoreThanItsBurst() {
        TokenBucket bucket = new TokenBucket(40, 60, Long.MIN_VALUE / 2);

        assertThat(bucket.tokens(Long.MAX_VALUE / 2)).isEqualTo(60);
    }

    @Test
    void debtIsMadeUpForByWaiting() {
        TokenBucket bucket = new TokenBucket(80, 120, 0);
        bucket.take(200, 0);

        assertThat(bucket.tokens(0)).isEqualTo(-80);
        assertThat(bucket.waitFor(1, 0)).isEqualTo(81 * SECOND / 80);
    }

    @Test
    void whatTheVenueSaysCanOnlyLowerIt() {
        TokenBucket bucket = new TokenBucket(40, 60, 0);
        bucket.take(50, 0);

        bucket.atMost(30, 0);
        assertThat(bucket.tokens(0)).isEqualTo(10);

        bucket.atMost(3, 0);
        assertThat(bucket.tokens(0)).isEqualTo(3);
    }

    @Test
    void absurdDebtIsNotBelieved() {
        TokenBucket bucket = new TokenBucket(40, 60, 0);

        bucket.atMost(-999_999_999, 0);

        assertThat(bucket.tokens(0)).isEqualTo(-600);
    }

    @Test
    void smallerBurstTakesAwayWhatNoLongerFits() {
        TokenBucket bucket = new TokenBucket(200, 300, 0);

        bucket.change(40, 60, 0);

        assertThat(bucket.tokens(0)).isEqualTo(60);
        assertThat(bucket.tokens(SECOND)).isEqualTo(60);
    }

    @ParameterizedTest
    @CsvSource({"40,60", "787,525", "1,1", "3,7"})
    void neverGivesMoreThanBurstAndRateAllowInAnySpan(int rate, int burst) {
        SplittableRandom random = new SplittableRandom(rate);
        TokenBucket bucket = new TokenBucket(rate, burst, 0);
        List<long[]> taken = new ArrayList<>();
        long now = 0;

        for (int i = 0; i < 2_000; i++) {
            now += random.nextInt(4) > 0 ? 0 : random.nextLong(SECOND);
            int cost = 1 + random.nextInt(burst);
            now += bucket.waitFor(cost, now);
            bucket.take(cost, now);
            taken.add(new long[] {now, cost});
            assertThat(bucket.tokens(now)).isBetween(0L, (long) burst);
        }

        for (int from = 0; from < taken.size(); from += 37) {
            long sum = 0;
            for (int to = from; to < taken.size(); to++) {
                sum += taken.get(to)[1];
                long span = taken.get(to)[0] - taken.get(from)[0];
                assertThat((sum - burst) * (double) SECOND).isLessThanOrEqualTo(span * (double) rate);
            }
        }
    }
}
