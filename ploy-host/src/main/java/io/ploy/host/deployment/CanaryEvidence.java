package io.ploy.host.deployment;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.core.deployment.Build;
import io.ploy.core.deployment.CanaryTerms;
import io.ploy.core.deployment.DataHash;
import io.ploy.core.deployment.Deployment;
import io.ploy.core.deployment.EvidenceFiling;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.Figures;
import io.ploy.core.deployment.PassCriteria;
import io.ploy.core.deployment.RegisterReading;
import io.ploy.core.deployment.RunSummary;
import io.ploy.core.deployment.Stage;
import io.ploy.core.persistence.JournalVisitor;
import io.ploy.core.risk.Limit;
import io.ploy.core.track.JournalRuns;
import io.ploy.core.track.TrackRecord;
import io.ploy.core.track.TrackRecorder;
import io.ploy.core.track.TrackedRun;
import io.ploy.host.backtest.RiskProfile;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.JsonText;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a canary did, by the journal of its runs. */
public final class CanaryEvidence {
    private final String strategy;
    private final Deployment deployment;
    private final Build build;
    private final List<TrackedRun> runs;
    private final Period period;
    private final TrackRecord record;

    private CanaryEvidence(
            String strategy,
            Deployment deployment,
            Build build,
            List<TrackedRun> runs,
            Period period,
            TrackRecord record) {
        this.strategy = strategy;
        this.deployment = deployment;
        this.build = build;
        this.runs = runs;
        this.period = period;
        this.record = record;
    }

    /**
     * What is asked for.
     *
     * @param journal where it is, for people
     * @param records shows a visitor every record of it, each time anew
     * @param strategy the name under which the strategy runs
     * @param fromOrNull not before this; null for all the time that the deployment was a canary
     * @param toOrNull before this
     */
    public record Request(
            String journal,
            Consumer<JournalVisitor> records,
            String strategy,
            @Nullable Instant fromOrNull,
            @Nullable Instant toOrNull) {}

    /**
     * Reads the journal twice: for what ran, and for what that did.
     *
     * @param register a register that can be believed
     * @param now what comes later is not there yet
     * @throws CommandFailure if the journal is no record of a canary of the register
     */
    public static CanaryEvidence of(Request request, RegisterReading register, Instant now) {
        JournalRuns found = new JournalRuns();
        request.records().accept(found);
        CanaryRuns candidates = new CanaryRuns(request.journal(), request.strategy(), found.runs());
        Deployment deployment = candidates.deployment(register.snapshot());
        Period asked = CanaryTime.of(register, deployment.id(), request.fromOrNull(), request.toOrNull(), now);
        List<TrackedRun> runs = candidates.within(asked, deployment);
        TrackRecorder recorder = new TrackRecorder(request.strategy(), asked.from(), asked.to());
        request.records().accept(recorder);
        return new CanaryEvidence(
                request.strategy(),
                deployment,
                CanaryRuns.build(runs, deployment),
                runs,
                covered(asked, runs),
                recorder.record());
    }

    private static Period covered(Period asked, List<TrackedRun> runs) {
        Instant first = runs.get(0).from();
        Instant last = runs.get(runs.size() - 1).to();
        return new Period(
                first.isBefore(asked.from()) ? asked.from() : first, last.isAfter(asked.to()) ? asked.to() : last);
    }

    /** For what it is evidence. */
    public Deployment deployment() {
        return deployment;
    }

    /** Of how many events something was held before, so that they are left out. */
    public int carried() {
        return record.carried();
    }

    /**
     * Judges it.
     *
     * @param profile how much was risked, before the canary's tenth
     * @param now when it is filed
     * @param by who files it
     */
    public EvidenceFiling filing(RiskProfile profile, Instant now, String by) {
        return EvidenceFiling.ofRun(
                new RunSummary(
                        EvidenceKind.CANARY,
                        build,
                        List.of(),
                        period.from(),
                        period.to(),
                        running(),
                        record.figures(),
                        OptionalDouble.empty(),
                        voids(),
                        DataHash.of("report", report().getBytes(StandardCharsets.UTF_8))
                                .sha256()),
                criteria(profile),
                now,
                by);
    }

    private static PassCriteria criteria(RiskProfile profile) {
        return PassCriteria.of(
                EvidenceKind.CANARY,
                ofCanary(profile, Limit.MAX_STRATEGY_DRAWDOWN),
                ofCanary(profile, Limit.MAX_STRATEGY_DAY_LOSS));
    }

    private static Cash ofCanary(RiskProfile profile, Limit limit) {
        return CanaryTerms.limit(Stage.CANARY, profile.limits().usd(limit));
    }

    private Duration running() {
        return runs.stream().map(run -> run.within(period.from(), period.to())).reduce(Duration.ZERO, Duration::plus);
    }

    private List<String> voids() {
        List<String> voids = new ArrayList<>();
        if (record.unknownFees() > 0) {
            voids.add("nobody knows the fees of " + record.unknownFees() + " fills");
        }
        if (record.unread() > 0) {
            voids.add(record.unread() + " records of the journal could not be read");
        }
        return voids;
    }

    /** The report that the evidence names: the same journal gives the same text, to the byte. */
    public String report() {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("schema", "ploy.track-record/1")
                .put("kind", EvidenceKind.CANARY.name())
                .put("deployment", deployment.id().name())
                .put("strategy", strategy)
                .put("artifact", build.artifactSha256())
                .put("parameters", build.parametersSha256())
                .put("engine", build.engine().text())
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .put("running", running().toString());
        ArrayNode ran = node.putArray("runs");
        runs.forEach(run -> ran.addObject()
                .put("epoch", run.epoch())
                .put("version", run.version())
                .put("venue", run.facts().orElseThrow().venue())
                .put("from", run.from().toString())
                .put(
                        "to",
                        run.to().isAfter(period.to())
                                ? period.to().toString()
                                : run.to().toString()));
        Figures figures = record.figures();
        ObjectNode totals = node.putObject("totals");
        totals.put("entries", figures.entries())
                .put("net", figures.netProfit().toString())
                .put("max_drawdown", figures.maxDrawdown().toString())
                .put("worst_day", figures.worstDay().toString())
                .put("carried", record.carried());
        ArrayNode entries = node.putArray("entries");
        record.entries()
                .forEach(entry -> entries.addObject()
                        .put("name", entry.name())
                        .put("fills", entry.fills())
                        .put("net", entry.net().toString()));
        return JsonText.of(node);
    }
}
