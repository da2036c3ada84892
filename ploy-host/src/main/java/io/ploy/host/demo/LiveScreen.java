package io.ploy.host.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
import org.jline.utils.AttributedString;
import org.jline.utils.Display;
import org.jline.utils.InfoCmp.Capability;

/** A part of a terminal that redraws itself in place, sending only what changed. */
final class LiveScreen implements AutoCloseable {
    private final Terminal terminal;
    private final Display display;
    private Size size;
    private boolean gone;

    /** Takes over the terminal, and closes it in the end. */
    LiveScreen(Terminal terminal) {
        this.terminal = terminal;
        display = new Display(terminal, false);
        size = measure();
        display.resize(size.getRows(), size.getColumns());
        terminal.puts(Capability.cursor_invisible);
    }

    /** Does something on Ctrl-C instead of ending the process. */
    void onInterrupt(Runnable action) {
        terminal.handle(Terminal.Signal.INT, signal -> action.run());
    }

    private Size measure() {
        Size now = terminal.getSize();
        // A terminal that does not tell its size is taken to be a small one.
        return now.getRows() > 0 && now.getColumns() > 0 ? now : new Size(80, 24);
    }

    /** How many lines can be shown. */
    int height() {
        return size.getRows() - 1;
    }

    /** Shows these lines in place of those shown before, each cut at the right edge. */
    void show(List<String> lines) {
        if (gone) {
            return;
        }
        Size now = measure();
        if (!now.equals(size)) {
            size = now;
            display.clear();
            display.resize(size.getRows(), size.getColumns());
        }
        List<AttributedString> cut = lines.stream()
                .map(line -> AttributedString.fromAnsi(line).columnSubSequence(0, size.getColumns() - 1))
                .toList();
        try {
            display.update(cut, -1);
        } catch (IllegalStateException e) {
            // Whoever ends the process takes the terminal along; what is left to do needs none.
            gone = true;
        }
    }

    /** Leaves what is shown and puts the cursor below it. */
    @Override
    public void close() {
        if (gone) {
            return;
        }
        terminal.puts(Capability.cursor_normal);
        terminal.writer().println();
        terminal.flush();
        try {
            terminal.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
