package io.ploy.core.deployment;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/**
 * A file that keeps deployments, their stages and their evidence: one line of JSON for each change, each with the hash of
 * the one before, never changed and never taken away. Beside it are a file with the last line's hash and one to lock.
 *
 * <p><b>Threading.</b> Thread-safe. Does I/O and waits for other writers, so never on the engine's thread; that reads the
 * snapshots of a {@link RegisterWatch}.
 *
 * <p><b>Durability.</b> What a method has returned from is on disk. A crash in the middle of a change leaves it out.
 */
public final class DeploymentRegister {
    private final Path file;
    private final Clock clock;
    private final RegisterWriter writer;

    private DeploymentRegister(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
        writer = new RegisterWriter(file, clock);
    }

    /**
     * The register in a file, which is made by the first change.
     *
     * @param file in a folder that is there
     * @param clock for the times of changes and the age of evidence
     */
    public static DeploymentRegister at(Path file, Clock clock) {
        return new DeploymentRegister(file, clock);
    }

    /**
     * Reads all of it and checks every line.
     *
     * @return what can be believed, and what is wrong if anything is
     * @throws RegisterException if it cannot be read
     */
    public RegisterReading read() {
        try {
            return RegisterReader.read(file);
        } catch (IOException e) {
            throw new RegisterException("the register " + file + " cannot be read: " + e, e);
        }
    }

    /**
     * Writes a deployment down, as a draft.
     *
     * @param deployment in stage {@link Stage#DRAFT}
     * @throws RegisterException if there is one of that id
     */
    public RegisterSnapshot create(Deployment deployment, Actor by, String reason) {
        return writer.append(by, reason, before -> new RegisterEntry.DeploymentCreated(deployment))
                .snapshot();
    }

    /**
     * Takes a deployment one stage up.
     *
     * @param by a person, who answers for it
     * @param engine the version of Ploy that will trade
     * @return what there is afterwards
     * @throws RegisterException if there is no next stage, evidence is missing, or another live deployment trades the same
     *     markets with the same strategy; it says what to do
     */
    public RegisterSnapshot promote(
            DeploymentId id, Actor by, String reason, EngineVersion engine, EvidenceRules rules) {
        return writer.append(by, reason, before -> {
                    Deployment deployment = existing(before, id);
                    Stage next = deployment
                            .stage()
                            .next()
                            .orElseThrow(() -> new RegisterException(
                                    id + " is " + deployment.stage().word() + "; there is no stage to promote it to"));
                    requireEvidence(before, deployment, next, engine, rules);
                    requireNoRival(before, deployment.withStage(next));
                    return new RegisterEntry.StageChanged(id, deployment.stage(), next);
                })
                .snapshot();
    }

    private void requireEvidence(
            RegisterSnapshot before, Deployment deployment, Stage next, EngineVersion engine, EvidenceRules rules) {
        EvidenceStatus status = EvidenceJudge.forPromotion(before, deployment, next, engine, rules)
                .at(clock.instant());
        if (status.code() != EvidenceCode.OK) {
            throw new RegisterException(
                    deployment.id() + " cannot be promoted to " + next.word() + ": " + status.detail());
        }
    }

    private static void requireNoRival(RegisterSnapshot before, Deployment promoted) {
        if (promoted.stage().tradesLive()) {
            before.deployments().stream()
                    .filter(other ->
                            !other.id().equals(promoted.id()) && other.stage().tradesLive() && other.overlaps(promoted))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new RegisterException(promoted.id() + " cannot be promoted to "
                                + promoted.stage().word() + ": " + other.id() + " is "
                                + other.stage().word() + " and trades " + other.strategy()
                                + " in some of the same markets (" + other.markets() + "); demote it first");
                    });
        }
    }

    /**
     * Takes a deployment down.
     *
     * @param to an earlier stage, {@link Stage#SUSPENDED} or {@link Stage#RETIRED}
     * @param by a person or a part of Ploy
     * @throws RegisterException if that is no way down from where it is
     */
    public RegisterSnapshot demote(DeploymentId id, Stage to, Actor by, String reason) {
        return writer.append(by, reason, before -> {
                    Deployment deployment = existing(before, id);
                    if (!deployment.stage().demotions().contains(to)) {
                        throw new RegisterException(
                                id + " is " + deployment.stage().word() + " and cannot be demoted to "
                                        + to.word() + "; possible: "
                                        + String.join(
                                                ", ",
                                                deployment.stage().demotions().stream()
                                                        .map(Stage::word)
                                                        .toList()));
                    }
                    return new RegisterEntry.StageChanged(id, deployment.stage(), to);
                })
                .snapshot();
    }

    private static Deployment existing(RegisterSnapshot snapshot, DeploymentId id) {
        return snapshot.deployment(id)
                .orElseThrow(() -> new RegisterException("there is no deployment " + id + " in "
                        + snapshot.source()
                        + (snapshot.deployments().isEmpty()
                                ? ", nor any other"
                                : "; there are "
                                        + String.join(
                                                ", ",
                                                snapshot.deployments().stream()
                                                        .map(each -> each.id().name())
                                                        .toList()))));
    }

    /**
     * Files evidence.
     *
     * @param findings the criteria that are not met, in words
     * @return as it lies in the register, with the number by which people name it
     */
    public FiledEvidence file(Evidence evidence, List<String> findings, Actor by, String reason) {
        return last(writer.append(by, reason, before -> new RegisterEntry.EvidenceFiled(evidence, findings)));
    }

    private static FiledEvidence last(RegisterReading reading) {
        return reading.snapshot()
                .evidence(reading.lines().size())
                .orElseThrow(() -> new RegisterException("what was just written is gone again"));
    }

    /**
     * Takes evidence that warns as good enough.
     *
     * @param number of its line
     * @param by a person, who answers for it
     * @throws RegisterException if there is no such evidence, or it does not warn
     */
    public RegisterSnapshot accept(long number, Actor by, String reason) {
        return writer.append(by, reason, before -> new RegisterEntry.WarningAccepted(number))
                .snapshot();
    }

    /** Where it is. */
    @Override
    public String toString() {
        return file.toString();
    }
}
