package io.ploy.core.deployment;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The deployments and the evidence of a register at one moment. Immutable, so any thread may read it. */
public final class RegisterSnapshot {
    private final String source;
    private final @Nullable String fault;
    private final long lines;
    private final Map<DeploymentId, Deployment> deployments;
    private final List<FiledEvidence> evidence;
    private final Map<DeploymentId, DeploymentId> ambiguous;

    RegisterSnapshot(
            String source,
            @Nullable String fault,
            long lines,
            Map<DeploymentId, Deployment> deployments,
            List<FiledEvidence> evidence) {
        this.source = source;
        this.fault = fault;
        this.lines = lines;
        this.deployments = Collections.unmodifiableMap(new TreeMap<>(deployments));
        this.evidence = List.copyOf(evidence);
        ambiguous = ambiguous(deployments);
    }

    /** Of a register without a line. */
    public static RegisterSnapshot empty(String source) {
        return new RegisterSnapshot(source, null, 0, Map.of(), List.of());
    }

    /** Of a register that cannot be believed: it has no deployment and no evidence, and says why. */
    public static RegisterSnapshot untrusted(String source, String fault) {
        return new RegisterSnapshot(source, fault, 0, Map.of(), List.of());
    }

    private static Map<DeploymentId, DeploymentId> ambiguous(Map<DeploymentId, Deployment> deployments) {
        List<Deployment> live = deployments.values().stream()
                .filter(each -> each.stage().tradesLive())
                .toList();
        Map<DeploymentId, DeploymentId> found = new HashMap<>();
        for (int i = 0; i < live.size(); i++) {
            for (int j = i + 1; j < live.size(); j++) {
                if (live.get(i).overlaps(live.get(j))) {
                    found.put(live.get(i).id(), live.get(j).id());
                    found.put(live.get(j).id(), live.get(i).id());
                }
            }
        }
        return Map.copyOf(found);
    }

    /** Where the register is, for messages. */
    public String source() {
        return source;
    }

    /** Why it cannot be believed; absent if it can. */
    public Optional<String> fault() {
        return Optional.ofNullable(fault);
    }

    /** How many lines it has. */
    public long lines() {
        return lines;
    }

    /** Every deployment, in the order of the ids. */
    public List<Deployment> deployments() {
        return List.copyOf(deployments.values());
    }

    /** One deployment. */
    public Optional<Deployment> deployment(DeploymentId id) {
        return Optional.ofNullable(deployments.get(id));
    }

    @Nullable
    Deployment deploymentOrNull(DeploymentId id) {
        return deployments.get(id);
    }

    /** All evidence, in the order in which it was filed. */
    public List<FiledEvidence> evidence() {
        return evidence;
    }

    /** The evidence of one line. */
    public Optional<FiledEvidence> evidence(long number) {
        return evidence.stream().filter(each -> each.number() == number).findFirst();
    }

    /**
     * The newest evidence of a kind for a build, which is the one that decides.
     *
     * @param kind of evidence
     * @param build what runs
     * @return absent if there is none
     */
    public Optional<FiledEvidence> newest(EvidenceKind kind, Build build) {
        FiledEvidence newest = null;
        for (FiledEvidence each : evidence) {
            if (each.evidence().kind() == kind && each.evidence().build().matches(build)) {
                newest = each;
            }
        }
        return Optional.ofNullable(newest);
    }

    /**
     * Another deployment that trades live with the same strategy and account in the same markets.
     *
     * @return absent if there is none; then the deployment is not ambiguous
     */
    public Optional<DeploymentId> rival(DeploymentId id) {
        return Optional.ofNullable(ambiguous.get(id));
    }

    /** Every deployment that has a {@link #rival}. To be told when a configuration is loaded. */
    public Set<DeploymentId> ambiguous() {
        return new HashSet<>(ambiguous.keySet());
    }

    boolean isAmbiguous(DeploymentId id) {
        return ambiguous.containsKey(id);
    }
}
