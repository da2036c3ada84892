package io.ploy.host.console;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Where a command writes, what those streams are, and how time passes for displays.
 *
 * @param out results
 * @param err everything else: progress, warnings, failures
 * @param outIsTerminal whether a person watches {@code out}
 * @param errIsTerminal whether a person watches {@code err}
 * @param environment the process's environment variables
 * @param nanos a monotonic clock for rates and redraws, nanoseconds from any origin
 */
public record Console(
        PrintStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        LongSupplier nanos) {
    /** Set by the launcher, which can ask the operating system: {@code true} or {@code false}. */
    private static final String OUT_PROPERTY = "ploy.terminal.out";

    private static final String ERR_PROPERTY = "ploy.terminal.err";

    /** Copies the environment. */
    public Console {
        environment = Map.copyOf(environment);
    }

    /** The process's own streams, in UTF-8 whatever the platform's default is. */
    public static Console ofProcess() {
        return new Console(
                new PrintStream(System.out, true, StandardCharsets.UTF_8),
                new PrintStream(System.err, true, StandardCharsets.UTF_8),
                isTerminal(OUT_PROPERTY),
                isTerminal(ERR_PROPERTY),
                System.getenv(),
                SystemClock::nanos);
    }

    /** Without the launcher only JDK 17 to 21 can tell: later ones have a console even where there is no terminal. */
    @SuppressWarnings("SystemConsoleNull") // asked only where it means something
    private static boolean isTerminal(String property) {
        String told = System.getProperty(property);
        if (told != null) {
            return Boolean.parseBoolean(told);
        }
        return Runtime.version().feature() < 22 && System.console() != null;
    }

    /** Whether {@code out} may carry colours and cursor movements. */
    public boolean canDraw() {
        return outIsTerminal && !"dumb".equals(environment.get("TERM"));
    }

    /** How to colour what goes to {@code out}. */
    public Style outStyle() {
        return styleFor(canDraw());
    }

    /** How to colour what goes to {@code err}. */
    public Style errStyle() {
        return styleFor(errIsTerminal && !"dumb".equals(environment.get("TERM")));
    }

    private Style styleFor(boolean terminal) {
        // https://no-color.org: present and not empty means no colours.
        boolean refused = !environment.getOrDefault("NO_COLOR", "").isEmpty();
        return terminal && !refused ? Style.COLOURS : Style.PLAIN;
    }
}
