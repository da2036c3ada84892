package io.ploy.host.run;

import io.ploy.api.notify.Alert;
import io.ploy.core.StopReport;
import io.ploy.host.console.Console;
import java.time.Clock;

/**
 * Says how a run goes.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
interface RunVoice {
    /** A voice for a person, or for a program. */
    static RunVoice on(Console console, Clock clock, boolean json) {
        return json ? new JsonVoice(console.out(), clock) : new TextVoice(console, clock);
    }

    /** Another process has the lease, and this one waits for it. */
    void waiting(String why);

    /** Trading begins. */
    void started(RunStart start);

    /** What came of a person's decision. */
    void decided(String what);

    /** How it stands, if that is not what was said last. */
    void status(Status status);

    /** A person should know something. */
    void alert(Alert alert);

    /** The end begins. */
    void stopping(String why);

    /** What was left. */
    void stopped(StopReport report);

    /** Something failed on the way to the end. */
    void problem(String what);
}
