package io.ploy.testkit.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.ploy.testkit.crash.CrashMatrix.Plan;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Processes that trade with the production connector are killed at named points and at random moments; after each restart
 * nothing may be lost, doubled or wrong. A seed chooses, which is told; {@code -Dcrash.seed} chooses the same again,
 * {@code -Dcrash.only} takes the points whose name it matches, {@code -Dcrash.parallel} says how many run at a time.
 */
@Tag("matrix")
class CrashMatrixTest {
    private static final long SEED = Long.getLong("crash.seed", System.currentTimeMillis() / 1000);

    @TempDir
    private Path folder;

    /** A few of each kind: another choice every time. Not every point is passed in every run. */
    @Test
    void nothingIsLostDoubledOrWrongWhereverAProcessIsKilled() throws Exception {
        List<Plan> plans = plans(6, 1, Integer.getInteger("crash.random", 6));
        assertThat(run(plans).kills()).isGreaterThan(plans.size() / 2);
    }

    @Test
    @Tag("crash")
    void norAtAnyPointOrAtHundredsOfMoments() throws Exception {
        List<Plan> plans = plans(CrashPoint.values().length, 3, Integer.getInteger("crash.random", 500));
        assertThat(run(plans).neverPassed()).as("points that no process passed").isEmpty();
    }

    private static List<Plan> plans(int points, int passages, int moments) {
        List<Plan> plans = new ArrayList<>();
        for (CrashPoint point : points(points)) {
            for (int passage = 0; passage < passages; passage++) {
                plans.add(new Plan(point, point.passage() + passage));
            }
        }
        for (int moment = 0; moment < moments; moment++) {
            plans.add(new Plan(null, moment));
        }
        return plans;
    }

    private CrashTable run(List<Plan> plans) throws Exception {
        try (CrashMatrix matrix = new CrashMatrix(plans, SEED, folder)) {
            return matrix.run();
        }
    }

    private static List<CrashPoint> points(int most) {
        String only = System.getProperty("crash.only", "");
        List<CrashPoint> points = new ArrayList<>(List.of(CrashPoint.values()));
        if (only.isEmpty()) {
            Collections.shuffle(points, new Random(SEED));
            return points.subList(0, most);
        }
        points.removeIf(point -> !point.name().matches(only));
        return points;
    }
}
