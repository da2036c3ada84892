package io.ploy.host;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ploy deployments}: it teaches the way from a draft to live trading. */
@Command(
        name = "deployments",
        header = "Say which build of a strategy may trade where, and take it from draft to live.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nA deployment is one build of a strategy (the plugin's bytes and the parameters) for some markets of one account."
                    + " It goes up one stage at a time, each step by a person and with evidence: draft, backtest, paper,"
                    + " canary, live. It goes down any number of stages: to an earlier one, suspended or retired.",
            "%nREGISTER is a file that keeps deployments and evidence. Lines are only ever added, each with who, when and why,"
                    + " and chained by hashes, so that nothing in it can be changed unseen. docs/deployments.md tells the"
                    + " whole way."
        },
        footer = {
            "%nExamples:",
            "  ploy deployments create register.jsonl dump-15m --strategy dump-hedge --account main \\",
            "      --domain crypto --markets 'btc-updown-15m-*' --timeframe 15m --by anna --reason \"first try\"",
            "  ploy deployments list register.jsonl",
            "  ploy deployments promote register.jsonl dump-15m --by anna --reason \"tests pass\"",
            "  ploy deployments demote register.jsonl dump-15m --to suspended --by anna --reason \"odd fills\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input or not allowed, 5 the register is damaged."
        })
final class DeploymentsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
