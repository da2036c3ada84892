package io.ploy.core.breaker;

import io.ploy.core.breaker.Compared.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Trips on a strategy that loses a good part of its daily limit within minutes, across midnight too. */
public final class LossRateBreaker {
    /** Its cause. */
    public static final String NAME = "loss-rate";

    private final BreakerSettings.Loss settings;
    private final BreakerListener listener;
    private final Map<Scope, Track> tracks = new HashMap<>();

    /** The highest that a strategy's profit was in each second of the window that still may be its highest. */
    private static final class Track {
        private final Deque<Peak> peaks = new ArrayDeque<>();
        private LocalDate day;
        private long earlierDays;
        private long last;

        private Track(LocalDate day) {
            this.day = day;
        }

        private long total(DayFigures figures) {
            if (!figures.day().equals(day)) {
                earlierDays += last;
                day = figures.day();
            }
            last = figures.profit().micros();
            return earlierDays + last;
        }

        private long highest(long total, long second, long window) {
            while (!peaks.isEmpty() && peaks.getLast().total <= total) {
                peaks.removeLast();
            }
            if (peaks.isEmpty() || peaks.getLast().second != second) {
                peaks.addLast(new Peak(second, total));
            }
            while (peaks.getFirst().second <= second - window) {
                peaks.removeFirst();
            }
            return peaks.getFirst().total;
        }
    }

    private record Peak(long second, long total) {}

    LossRateBreaker(BreakerSettings.Loss settings, BreakerListener listener) {
        this.settings = settings;
        this.listener = listener;
    }

    /** The day's figures of one scope. */
    void onDay(DayFigures figures, Instant now) {
        if (figures.scope().kind() != Scope.Kind.STRATEGY || !figures.marked()) {
            return;
        }
        Duration window = settings.rateWindow();
        Track track = tracks.computeIfAbsent(figures.scope(), any -> new Track(figures.day()));
        long total = track.total(figures);
        long loss = track.highest(total, now.getEpochSecond(), window.toSeconds()) - total;
        long limit = Portion.of(figures.limit().micros(), settings.rateBasisPoints());
        if (loss > limit) {
            listener.onTrip(new Trip(
                    NAME,
                    figures.scope(),
                    Severity.REDUCE,
                    Recovery.PERSON,
                    new Compared("loss within " + Compared.text(window), loss, limit, Unit.USD)));
        }
    }

    void onReset(Scope strategy) {
        tracks.remove(strategy);
    }
}
