package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The answers of a window of time, the last thousand at most. */
final class AnswerWindow {
    private static final int MOST = 1_000;

    private final BreakerSettings.Circuit settings;
    private final RecentTimes failures;
    private final RecentTimes all;

    AnswerWindow(BreakerSettings.Circuit settings) {
        this.settings = settings;
        failures = new RecentTimes(MOST, settings.window());
        all = new RecentTimes(MOST, settings.window());
    }

    void add(boolean failed, Instant now) {
        all.add(now);
        if (failed) {
            failures.add(now);
        }
    }

    /** What is too bad, or null. */
    @Nullable
    Compared tooBad(Instant now) {
        int failed = failures.count(now);
        if (failed >= settings.failures()) {
            return new Compared(
                    "failures in " + settings.window().toSeconds() + " s", failed, settings.failures(), Unit.COUNT);
        }
        int answered = all.count(now);
        if (answered >= settings.leastAnswers()
                && failed * (long) Portion.WHOLE > answered * (long) settings.errorBasisPoints()) {
            return new Compared(
                    "failed portion of " + answered + " answers",
                    failed * (long) Portion.WHOLE / answered,
                    settings.errorBasisPoints(),
                    Unit.BASIS_POINTS);
        }
        return null;
    }
}
