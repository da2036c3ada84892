package io.ploy.host;

import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.DeploymentRegister;
import io.ploy.core.deployment.FiledEvidence;
import io.ploy.core.deployment.Verdict;
import io.ploy.host.console.Printable;
import java.util.ArrayList;
import java.util.List;

/** What a person is told of evidence that was just filed. */
final class FiledText {
    private FiledText() {}

    static List<String> of(FiledEvidence filed, DeploymentId deployment, DeploymentRegister register) {
        List<String> lines = new ArrayList<>();
        Verdict verdict = filed.evidence().verdict();
        lines.add("Evidence  " + filed.number() + " for " + deployment + ": " + verdict);
        filed.findings().forEach(finding -> lines.add("          " + Printable.of(finding)));
        if (verdict == Verdict.WARN) {
            lines.add("          It counts once a person accepts that: 'ploy evidence accept " + register + " "
                    + filed.number() + " --by NAME --reason TEXT'.");
        }
        return lines;
    }
}
