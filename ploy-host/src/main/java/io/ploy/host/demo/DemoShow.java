package io.ploy.host.demo;

import io.ploy.api.event.EngineListener;
import io.ploy.host.console.Console;
import io.ploy.host.console.Interruption;
import io.ploy.host.console.Printable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.function.LongPredicate;
import java.util.function.Predicate;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;
import org.jspecify.annotations.Nullable;

/** Plays a demo: as a live table, as lines, or silently. Close it before printing the summary. */
final class DemoShow implements DemoStage, AutoCloseable {
    private static final long BETWEEN_FRAMES = Duration.ofMillis(100).toNanos();

    private final Predicate<Duration> pace;
    private final DemoBoard board;
    private final Duration length;
    private final int speed;
    private final @Nullable LiveTable table;
    private final @Nullable LiveScreen screen;

    private DemoShow(
            Predicate<Duration> pace,
            DemoBoard board,
            DemoRequest request,
            @Nullable LiveTable table,
            @Nullable LiveScreen screen) {
        this.pace = pace;
        this.board = board;
        this.length = request.marketLength();
        this.speed = request.speed();
        this.table = table;
        this.screen = screen;
    }

    /** A table that redraws itself on the process's terminal. */
    static DemoShow live(Console console, Interruption interruption, DemoRequest request) {
        try {
            Terminal terminal = TerminalBuilder.builder().system(true).build();
            DemoShow show = live(terminal, console, interruption::await, request);
            Objects.requireNonNull(show.screen).onInterrupt(interruption::ask);
            return show;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A table that redraws itself on a terminal. */
    static DemoShow live(Terminal terminal, Console console, LongPredicate await, DemoRequest request) {
        DemoBoard board = new DemoBoard((at, words) -> {});
        LiveTable table = new LiveTable(console.outStyle(), title(request));
        return new DemoShow(pace(console, await, request), board, request, table, new LiveScreen(terminal));
    }

    /** A line for everything that happens. */
    static DemoShow lines(Console console, LongPredicate await, DemoRequest request) {
        DemoBoard board =
                new DemoBoard((at, words) -> console.out().println(Words.millis(at) + "  " + Printable.of(words)));
        return new DemoShow(pace(console, await, request), board, request, null, null);
    }

    /** Nothing until the end. */
    static DemoShow silent(Console console, LongPredicate await, DemoRequest request) {
        return new DemoShow(pace(console, await, request), new DemoBoard((at, words) -> {}), request, null, null);
    }

    private static String title(DemoRequest request) {
        String how = request.wire() ? "over the wire" : request.speed() + "× speed";
        return request.strategy() + ", seed " + request.seed() + ", " + how
                + request.profile().map(profile -> ", " + profile).orElse("");
    }

    private static Predicate<Duration> pace(Console console, LongPredicate await, DemoRequest request) {
        return request.wire()
                ? elapsed -> !await.test(BETWEEN_FRAMES)
                : new Pace(console.nanos(), await, request.speed())::reach;
    }

    DemoBoard board() {
        return board;
    }

    @Override
    public EngineListener listener() {
        return board;
    }

    @Override
    public boolean show(DemoFrame frame) {
        if (table != null && screen != null) {
            double part = length.isZero() ? 1 : frame.elapsed().toNanos() / (double) length.toNanos();
            Duration left = length.minus(frame.elapsed()).dividedBy(speed);
            screen.show(table.lines(frame, board, Math.min(1, part), left, screen.height()));
        }
        return pace.test(frame.elapsed());
    }

    @Override
    public void close() {
        if (screen != null) {
            screen.close();
        }
    }
}
