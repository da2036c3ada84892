package io.ploy.host;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code ploy evidence}: it teaches what proves a strategy. */
@Command(
        name = "evidence",
        header = "See what proves a strategy, file what a canary did, accept a warning.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        commandListHeading = "%nCommands:%n",
        sortOptions = false,
        description = {
            "%nEvidence is a backtest, a paper record or a canary record of one build of a strategy, with a verdict: PASS,"
                    + " WARN, which counts once a named person accepts it, or FAIL. The newest of each kind decides. A backtest"
                    + " counts 30 days and while its data end within 45 days, a paper record 168 hours, a canary 30 days.",
            "%nBacktests are filed by 'ploy backtest --evidence', canary records by 'ploy evidence file', paper records by"
                    + " applications."
        },
        footer = {
            "%nExamples:",
            "  ploy evidence list register.jsonl --deployment dump-15m",
            "  ploy evidence show register.jsonl 3",
            "  ploy evidence file canary register.jsonl --journal journal/ --strategy dump-hedge --by anna --reason canary",
            "  ploy evidence verify register.jsonl",
            "  ploy evidence accept register.jsonl 3 --by anna --reason \"it predicts nothing, so no slope\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input or not allowed, 5 the register is damaged."
        })
final class EvidenceCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
