package io.ploy.core.sim.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TickSetTest {
    @ParameterizedTest
    @ValueSource(ints = {11, 64, 101, 4097, 10_001, 1_000_001})
    void findsTheNearestMemberLikeASortedSet(int ticks) {
        SplittableRandom random = new SplittableRandom(ticks);
        TreeSet<Integer> expected = new TreeSet<>();
        TickSet set = new TickSet(ticks);

        for (int round = 0; round < 20_000; round++) {
            int tick = random.nextInt(ticks);
            if (random.nextInt(3) == 0) {
                expected.add(tick);
                set.add(tick);
            } else {
                expected.remove(
                        expected.isEmpty() ? tick : expected.ceiling(tick) == null ? tick : expected.ceiling(tick));
                int found = set.ceiling(tick);
                set.remove(found == TickSet.NONE ? tick : found);
            }
            int probe = random.nextInt(ticks);
            Integer below = expected.floor(probe);
            Integer above = expected.ceiling(probe);
            assertThat(set.floor(probe)).isEqualTo(below == null ? TickSet.NONE : below);
            assertThat(set.ceiling(probe)).isEqualTo(above == null ? TickSet.NONE : above);
        }
    }
}
