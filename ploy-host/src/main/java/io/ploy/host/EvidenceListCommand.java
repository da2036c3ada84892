package io.ploy.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.FiledEvidence;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.Console;
import io.ploy.host.console.ExitCode;
import io.ploy.host.console.JsonText;
import io.ploy.host.deployment.EvidenceText;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ploy evidence list}. */
@Command(
        name = "list",
        header = "List evidence, oldest first.",
        synopsisHeading = "%nUsage: ",
        optionListHeading = "%nOptions:%n",
        parameterListHeading = "%nParameters:%n",
        sortOptions = false,
        footer = {
            "%nExamples:",
            "  ploy evidence list register.jsonl",
            "  ploy evidence list register.jsonl --deployment dump-15m --json | jq '.evidence[-1]'",
            "%nExit codes: 0 done, 1 failed, 2 bad input, 5 the register is damaged."
        })
final class EvidenceListCommand implements Callable<Integer> {
    private final Console console;
    private final Clock clock;

    @Mixin
    private final RegisterOptions register = new RegisterOptions();

    @Option(
            names = "--deployment",
            paramLabel = "ID",
            description = "Only what is about this deployment's artifact and parameters. Default: all.")
    private @Nullable String deployment;

    @Option(names = "--json", description = "Print one JSON object instead of text.")
    private boolean json;

    EvidenceListCommand(Console console, Clock clock) {
        this.console = console;
        this.clock = clock;
    }

    @Override
    public Integer call() {
        RegisterSnapshot snapshot =
                RegisterOptions.believed(register.existing(clock).read());
        List<FiledEvidence> found = deployment == null ? snapshot.evidence() : of(snapshot, deployment);
        if (json) {
            ObjectNode root = JsonNodeFactory.instance.objectNode();
            root.put("schema", "ploy.evidence/1").put("register", snapshot.source());
            ArrayNode all = root.putArray("evidence");
            found.forEach(each -> all.add(EvidenceText.json(each)));
            console.out().print(JsonText.of(root));
        } else {
            EvidenceText.list(found, console.outStyle()).forEach(console.out()::println);
        }
        return ExitCode.OK;
    }

    private static List<FiledEvidence> of(RegisterSnapshot snapshot, String id) {
        Deployment about = snapshot.deployment(Words.read("--deployment", () -> new DeploymentId(id)))
                .orElseThrow(() -> CommandFailure.badInput("There is no deployment " + id + " in " + snapshot.source()
                        + ". 'ploy deployments list " + snapshot.source() + "' shows them."));
        return snapshot.evidence().stream()
                .filter(each -> each.evidence()
                                .build()
                                .artifactSha256()
                                .equals(about.artifact().sha256())
                        && each.evidence().build().parametersSha256().equals(about.parametersSha256()))
                .toList();
    }
}
