package io.ploy.host.deployment;

import io.ploy.core.deployment.DeploymentId;
import io.ploy.core.deployment.RegisterEntry;
import io.ploy.core.deployment.RegisterLine;
import io.ploy.core.deployment.RegisterReading;
import io.ploy.core.deployment.Stage;
import io.ploy.host.console.CommandFailure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** When a deployment was a canary, by the lines of its register. */
final class CanaryTime {
    private CanaryTime() {}

    /**
     * The last such time, or what a person wants of it.
     *
     * @param fromOrNull not before this
     * @param toOrNull before this
     * @throws CommandFailure if there is none, or the deployment was in another stage then
     */
    static Period of(
            RegisterReading register,
            DeploymentId deployment,
            @Nullable Instant fromOrNull,
            @Nullable Instant toOrNull,
            Instant now) {
        Period last = last(register, deployment, now);
        if (last == null) {
            throw CommandFailure.badInput(
                    "Deployment " + deployment + " was never a canary, so no run of it is a canary's" + " record.");
        }
        Period wanted =
                new Period(fromOrNull == null ? last.from() : fromOrNull, toOrNull == null ? last.to() : toOrNull);
        if (wanted.from().isBefore(last.from()) || wanted.to().isAfter(last.to())) {
            throw CommandFailure.badInput("Deployment " + deployment + " was a canary from " + last.from() + " to "
                    + last.to() + " only; --from and --to have to lie within that.");
        }
        if (!wanted.from().isBefore(wanted.to())) {
            throw CommandFailure.badInput(
                    "--from has to be before --to; found " + wanted.from() + " and " + wanted.to() + ".");
        }
        return wanted;
    }

    private static @Nullable Period last(RegisterReading register, DeploymentId deployment, Instant now) {
        Period last = null;
        Instant since = null;
        for (RegisterLine line : register.lines()) {
            if (line.entry() instanceof RegisterEntry.StageChanged moved
                    && moved.deployment().equals(deployment)) {
                if (since != null) {
                    last = new Period(since, line.at());
                }
                since = moved.to() == Stage.CANARY ? line.at() : null;
            }
        }
        return since == null ? last : new Period(since, now);
    }
}
