package io.ploy.testkit.polymarket.fault.process;

import io.ploy.api.plugin.Parameter;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Deed;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Occasion;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Kills or pauses the process under test, at a request if one is asked for: before the venue sees it, which may then be lost. */
final class Kill extends Deed {
    static final Parameter<Integer> PID =
            Parameter.integer("pid", "1").between("1", "1000000000").help("The process.");
    static final Parameter<How> HOW = Parameter.choice("how", How.KILL).help("What is done to it.");
    static final Parameter<Duration> PAUSE =
            Parameter.duration("pause", "10").between("0.01", "3600").help("For PAUSE: how long, in real time.");

    /** What is done. */
    enum How {
        /** SIGKILL; the request that set it off is processed. */
        KILL,
        /** SIGKILL; the request that set it off is not processed. */
        KILL_AND_LOSE,
        /** SIGSTOP, and SIGCONT later. */
        PAUSE
    }

    Kill(Injection injection) {
        super(injection);
        if (injection.get(PID) == ProcessHandle.current().pid()) {
            throw new IllegalArgumentException("F63: pid " + injection.get(PID) + " is the venue's own process");
        }
    }

    @Override
    protected void act(Occasion occasion) {
        if (injection().get(HOW) == How.PAUSE) {
            long pid = injection().get(PID);
            signal("-STOP", pid);
            CompletableFuture.delayedExecutor(injection().get(PAUSE).toMillis(), TimeUnit.MILLISECONDS)
                    .execute(() -> signal("-CONT", pid));
        } else {
            boolean done = ProcessHandle.of(injection().get(PID))
                    .map(ProcessHandle::destroyForcibly)
                    .orElse(false);
            injection().trigger().say(done ? "killed" : "there is no such process");
        }
    }

    @Override
    public OnRequest before(Ask ask) {
        long before = injection().trigger().fired();
        OnRequest usual = super.before(ask);
        boolean struck = injection().trigger().fired() > before;
        return struck && injection().get(HOW) == How.KILL_AND_LOSE ? OnRequest.lose(Ending.RESET) : usual;
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", name, Long.toString(pid)).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot send a signal to process " + pid, e);
        }
    }
}
