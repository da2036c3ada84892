package io.ploy.host;

import com.fasterxml.jackson.databind.JsonNode;
import io.ploy.core.breaker.Scope;
import io.ploy.core.time.SystemClock;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.control.ControlAnswer;
import io.ploy.host.control.ControlClient;
import io.ploy.host.control.FlattenText;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy flatten}. */
@Command(
        name = "flatten",
        header = "Sell what a running host holds, in all or in a part, and pause it.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nStrategies are paused and their orders cancelled. Pairs of both outcomes are merged where the venue can; the rest is sold"
                    + " to the best bids, every 2 seconds for a minute, no lower than the price collar allows, and offered where"
                    + " nobody bids. Nothing is bought. What is left at the end is listed with the reason. Trading stays paused until"
                    + " 'ploy reset --causes paused', which also ends a sale under way. A scope that is halted sells nothing: reset the causes of the halt first."
        },
        footer = {
            "%nExamples:",
            "  ploy flatten main.yaml --why 'out before the weekend'",
            "  ploy flatten main.yaml --scope strategy:far --why 'it is retired'",
            "  ploy reset main.yaml --scope strategy:far --causes paused --why 'it trades again'",
            "%nExit codes: 0 nothing is held any more, 1 something is left, refused, or no host answered, 2 bad input."
        })
final class FlattenCommand implements Callable<Integer> {
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(250).toNanos();
    private static final Duration SILENCE = Duration.ofSeconds(30);

    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Mixin
    private final ScopeOption scope = new ScopeOption();

    @Option(names = "--no-wait", description = "Do not wait for its end; 'ploy risk status' shows it.")
    private boolean noWait;

    @Mixin
    private final PersonOptions person = new PersonOptions();

    FlattenCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Instant asked = SystemClock.utc().instant();
        ControlClient client = run.client(console);
        Scope what = scope.scope();
        ControlAnswer answer = client.flatten(what, person.who(), person.why());
        int said = ControlOptions.say(console, answer);
        return answer.done() && !noWait ? follow(client, what, asked) : said;
    }

    /** Says how it goes on until it is over, or nothing more is heard of it. */
    private int follow(ControlClient client, Scope what, Instant asked) {
        long heard = console.nanos().getAsLong();
        String last = "";
        while (console.nanos().getAsLong() - heard < SILENCE.toNanos()) {
            LockSupport.parkNanos(LOOK_EVERY_NANOS);
            if (Thread.currentThread().isInterrupted()) {
                return ExitCode.FAILURE;
            }
            JsonNode status = client.status().map(JsonNode.class::cast).orElse(null);
            if (status == null) {
                console.err().println("The host ended before the sale did. Its positions are in 'ploy journal query'.");
                return ExitCode.FAILURE;
            }
            JsonNode sale = status.path("engine").path("flatten");
            if (!isThis(sale, what, asked)) {
                continue;
            }
            if (sale.path("over").asBoolean()) {
                FlattenText.lines(status, console.outStyle()).forEach(console.out()::println);
                return sale.path("left").isEmpty() ? ExitCode.OK : ExitCode.FAILURE;
            }
            String now = "attempt " + sale.path("attempt").asInt() + " of "
                    + sale.path("attempts").asInt() + ", positions left: "
                    + sale.path("left").size();
            if (!now.equals(last)) {
                console.out().println(now);
                last = now;
                heard = console.nanos().getAsLong();
            }
        }
        console.err()
                .println("Nothing was heard of the sale for " + SILENCE.toSeconds() + " s: see 'ploy risk status'.");
        return ExitCode.FAILURE;
    }

    private static boolean isThis(JsonNode sale, Scope what, Instant asked) {
        return sale.path("scope").asText().equals(what.toString())
                && !Instant.parse(sale.path("since").asText()).isBefore(asked);
    }
}
