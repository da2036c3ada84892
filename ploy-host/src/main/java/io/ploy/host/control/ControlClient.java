package io.ploy.host.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.portfolio.CashKind;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/** A person's side of a control folder. */
public final class ControlClient {
    private static final long LOOK_EVERY_NANOS = Duration.ofMillis(20).toNanos();

    private final ControlFolder folder;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Duration patience;

    /**
     * A client.
     *
     * @param folder of the run
     * @param clock tells the time
     * @param nanos how it goes by
     * @param patience how long a host may take to answer
     */
    public ControlClient(ControlFolder folder, Clock clock, LongSupplier nanos, Duration patience) {
        this.folder = folder;
        this.clock = clock;
        this.nanos = nanos;
        this.patience = patience;
    }

    /**
     * Stops all trading, now or, if no host runs, at the next start.
     *
     * @param who asks
     * @param why the reason
     * @return what came of it; not done if a host is there and does not answer
     */
    public ControlAnswer kill(String who, String why) {
        try {
            folder.make();
            String id = folder.newId();
            folder.raise(new KillFlag(id, who, why));
            Optional<ControlAnswer> answer = await(id);
            if (answer.isPresent()) {
                return answer.get();
            }
            return living().map(pid -> ControlAnswer.refused("Process " + pid + " did not answer within " + seconds()
                            + ". The file KILL stays and stops it as soon as it reads it. If it does not: kill -9 "
                            + pid
                            + ", and cancel on the venue's site."))
                    .orElseGet(() -> ControlAnswer.done(
                            "No host runs here. The file KILL stays: the next start begins halted. Orders that are open at"
                                    + " the venue are cancelled by that start, or by you on the venue's site."));
        } catch (IOException e) {
            throw CommandFailure.failed(
                    "Nothing was stopped: " + folder + " cannot be written: " + e.getMessage()
                            + ". End the process with a signal instead.",
                    e);
        }
    }

    /**
     * Stops a scope of a running host.
     *
     * @param scope what
     * @param how far
     * @param who asks
     * @param why the reason
     * @return what the host says
     */
    public ControlAnswer stop(Scope scope, Stop how, String who, String why) {
        return ask(new ControlCommand(
                ControlCommand.Kind.valueOf(how.name()),
                scope,
                List.of(),
                who,
                why,
                clock.instant().plus(patience)));
    }

    /**
     * Has a running host sell what is held in a scope.
     *
     * @param scope what
     * @param who asks
     * @param why the reason
     * @return what the host says at once; its status says how it goes on
     */
    public ControlAnswer flatten(Scope scope, String who, String why) {
        return ask(new ControlCommand(
                ControlCommand.Kind.FLATTEN,
                scope,
                List.of(),
                who,
                why,
                clock.instant().plus(patience)));
    }

    /**
     * Resets causes of a running host.
     *
     * @param scope of which
     * @param causes by their names
     * @param who asks
     * @param why the reason
     * @return what the host says
     */
    public ControlAnswer reset(Scope scope, List<String> causes, String who, String why) {
        return ask(new ControlCommand(
                ControlCommand.Kind.RESET,
                scope,
                causes,
                who,
                why,
                clock.instant().plus(patience)));
    }

    /**
     * Changes limits of a running host, until it ends.
     *
     * @param scope the account, or one strategy
     * @param values as {@code key=value}
     * @param loosen whether some may allow more than now
     * @param who asks
     * @param why the reason
     * @return what the host says
     */
    public ControlAnswer limits(Scope scope, List<String> values, boolean loosen, String who, String why) {
        return ask(new ControlCommand(
                loosen ? ControlCommand.Kind.LOOSEN : ControlCommand.Kind.TIGHTEN,
                scope,
                values,
                who,
                why,
                clock.instant().plus(patience)));
    }

    /**
     * Gives a risk rule of a running host that failed another chance.
     *
     * @param rule its name
     * @param who asks
     * @param why the reason
     * @return what the host says
     */
    public ControlAnswer switchOn(String rule, String who, String why) {
        return ask(new ControlCommand(
                ControlCommand.Kind.SWITCH_ON,
                Scope.ACCOUNT,
                List.of(rule),
                who,
                why,
                clock.instant().plus(patience)));
    }

    /**
     * Tells a running host what cash came or went besides trading.
     *
     * @param kind what it was
     * @param amount positive if it came
     * @param who says so
     * @param why what for
     * @return what the host says
     */
    public ControlAnswer book(CashKind kind, Cash amount, String who, String why) {
        return ask(new ControlCommand(
                ControlCommand.Kind.BOOK,
                Scope.ACCOUNT,
                List.of(kind.name() + "=" + amount),
                who,
                why,
                clock.instant().plus(patience)));
    }

    private ControlAnswer ask(ControlCommand command) {
        try {
            folder.make();
            String id = folder.newId();
            folder.ask(id, command);
            return await(id)
                    .orElseGet(() -> ControlAnswer.refused(living().map(pid -> "Process " + pid
                                    + " did not answer within " + seconds() + ", and nothing was done.")
                            .orElse("No host runs here, and nothing was done.")));
        } catch (IOException e) {
            throw CommandFailure.failed("Nothing was done: " + folder + " cannot be used: " + e.getMessage(), e);
        }
    }

    private Optional<ControlAnswer> await(String id) throws IOException {
        long start = nanos.getAsLong();
        // Where no host seems to be, one may be starting, or its status was taken away: it gets a moment all the same.
        long most = (living().isPresent() ? patience : patience.dividedBy(5)).toNanos();
        try {
            while (true) {
                Optional<ControlAnswer> answer = folder.takeAnswer(id);
                if (answer.isPresent() || nanos.getAsLong() - start > most) {
                    return answer;
                }
                LockSupport.parkNanos(LOOK_EVERY_NANOS);
                if (Thread.currentThread().isInterrupted()) {
                    return Optional.empty();
                }
            }
        } finally {
            folder.withdraw(id);
        }
    }

    /** The process that wrote the status last, if it is still there. */
    private Optional<Long> living() {
        try {
            return folder.status()
                    .map(HostProcess::of)
                    .filter(HostProcess::isAlive)
                    .map(HostProcess::pid);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /**
     * How a host stands.
     *
     * @return what it wrote last; absent if none runs
     */
    public Optional<ObjectNode> status() {
        try {
            return folder.status().filter(status -> HostProcess.of(status).isAlive());
        } catch (IOException e) {
            throw CommandFailure.failed("The status in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Whether the next start begins halted.
     *
     * @return true while the flag is there
     */
    public boolean isFlagged() {
        return folder.flag().isPresent();
    }

    private String seconds() {
        return patience.toMillis() / 1_000.0 + " s";
    }
}
