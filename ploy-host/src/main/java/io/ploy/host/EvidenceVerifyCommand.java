package io.ploy.host;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.deployment.RegisterLine;
import io.ploy.core.deployment.RegisterReading;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.JsonText;
import io.ploy.host.console.Printable;
import java.time.Clock;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy evidence verify}. */
@Command(
        name = "verify",
        header = "Check that no line of a register was changed, added, moved or taken away.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nReads every line: its own hash, that of the line before, whether it makes sense there, and whether the last one"
                    + " is the last that was written, which the file REGISTER.head tells. Changes nothing."
        },
        footer = {
            "%nExamples:",
            "  ploy evidence verify register.jsonl",
            "%nExit codes: 0 sound, 1 failed, 2 bad input, 5 damaged: runs add no risk by it until it is put back."
        })
final class EvidenceVerifyCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    EvidenceVerifyCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        RegisterReading reading = register.existing(clock).read();
        if (json) {
            console.out().print(JsonText.of(tree(reading)));
        } else {
            lines(reading);
        }
        return reading.fault().isEmpty() ? ExitCode.OK : ExitCode.DAMAGED;
    }

    private static ObjectNode tree(RegisterReading reading) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("schema", "ploy.register.verification/1")
                .put("register", reading.snapshot().source())
                .put("sound", reading.fault().isEmpty())
                .put("fault", reading.fault().orElse(null))
                .put("lines", reading.lines().size())
                .put("torn", reading.torn());
        return root;
    }

    private void lines(RegisterReading reading) {
        console.out().println("Register  " + Printable.of(reading.snapshot().source()));
        console.out().println("Lines     " + Amounts.count(reading.lines().size()) + last(reading));
        if (reading.fault().isPresent()) {
            console.err()
                    .println(console.errStyle().bad("ploy:") + " "
                            + Printable.of(reading.fault().get()));
            console.out().println("Not sound: nothing in it can be believed. Put back a copy of it, with its head.");
            return;
        }
        if (reading.torn() > 0) {
            console.out()
                    .println("Torn      " + Amounts.count(reading.torn())
                            + " bytes of a line that was never finished; the next change cuts them.");
        }
        console.out().println("Sound: every line is the one that was written.");
    }

    private static String last(RegisterReading reading) {
        if (reading.lines().isEmpty()) {
            return "";
        }
        RegisterLine line = reading.lines().get(reading.lines().size() - 1);
        return ", the last at " + line.at() + " by " + Printable.of(line.by().name());
    }
}
