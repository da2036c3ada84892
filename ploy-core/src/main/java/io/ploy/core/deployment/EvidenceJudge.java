package io.ploy.core.deployment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Weighs the evidence for one build. The newest of each kind decides. */
final class EvidenceJudge {
    private final RegisterSnapshot register;
    private final Deployment deployment;
    private final Set<EvidenceKind> needs;
    private final Build build;
    private final EvidenceRules rules;
    private final boolean hasGrace;

    private EvidenceJudge(
            RegisterSnapshot register,
            Deployment deployment,
            Set<EvidenceKind> needs,
            Build build,
            EvidenceRules rules,
            boolean hasGrace) {
        this.register = register;
        this.deployment = deployment;
        this.needs = needs;
        this.build = build;
        this.rules = rules;
        this.hasGrace = hasGrace;
    }

    /** For orders of a deployment in the stage it is in. */
    static EvidenceJudge forOrders(
            RegisterSnapshot register, Deployment deployment, Build running, EvidenceRules rules) {
        Set<EvidenceKind> needs =
                deployment.stage().tradesLive() ? deployment.stage().needs() : Set.of();
        return new EvidenceJudge(register, deployment, needs, running, rules, true);
    }

    /** For entering a stage: nothing that ran out counts. */
    static EvidenceJudge forPromotion(
            RegisterSnapshot register, Deployment deployment, Stage next, EngineVersion engine, EvidenceRules rules) {
        return new EvidenceJudge(register, deployment, next.needs(), deployment.build(engine), rules, false);
    }

    EvidenceStatus at(Instant now) {
        List<EvidenceStatus> each = new ArrayList<>();
        for (EvidenceKind kind : needs) {
            each.add(of(kind, now));
        }
        Instant from = Instant.MIN;
        Instant until = Instant.MAX;
        EvidenceStatus worst = new EvidenceStatus(EvidenceCode.OK, "", from, until);
        for (EvidenceStatus status : each) {
            from = status.from().isAfter(from) ? status.from() : from;
            until = status.until().isBefore(until) ? status.until() : until;
            if (weight(status) > weight(worst)) {
                worst = status;
            }
        }
        return new EvidenceStatus(worst.code(), worst.detail(), from, until);
    }

    /** Of several that block, the first, which is made first too. */
    private static int weight(EvidenceStatus status) {
        return switch (status.code()) {
            case OK -> 0;
            case GRACE -> 1;
            case MISSING, EXPIRED, FAILED, MISMATCH -> 2;
        };
    }

    private EvidenceStatus of(EvidenceKind kind, Instant now) {
        FiledEvidence newest = register.newest(kind, build).orElse(null);
        if (newest == null) {
            return absent(kind);
        }
        String flaw = flaw(newest);
        if (flaw != null) {
            return always(EvidenceCode.FAILED, flaw);
        }
        return byAge(newest, now);
    }

    private EvidenceStatus absent(EvidenceKind kind) {
        FiledEvidence near = null;
        for (FiledEvidence each : register.evidence()) {
            if (each.evidence().kind() == kind && each.evidence().build().resembles(build)) {
                near = each;
            }
        }
        String needed = "a " + kind.word() + " that passes is needed for exactly what runs";
        return near == null
                ? always(EvidenceCode.MISSING, needed + ", and there is none: " + remedy(kind))
                : always(
                        EvidenceCode.MISMATCH,
                        needed + "; evidence " + near.number() + " has "
                                + build.difference(near.evidence().build()) + ": " + remedy(kind));
    }

    private @Nullable String flaw(FiledEvidence filed) {
        Evidence evidence = filed.evidence();
        String which = "the newest " + evidence.kind().word() + ", evidence " + filed.number() + ", ";
        if (!filed.counts()) {
            return evidence.verdict() == Verdict.WARN
                    ? which + "warns and nobody accepted it: 'ploy evidence accept " + register.source() + " "
                            + filed.number() + " --by NAME --reason TEXT', or " + remedy(evidence.kind())
                    : which + "failed: " + remedy(evidence.kind());
        }
        if (evidence.kind() == EvidenceKind.PAPER
                && (evidence.covered().compareTo(rules.paperRunning()) < 0
                        || evidence.figures().entries() < rules.paperEntries())) {
            return which + "covers " + TimeWords.of(evidence.covered()) + " and "
                    + evidence.figures().entries() + " entries; needed are "
                    + TimeWords.of(rules.paperRunning()) + " and " + rules.paperEntries() + ": "
                    + remedy(evidence.kind());
        }
        return null;
    }

    private EvidenceStatus byAge(FiledEvidence filed, Instant now) {
        Evidence evidence = filed.evidence();
        EvidenceKind kind = evidence.kind();
        String which = "evidence " + filed.number() + ", a " + kind.word() + ", ";
        if (now.isBefore(evidence.createdAt())) {
            return new EvidenceStatus(
                    EvidenceCode.FAILED,
                    which + "was filed at " + evidence.createdAt() + ", after now: is a clock wrong?",
                    Instant.MIN,
                    evidence.createdAt().minusNanos(1));
        }
        Instant byFiling = evidence.createdAt().plus(rules.age(kind));
        Instant byData = kind == EvidenceKind.BACKTEST ? evidence.to().plus(rules.dataAge()) : Instant.MAX;
        Instant last = byFiling.isBefore(byData) ? byFiling : byData;
        if (!now.isAfter(last)) {
            return new EvidenceStatus(EvidenceCode.OK, "", evidence.createdAt(), last);
        }
        String why = which + "ran out at " + last
                + (byFiling.isBefore(byData)
                        ? ", " + TimeWords.of(rules.age(kind)) + " after it was filed"
                        : ", " + TimeWords.of(rules.dataAge()) + " after its data end");
        Instant graceEnds = last.plus(rules.grace());
        if (hasGrace && !now.isAfter(graceEnds)) {
            return new EvidenceStatus(
                    EvidenceCode.GRACE,
                    why + "; nothing but hedging and reducing until " + graceEnds + ", then only reducing: "
                            + remedy(kind),
                    last.plusNanos(1),
                    graceEnds);
        }
        return new EvidenceStatus(
                EvidenceCode.EXPIRED,
                why + ": " + remedy(kind),
                (hasGrace ? graceEnds : last).plusNanos(1),
                Instant.MAX);
    }

    private static EvidenceStatus always(EvidenceCode code, String detail) {
        return new EvidenceStatus(code, detail, Instant.MIN, Instant.MAX);
    }

    private String remedy(EvidenceKind kind) {
        return switch (kind) {
            case BACKTEST ->
                "'ploy backtest --data RECORDINGS --strategy " + deployment.strategy()
                        + " --param ... --out DIR --evidence " + register.source() + " --deployment " + deployment.id()
                        + " --by NAME'";
            case PAPER ->
                "run " + deployment.id() + " on paper for " + TimeWords.of(rules.paperRunning()) + " and "
                        + rules.paperEntries() + " entries and file its record";
            case CANARY ->
                "trade " + deployment.id() + " as a canary and file its record: 'ploy evidence file canary "
                        + register.source() + " --journal PLACE --strategy NAME --by NAME --reason TEXT'";
        };
    }
}
