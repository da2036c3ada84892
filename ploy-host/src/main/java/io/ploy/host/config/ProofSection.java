package io.ploy.host.config;

import io.ploy.core.deployment.Actor;
import io.ploy.core.deployment.DeploymentId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what lets strategies trade: the section {@code deployments}, and {@code deployment} of each strategy. */
final class ProofSection {
    static final List<String> KEYS = List.of("register", "evidence", "waivedBy", "waivedWhy");

    private static final DeploymentId NONE = new DeploymentId("none");
    private static final String WAYS =
            "register: PATH, with deployment: ID at every strategy; or, only at a venue that is"
                    + " not real, evidence: waived with waivedBy: NAME and waivedWhy: TEXT";

    private final Section section;
    private final Map<String, DeploymentId> deployments = new LinkedHashMap<>();
    private final boolean isRegister;
    private final boolean isWaived;

    ProofSection(Section root) {
        section = root.section("deployments").allow(KEYS);
        isRegister = section.has("register");
        isWaived = section.has("evidence");
        if (!isRegister && !isWaived) {
            root.fault("deployments", "missing: live trading needs " + WAYS);
        }
        if (isRegister && isWaived) {
            root.fault("deployments", "found register and evidence; name one of register: PATH and evidence: waived");
        }
    }

    /** Takes what one strategy trades for. */
    void strategy(Section strategy, String name) {
        String text = strategy.text("deployment");
        if (!isRegister) {
            if (isWaived && strategy.has("deployment")) {
                strategy.fault("deployment", "means nothing where evidence is waived; it is for a register");
            }
        } else if (text == null) {
            if (!strategy.has("deployment")) {
                strategy.fault(
                        "deployment",
                        "missing: say for which deployment of the register it trades, as 'ploy deployments list' names it");
            }
        } else {
            DeploymentId id = strategy.made("deployment", NONE, () -> new DeploymentId(text));
            if (!id.equals(NONE) && deployments.containsValue(id)) {
                strategy.fault(
                        "deployment", "another strategy trades for " + id + " already; make a deployment for each");
            } else {
                deployments.put(name, id);
            }
        }
    }

    Proof proof(Path folder) {
        if (isWaived) {
            String given = section.text("evidence");
            if (given != null && !given.equals("waived")) {
                section.fault("evidence", "found '" + given + "', allowed waived. Evidence is in a register: " + WAYS);
            }
            String by = section.required("waivedBy", "anna");
            String why = section.required("waivedWhy", "\"a simulated venue\"");
            return new Proof.Waived(
                    by.isEmpty()
                            ? by
                            : section.made(
                                    "waivedBy", by, () -> Actor.person(by).name()),
                    why.trim());
        }
        for (String key : List.of("waivedBy", "waivedWhy")) {
            if (section.has(key)) {
                section.fault(key, "means nothing without evidence: waived");
            }
        }
        return new Proof.Register(
                folder.resolve(isRegister ? section.required("register", "register.jsonl") : ""), deployments);
    }
}
