package io.ploy.host.run;

import io.ploy.api.venue.AccountCheck;
import io.ploy.api.venue.AccountCheck.Verdict;
import io.ploy.core.deployment.Deployments.Deployed;
import io.ploy.core.deployment.EvidenceKind;
import io.ploy.core.deployment.FiledEvidence;
import io.ploy.core.deployment.RegisterSnapshot;
import io.ploy.core.deployment.Stage;
import io.ploy.core.deployment.Standing;
import io.ploy.core.deployment.Standings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run would find of its deployments. */
final class StandingChecks {
    private static final long DAYS_FROM_HOURS = 48;

    private StandingChecks() {}

    /** One for each strategy, by name. */
    static List<AccountCheck> of(Standings standings, Instant now) {
        List<AccountCheck> checks = new ArrayList<>();
        for (Map.Entry<String, Standing> each : new TreeMap<>(standings.all()).entrySet()) {
            Standing standing = each.getValue();
            StandingNews news = StandingNews.of(standing, now);
            Verdict verdict = switch (news.state()) {
                case READY -> Verdict.GOOD;
                case EXPIRING -> Verdict.WARNING;
                case EXPIRED, BLOCKED -> Verdict.BAD;
            };
            Stage stage = standing.stage();
            checks.add(new AccountCheck(
                    "deployment of " + each.getKey(),
                    verdict,
                    standing.deployed().id() + " is " + (stage == null ? "not known" : stage.word())
                            + evidence(standings.snapshot(), standing.deployed(), now)
                            + (news.detail().isEmpty() ? "" : "; " + news.detail())));
        }
        return checks;
    }

    private static String evidence(RegisterSnapshot register, Deployed deployed, Instant now) {
        StringBuilder words = new StringBuilder();
        for (EvidenceKind kind : EvidenceKind.values()) {
            FiledEvidence newest = register.newest(kind, deployed.running()).orElse(null);
            if (newest != null) {
                words.append(", ")
                        .append(kind.word())
                        .append(" filed ")
                        .append(age(Duration.between(newest.evidence().createdAt(), now)))
                        .append(" ago: ")
                        .append(newest.evidence().verdict())
                        .append(
                                newest.evidence().verdict() == io.ploy.core.deployment.Verdict.WARN && newest.counts()
                                        ? " accepted"
                                        : "");
            }
        }
        return words.isEmpty() ? ", without evidence for what is installed" : words.toString();
    }

    private static String age(Duration age) {
        long hours = age.toHours();
        return hours < DAYS_FROM_HOURS ? hours + " h" : age.toDays() + " days";
    }
}
