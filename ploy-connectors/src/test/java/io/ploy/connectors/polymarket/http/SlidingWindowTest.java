package io.ploy.connectors.polymarket.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlidingWindowTest {
    @Test
    void letsAsManyThroughAtOnceAsTheLimitAndTheNextAWindowAfterTheFirst() {
        SlidingWindow window = new SlidingWindow(2, 100);
        window.take(10);
        window.take(30);

        assertThat(window.waitFor(1, 0, 50)).isEqualTo(60);
        assertThat(window.waitFor(2, 0, 50)).isEqualTo(80);
        assertThat(window.waitFor(1, 0, 109)).isEqualTo(1);
        assertThat(window.waitFor(1, 0, 110)).isZero();
    }

    @Test
    void whoMayNotUseAllOfItWaitsWhileOthersPass() {
        SlidingWindow window = new SlidingWindow(4, 100);
        window.take(0);
        window.take(10);
        window.take(20);

        assertThat(window.waitFor(1, 1, 50)).isEqualTo(50);
        assertThat(window.waitFor(1, 0, 50)).isZero();
    }

    @Test
    void moreThanFitAtOnceWaitForWholeWindowsToo() {
        SlidingWindow window = new SlidingWindow(2, 100);
        window.take(0);
        window.take(10);

        assertThat(window.waitFor(3, 0, 50)).isEqualTo(150);
        assertThat(window.waitFor(4, 0, 50)).isEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 65, 300})
    void neverLetsMoreThanTheLimitIntoAnyWindow(int limit) {
        SplittableRandom random = new SplittableRandom(limit);
        SlidingWindow window = new SlidingWindow(limit, 1_000);
        List<Long> sent = new ArrayList<>();
        long now = -5_000;

        for (int i = 0; i < 5_000; i++) {
            now += random.nextInt(10) < 8 ? 0 : random.nextInt(3_000 / limit + 1);
            now += window.waitFor(1, 0, now);
            window.take(now);
            sent.add(now);
        }

        for (int i = limit; i < sent.size(); i++) {
            assertThat(sent.get(i) - sent.get(i - limit)).isGreaterThanOrEqualTo(1_000);
        }
    }

    @Test
    void waitIsNoLongerThanNeeded() {
        SplittableRandom random = new SplittableRandom(11);
        SlidingWindow window = new SlidingWindow(5, 1_000);
        long now = 0;

        for (int i = 0; i < 2_000; i++) {
            now += random.nextInt(400);
            long wait = window.waitFor(1, 0, now);
            if (wait > 0) {
                assertThat(window.waitFor(1, 0, now + wait - 1)).isEqualTo(1);
                assertThat(window.waitFor(1, 0, now + wait)).isZero();
                now += wait;
            }
            window.take(now);
        }
    }
}
