package io.ploy.host.run;

import io.ploy.core.deployment.DeploymentCode;
import io.ploy.core.deployment.EvidenceCode;
import io.ploy.core.deployment.EvidenceStatus;
import io.ploy.core.deployment.Standing;
import java.time.Duration;
import java.time.Instant;

/**
 * What a person should know of one strategy's deployment and evidence.
 *
 * @param state whether it may add risk, and for how long
 * @param detail why not, or until when; empty if nothing is to be said
 */
record StandingNews(State state, String detail) {
    /** How long before evidence runs out a person is told. */
    static final Duration EARLY = Duration.ofDays(2);

    /** Whether it may add risk. */
    enum State {
        /** It may. */
        READY,
        /** It may for less than two days. */
        EXPIRING,
        /** It only hedges and reduces, or only reduces, because something is too old. */
        EXPIRED,
        /** It only reduces, for another reason. */
        BLOCKED
    }

    static StandingNews of(Standing standing, Instant now) {
        if (standing.anywhere() != DeploymentCode.OK) {
            return new StandingNews(State.BLOCKED, standing.detail());
        }
        EvidenceStatus status = standing.evidence(now);
        if (status.code() == EvidenceCode.OK) {
            return status.until().isAfter(now.plus(EARLY))
                    ? new StandingNews(State.READY, "")
                    : new StandingNews(State.EXPIRING, "evidence runs out at " + status.until());
        }
        return new StandingNews(
                status.code() == EvidenceCode.GRACE || status.code() == EvidenceCode.EXPIRED
                        ? State.EXPIRED
                        : State.BLOCKED,
                status.detail());
    }
}
