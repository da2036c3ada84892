package io.ploy.host.console;

import org.jspecify.annotations.Nullable;

/**
 * A command cannot do what was asked, for a reason the person at the terminal can do something about. Its message is all
 * they see: what was found, what was expected, what to do.
 */
public final class CommandFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int exitCode;

    private CommandFailure(int exitCode, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What was asked makes no sense or names something that is not there. */
    public static CommandFailure badInput(String message) {
        return new CommandFailure(ExitCode.BAD_INPUT, message, null);
    }

    /** What was asked makes no sense or names something that is not there, as something underneath noticed. */
    public static CommandFailure badInput(String message, Throwable cause) {
        return new CommandFailure(ExitCode.BAD_INPUT, message, cause);
    }

    /** The request was fine, the machine was not: a full disk, a folder that cannot be written. */
    public static CommandFailure failed(String message, Throwable cause) {
        return new CommandFailure(ExitCode.FAILURE, message, cause);
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }
}
