package io.ploy.host.run;

import io.ploy.core.lease.Lease;
import io.ploy.core.lease.LeaseException;
import io.ploy.core.lease.LeaseHeldException;
import io.ploy.core.lease.LeaseHolder;
import io.ploy.host.console.CommandFailure;
import io.ploy.host.console.ThisProcess;
import java.time.Duration;
import java.util.Optional;

/** Takes the lease, or waits until it can be taken. */
final class LeaseWait {
    private static final Duration AGAIN_AFTER = Duration.ofMillis(200);
    private static final int SAY_EVERY = 100;

    private final Storage storage;
    private final RunVoice voice;
    private final StopWishes wishes;

    LeaseWait(Storage storage, RunVoice voice, StopWishes wishes) {
        this.storage = storage;
        this.voice = voice;
        this.wishes = wishes;
    }

    /**
     * Takes it.
     *
     * @param name of what the holder runs
     * @param standby whether to wait for another holder
     * @return absent if somebody wanted the run to end first
     * @throws CommandFailure if it cannot be had and nobody wants to wait
     */
    Optional<Lease> take(String name, boolean standby) {
        LeaseHolder holder = new LeaseHolder(ThisProcess.named("ploy run " + name), ThisProcess.host());
        String said = "";
        for (int tries = 0; ; tries++) {
            try {
                return Optional.of(storage.takeLease(holder));
            } catch (LeaseException e) {
                if (!standby) {
                    String advice = e instanceof LeaseHeldException ? " --standby waits for it." : "";
                    throw CommandFailure.failed(e.getMessage() + advice, e);
                }
                String why = why(e);
                if (!why.equals(said) || tries % SAY_EVERY == 0) {
                    voice.waiting(why);
                    said = why;
                }
            }
            if (wishes.await(AGAIN_AFTER)) {
                return Optional.empty();
            }
        }
    }

    private static String why(LeaseException e) {
        return e instanceof LeaseHeldException held
                ? "the lease is held by " + held.holder() + " on " + held.host()
                : String.valueOf(e.getMessage());
    }
}
