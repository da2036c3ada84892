package io.ploy.host;

import io.ploy.api.money.Cash;
import io.ploy.core.portfolio.CashKind;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.Nearest;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy book}. */
@Command(
        name = "book",
        header = "Tell a running host what cash came or went besides trading.",
        synopsisHeading = "%nUsage: ",
        parameterListHeading = "%nParameters:%n",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nRewards, rebates and gas count as profit and loss, deposits and withdrawals do not. What a comparison with the"
                    + " venue has booked as an adjustment already is only given its name: nothing is booked twice, and before or"
                    + " after a comparison is the same. A negative amount takes back what was booked wrongly."
        },
        footer = {
            "%nExamples:",
            "  ploy book main.yaml --kind reward --amount 1.25 --why 'liquidity rewards of 2 March'",
            "  ploy book main.yaml --kind withdrawal --amount 50 --why 'paid out on the site'",
            "%nExit codes: 0 booked, 1 refused or no host answered, 2 bad input."
        })
final class BookCommand implements Callable<Integer> {
    private static final List<String> KINDS = List.of("deposit", "withdrawal", "reward", "rebate", "gas", "adjustment");

    private final Console console;

    @Mixin
    private final ControlOptions run = new ControlOptions();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            required = true,
            description = "deposit, withdrawal, reward, rebate, gas or adjustment.")
    private String kind = "";

    @Option(
            names = "--amount",
            paramLabel = "USD",
            required = true,
            description =
                    "How much: what came for a deposit, reward, rebate or adjustment, what went for a withdrawal or gas.")
    private String amount = "";

    @Mixin
    private final PersonOptions person = new PersonOptions();

    BookCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CashKind booked = kind();
        boolean goes = booked == CashKind.WITHDRAWAL || booked == CashKind.GAS;
        Cash came = goes ? amount().negate() : amount();
        return ControlOptions.say(console, run.client(console).book(booked, came, person.who(), person.why()));
    }

    private CashKind kind() {
        String word = kind.toLowerCase(Locale.ROOT);
        if (!KINDS.contains(word)) {
            throw CommandFailure.badInput("--kind: found '" + kind + "', allowed " + String.join(", ", KINDS) + "."
                    + Nearest.didYouMean(word, KINDS));
        }
        return CashKind.valueOf(word.toUpperCase(Locale.ROOT));
    }

    private Cash amount() {
        try {
            return Cash.parse(amount);
        } catch (IllegalArgumentException e) {
            throw CommandFailure.badInput(
                    "--amount: found '" + amount + "', allowed USD with up to six decimals, such as 1.25.", e);
        }
    }
}
