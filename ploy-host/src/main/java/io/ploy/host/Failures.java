package io.ploy.host;

import io.ploy.api.PloyException;
import io.ploy.core.deployment.RegisterDamagedException;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.Nearest;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what went wrong in one message, and where only if asked: with {@code --verbose} or {@code PLOY_VERBOSE=1}. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private static final String VERBOSE_VARIABLE = "PLOY_VERBOSE";

    private final Console console;

    Failures(Console console) {
        this.console = console;
    }

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        say(message(failure) + " See '" + command.getCommandSpec().qualifiedName() + " --help'.");
        trace(failure, Arrays.asList(arguments).contains("--verbose"));
        return ExitCode.BAD_INPUT;
    }

    @Override
    public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
        boolean verbose = CommonOptions.verbose(parsed);
        if (failure instanceof CommandFailure known) {
            say(String.valueOf(known.getMessage()));
            trace(known, verbose);
            return known.exitCode();
        }
        if (failure instanceof PloyException known) {
            // Ploy's own exceptions say what was found, what was expected and what to do: that is for the reader.
            say(String.valueOf(known.getMessage()));
            trace(known, verbose);
            return known instanceof RegisterDamagedException ? ExitCode.DAMAGED : ExitCode.BAD_INPUT;
        }
        return unexpected(failure, verbose);
    }

    /** For what should never happen. */
    int unexpected(Throwable failure, boolean verbose) {
        say("Unexpected failure: " + failure + (verbose ? "" : ". Run again with PLOY_VERBOSE=1 to see where."));
        trace(failure, verbose);
        return ExitCode.FAILURE;
    }

    /** For what more memory may mend. */
    int outOfMemory() {
        say("Out of memory. Give the JVM more, such as PLOY_JAVA_OPTS=-Xmx4g.");
        return ExitCode.FAILURE;
    }

    private void say(String message) {
        Style style = console.errStyle();
        message.lines().forEach(line -> console.err().println(style.bad("ploy:") + " " + Printable.of(line)));
    }

    private void trace(Throwable failure, boolean verbose) {
        if (verbose || !console.environment().getOrDefault(VERBOSE_VARIABLE, "").isEmpty()) {
            StackTraces.print(failure, console.err());
        }
    }

    private static String message(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String first = unmatched.getUnmatched().get(0);
            boolean option = first.startsWith("-");
            String what = option ? "Unknown option" : "Unknown argument";
            String word = option && first.contains("=") ? first.substring(0, first.indexOf('=')) : first;
            return what + " '" + word + "'." + Nearest.didYouMean(word, candidates(failure.getCommandLine(), option));
        }
        ArgSpec argument = failure.getArgSpec();
        if (argument != null && failure.getValue() != null && argument.type().isEnum()) {
            return enumMessage(argument, failure.getValue());
        }
        String text = String.valueOf(failure.getMessage()).strip();
        return text.endsWith(".") ? text : text + ".";
    }

    private static List<String> candidates(CommandLine command, boolean options) {
        List<String> names = new ArrayList<>();
        if (options) {
            command.getCommandSpec().options().forEach(option -> names.addAll(Arrays.asList(option.names())));
        } else {
            names.addAll(command.getSubcommands().keySet());
        }
        return names;
    }

    private static String enumMessage(ArgSpec argument, String value) {
        List<String> allowed = Arrays.stream(argument.type().getEnumConstants())
                .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
                .toList();
        String name =
                argument instanceof CommandLine.Model.OptionSpec option ? option.longestName() : argument.paramLabel();
        return name + " takes one of " + String.join(", ", allowed) + "; found '" + value + "'."
                + Nearest.didYouMean(value, allowed);
    }
}
