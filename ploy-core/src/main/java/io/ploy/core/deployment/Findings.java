package io.ploy.core.deployment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Collects what a trial misses. Not thread-safe. */
final class Findings {
    private static final double NEAR = 0.2;

    private final List<String> words = new ArrayList<>();
    private int near;
    private int far;

    void atLeast(String what, double found, double needed) {
        if (found < needed) {
            missed(what + " " + text(found) + ", needed at least " + text(needed), isNear(found, needed));
        }
    }

    void atMost(String what, double found, double limit) {
        if (found > limit) {
            missed(what + " " + text(found) + ", at most " + text(limit) + " allowed", isNearAbove(found, limit));
        }
    }

    void below(String what, double found, double limit) {
        if (found >= limit) {
            missed(what + " " + text(found) + ", less than " + text(limit) + " needed", isNearAbove(found, limit));
        }
    }

    /** Whether less than a fifth is missing. */
    static boolean isNear(double found, double needed) {
        return found > needed * (1 - NEAR);
    }

    private static boolean isNearAbove(double found, double limit) {
        return found < limit * (1 + NEAR);
    }

    void missed(String what, boolean isNear) {
        words.add(what);
        if (isNear) {
            near++;
        } else {
            far++;
        }
    }

    void failed(String what) {
        missed(what, false);
    }

    void voided(String why) {
        missed("void: " + why, false);
    }

    /** Never a pass: a person may accept not to know. */
    void unmeasured(String what) {
        words.add(what);
    }

    Judgement judgement() {
        if (words.isEmpty()) {
            return new Judgement(Verdict.PASS, words);
        }
        return new Judgement(far > 0 || near > 1 ? Verdict.FAIL : Verdict.WARN, words);
    }

    static String text(double figure) {
        if (!Double.isFinite(figure)) {
            return String.valueOf(figure);
        }
        return BigDecimal.valueOf(figure)
                .setScale(4, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }
}
