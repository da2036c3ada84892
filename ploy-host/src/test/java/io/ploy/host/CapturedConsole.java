package io.ploy.host;

import io.ploy.host.console.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** A console whose streams can be read back, with a clock that stands still. */
public final class CapturedConsole {
    private static final long HOUR = Duration.ofHours(1).toNanos();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console;

    /** Streams that are no terminals. */
    public CapturedConsole() {
        this(false, Map.of());
    }

    /** Streams that are terminals or not, in an environment. */
    public CapturedConsole(boolean terminal, Map<String, String> environment) {
        this(terminal, environment, () -> 0);
    }

    private CapturedConsole(boolean terminal, Map<String, String> environment, LongSupplier nanos) {
        console = new Console(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                terminal,
                terminal,
                environment,
                nanos);
    }

    /** A clock an hour later each time it is asked, so that nothing waits for it. */
    public static CapturedConsole inAHurry() {
        AtomicLong clock = new AtomicLong();
        return new CapturedConsole(false, Map.of(), () -> clock.addAndGet(HOUR));
    }

    public Console console() {
        return console;
    }

    public String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    public String err() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
