package io.ploy.host;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.filter.ThresholdFilter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import ch.qos.logback.core.filter.Filter;
import ch.qos.logback.core.spi.FilterReply;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.ParseResult;

/** Where log lines go: warnings to stderr, everything of note to a file if one is asked for. */
final class Logging {
    private static final String SHORT = "%-5level %msg%n%nopex";
    private static final String LONG = "%d{yyyy-MM-dd'T'HH:mm:ss.SSS'Z',UTC} %-5level [%thread] %logger - %msg%n";

    private Logging() {}

    /** Sets it up as the command line says; without a backend of ours in the process it leaves everything as it is. */
    static void configure(Console console, ParseResult parsed) {
        if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
            return;
        }
        boolean verbose = CommonOptions.verbose(parsed);
        Optional<Path> file = CommonOptions.logFile(parsed);
        ParseResult command = CommonOptions.deepest(parsed);
        context.reset();
        // It tells of every schema it looks at.
        context.getLogger("org.flywaydb").setLevel(Level.WARN);
        Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
        root.setLevel(verbose ? Level.DEBUG : file.isEmpty() ? Level.WARN : Level.INFO);
        if (verbose || !(tellsItself(command) || drawsOver(console, command))) {
            OutputStreamAppender<ILoggingEvent> stderr = toStderr(context, console, verbose ? Level.INFO : Level.WARN);
            if (command.commandSpec().name().equals("run")) {
                stderr.addFilter(new ToldAlready());
            }
            root.addAppender(stderr);
        }
        file.ifPresent(path -> root.addAppender(toFile(context, path)));
    }

    /** The list of plugins holds what the loader warns of. */
    private static boolean tellsItself(ParseResult command) {
        return command.commandSpec().name().equals("plugins");
    }

    /** A line in the middle of the live table would tear it; what matters is in the table as an alert. */
    private static boolean drawsOver(Console console, ParseResult command) {
        return command.commandSpec().name().equals("demo")
                && !command.hasMatchedOption("--json")
                && console.canDraw()
                && console.errIsTerminal();
    }

    private static OutputStreamAppender<ILoggingEvent> toStderr(LoggerContext context, Console console, Level level) {
        OutputStreamAppender<ILoggingEvent> appender = new OutputStreamAppender<>();
        appender.setName("stderr");
        appender.setContext(context);
        appender.setEncoder(encoder(context, SHORT));
        appender.setOutputStream(console.err());
        ThresholdFilter filter = new ThresholdFilter();
        filter.setLevel(level.toString());
        filter.start();
        appender.addFilter(filter);
        appender.start();
        return appender;
    }

    private static FileAppender<ILoggingEvent> toFile(LoggerContext context, Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw CommandFailure.badInput("--log-file needs a file in a folder that exists; found " + file + ".");
        }
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setName("file");
        appender.setContext(context);
        appender.setEncoder(encoder(context, LONG));
        appender.setFile(file.toString());
        appender.start();
        return appender;
    }

    private static PatternLayoutEncoder encoder(LoggerContext context, String pattern) {
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        return encoder;
    }

    /** A run says every alert itself. */
    private static final class ToldAlready extends Filter<ILoggingEvent> {
        private static final Set<String> TELLERS = Set.of("io.ploy.core.engine.Alerts", "io.ploy.host.run.AlertDesk");

        @Override
        public FilterReply decide(ILoggingEvent event) {
            return TELLERS.contains(event.getLoggerName()) ? FilterReply.DENY : FilterReply.NEUTRAL;
        }
    }
}
