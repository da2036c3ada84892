package io.ploy.host.backtest;

import io.ploy.core.backtest.BacktestProgress;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Console;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** Shows how far a backtest has come: a bar for a person, a line now and then for a log, or nothing. */
public interface ProgressDisplay extends BacktestProgress, AutoCloseable {
    /** Ends the display; what follows starts on a line of its own. */
    @Override
    void close();

    /** The display that suits where the command's errors go. */
    static ProgressDisplay on(Console console, boolean quiet) {
        if (quiet) {
            return new Silent();
        }
        return console.errIsTerminal()
                ? new Bar(console.err(), console.nanos())
                : new Lines(console.err(), console.nanos());
    }

    /** Says nothing. */
    final class Silent implements ProgressDisplay {
        @Override
        public void update(long bytesRead, long bytesTotal, long events, Instant at) {
            // Asked to be quiet.
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }

    /** A bar that redraws itself, with the rate and the time left. */
    final class Bar implements ProgressDisplay {
        private static final long KILOBYTE = 1_000;
        private static final int WIDTH = 100;
        private static final int REDRAW_MILLIS = 100;

        private final LongSupplier nanos;
        private final long start;
        private final Erased drawn;
        private final ProgressBar bar;

        Bar(PrintStream err, LongSupplier nanos) {
            drawn = new Erased(err);
            this.nanos = nanos;
            start = nanos.getAsLong();
            bar = open(-1);
        }

        private ProgressBar open(long bytes) {
            return new ProgressBarBuilder()
                    .setTaskName("Backtest")
                    .setInitialMax(bytes)
                    .setUnit(" kB", KILOBYTE)
                    .setStyle(ProgressBarStyle.UNICODE_BLOCK)
                    .setUpdateIntervalMillis(REDRAW_MILLIS)
                    .setConsumer(drawn)
                    .clearDisplayOnFinish()
                    .build();
        }

        @Override
        public void update(long bytesRead, long bytesTotal, long events, Instant at) {
            bar.maxHint(bytesTotal);
            bar.stepTo(bytesRead);
            double seconds = (nanos.getAsLong() - start) / 1e9;
            bar.setExtraMessage(seconds > 0 ? Amounts.rate(events / seconds) + " events/s" : "");
        }

        @Override
        public void close() {
            bar.close();
            // A bar that is closed before its timer first ran is drawn once more, and left there.
            drawn.clear();
            drawn.close();
        }

        /** Draws nothing once it was erased: the bar's timer may still be at work when it is closed. */
        private static final class Erased extends ConsoleProgressBarConsumer {
            private boolean over;
            private boolean closed;

            private Erased(PrintStream err) {
                super(err, WIDTH);
            }

            @Override
            public synchronized void accept(String text) {
                if (!over) {
                    super.accept(text);
                }
            }

            @Override
            public synchronized void clear() {
                if (!over) {
                    super.clear();
                    over = true;
                }
            }

            @Override
            public synchronized void close() {
                if (!closed) {
                    closed = true;
                    super.close();
                }
            }
        }
    }

    /** One line at most every few seconds, and none for a run that is over sooner. */
    final class Lines implements ProgressDisplay {
        private static final long EVERY = Duration.ofSeconds(5).toNanos();

        private final PrintStream err;
        private final LongSupplier nanos;
        private final long start;
        private long last;

        Lines(PrintStream err, LongSupplier nanos) {
            this.err = err;
            this.nanos = nanos;
            start = nanos.getAsLong();
            last = start;
        }

        @Override
        public void update(long bytesRead, long bytesTotal, long events, Instant at) {
            long now = nanos.getAsLong();
            if (now - last < EVERY) {
                return;
            }
            last = now;
            double seconds = (now - start) / 1e9;
            double part = bytesTotal > 0 ? Math.min(1, bytesRead / (double) bytesTotal) : 0;
            String left = part > 0 ? String.format(Locale.ROOT, ", %.0f s left", seconds / part - seconds) : "";
            err.printf(
                    Locale.ROOT,
                    "backtest: %.0f %%, %s of %s kB, %s events, %s events/s%s%n",
                    part * 100,
                    Amounts.count(bytesRead / 1_000),
                    Amounts.count(bytesTotal / 1_000),
                    Amounts.count(events),
                    Amounts.rate(events / seconds),
                    left);
        }

        @Override
        public void close() {
            // Every line stands for itself.
        }
    }
}
