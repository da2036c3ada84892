package io.ploy.host;

import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.EvidenceFiling;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.FiledEvidence;
import io.ploy.core.deployment.RegisterReading;
import io.ploy.core.persistence.JournalCorruptException;
import io.ploy.host.backtest.RiskProfile;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.Printable;
import io.ploy.host.deployment.CanaryEvidence;
import io.ploy.host.journal.DatabaseAccess;
import io.ploy.host.journal.JournalLocation;
import io.ploy.host.journal.RecordProgress;
import io.ploy.host.report.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ploy evidence file}. */
@Command(
        name = "file",
        header = "File what a canary did, by the journal of its runs.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        description = {
            "%nThe journal says with which plugin, parameters and sizing each run traded, for which deployment, and whether the"
                    + " money was real; the register says when that deployment was a canary. Only runs with real money, in"
                    + " that time and of exactly that build count. The report says what every event earned."
        },
        footer = {
            "%nExamples:",
            "  ploy evidence file canary register.jsonl --journal journal/ --strategy dump-hedge \\",
            "      --by anna --reason \"two weeks as a canary\"",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the register or the journal is damaged."
        })
final class EvidenceFileCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Parameters(index = "0", paramLabel = "KIND", description = "canary.")
    private EvidenceKind kind = EvidenceKind.CANARY;

    @Parameters(index = "1", paramLabel = "REGISTER", description = "The file that keeps deployments and evidence.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path register;

    @Option(
            names = "--journal",
            paramLabel = "PLACE",
            required = true,
            description = "The runs' journal: a folder of journal files, a file of SQLite, or"
                    + " jdbc:postgresql://HOST/DATABASE.")
    private String journal = "";

    @Option(names = "--user", paramLabel = "NAME", description = "The role at a PostgreSQL server.")
    private @Nullable String user;

    @Option(
            names = "--schema",
            paramLabel = "NAME",
            defaultValue = "ploy",
            description = "The account's schema at a PostgreSQL server. Default: ${DEFAULT-VALUE}.")
    private String schema = "";

    @Option(
            names = "--strategy",
            paramLabel = "NAME",
            required = true,
            description = "Which strategy, by its name in the run's configuration.")
    private String strategy = "";

    @Option(
            names = "--from",
            paramLabel = "TIME",
            description =
                    "Not before this time in UTC: 2026-01-05 or 2026-01-05T12:00:00Z. Default: since it is a canary.")
    private @Nullable String from;

    @Option(
            names = "--to",
            paramLabel = "TIME",
            description = "Before this time in UTC. Default: as long as it was one.")
    private @Nullable String to;

    @Option(
            names = "--risk",
            paramLabel = "PROFILE",
            defaultValue = "conservative",
            description =
                    "conservative or standard: with a tenth of which limits it traded. Default: ${DEFAULT-VALUE}.")
    private RiskProfile profile = RiskProfile.CONSERVATIVE;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description =
                    "Keep the report that the evidence names. Default: none; the same journal gives the same again.")
    private @Nullable Path out;

    @Mixin
    private final ActorOptions actor = new ActorOptions();

    EvidenceFileCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        requireCanary();
        Actor by = actor.actor();
        String reason = actor.reason();
        DeploymentRegister file = RegisterOptions.existing(register, clock);
        RegisterReading reading = file.read();
        RegisterOptions.believed(reading);
        JournalLocation location = JournalLocation.of(journal, new DatabaseAccess(user, schema), console.environment());
        Instant now = clock.instant();
        CanaryEvidence evidence;
        try {
            evidence = CanaryEvidence.of(
                    new CanaryEvidence.Request(
                            location.toString(),
                            visitor -> location.read(new RecordProgress(console, visitor)),
                            strategy,
                            HistoryOptions.time("--from", from),
                            HistoryOptions.time("--to", to)),
                    reading,
                    now);
        } catch (JournalCorruptException e) {
            console.err()
                    .println(console.errStyle().bad("ploy:") + " " + Printable.of(String.valueOf(e.getMessage()))
                            + " Nothing is filed of a damaged journal.");
            return ExitCode.DAMAGED;
        }
        EvidenceFiling filing = evidence.filing(profile, now, by.name());
        keep(evidence.report());
        FiledEvidence filed = file.file(filing.evidence(), filing.findings(), by, reason);
        FiledText.of(filed, evidence.deployment().id(), file).forEach(console.out()::println);
        if (evidence.carried() > 0) {
            console.out()
                    .println("          " + evidence.carried()
                            + " events of which something was held before are left out.");
        }
        return ExitCode.OK;
    }

    private void requireCanary() {
        switch (kind) {
            case CANARY -> {}
            case BACKTEST ->
                throw CommandFailure.badInput(
                        "A backtest is filed as it is made: 'ploy backtest --evidence REGISTER'.");
            case PAPER ->
                throw CommandFailure.badInput(
                        "A paper record needs a simulated venue on live books, which no run of this version has: what is"
                                + " traded at 'ploy simulate' proves nothing about the market.");
        }
    }

    private void keep(String report) {
        Path target = out;
        if (target != null) {
            try {
                AtomicFile.write(target, writer -> writer.write(report));
            } catch (IOException e) {
                throw CommandFailure.failed("Cannot write the report into " + target + ": " + e + ".", e);
            }
        }
    }
}
