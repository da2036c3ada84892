package io.ploy.host.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ThinningTest {
    @Test
    void fewSamplesAllStay() {
        int[] kept = Thinning.keep(5, 5, i -> i, List.of(i -> i));

        assertThat(kept).containsExactly(0, 1, 2, 3, 4);
    }

    @Test
    void aSinglePeakInALongSeriesStays() {
        int[] kept =
                Thinning.keep(100_000, 1_000, i -> i, List.of(i -> i == 54_321 ? 1 : 0, i -> i == 77_777 ? -1 : 0));

        assertThat(kept).contains(0, 54_321, 77_777, 99_999).hasSizeLessThanOrEqualTo(1_000);
    }

    @Test
    void firstLastAndExtremesStayForAnySeries() {
        SplittableRandom random = new SplittableRandom(11);
        for (int run = 0; run < 50; run++) {
            int size = 1 + random.nextInt(5_000);
            long[] values = random.longs(size, -1_000, 1_000).toArray();
            long[] times = random.longs(size, 0, 100_000).sorted().toArray();

            int[] kept = Thinning.keep(size, 200, i -> times[i], List.of(i -> values[i]));

            assertThat(kept)
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .contains(0, size - 1)
                    .hasSizeLessThanOrEqualTo(204);
            assertThat(IntStream.of(kept).mapToLong(i -> values[i]).max())
                    .isEqualTo(
                            IntStream.range(0, size).mapToLong(i -> values[i]).max());
            assertThat(IntStream.of(kept).mapToLong(i -> values[i]).min())
                    .isEqualTo(
                            IntStream.range(0, size).mapToLong(i -> values[i]).min());
        }
    }

    @Test
    void nothingStaysOfNothing() {
        assertThat(Thinning.keep(0, 10, i -> i, List.of())).isEmpty();
    }
}
