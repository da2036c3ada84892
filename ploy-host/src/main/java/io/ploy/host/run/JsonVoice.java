package io.ploy.host.run;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.notify.Alert;
import io.ploy.core.StopReport;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says it to a program: one JSON object on a line for everything. */
final class JsonVoice implements RunVoice {
    private final PrintStream out;
    private final Clock clock;

    private @Nullable Status last;

    JsonVoice(PrintStream out, Clock clock) {
        this.out = out;
        this.clock = clock;
    }

    private ObjectNode event(String name) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("at", clock.instant().toString())
                .put("event", name);
    }

    private synchronized void say(ObjectNode event) {
        out.println(event);
        out.flush();
    }

    @Override
    public void waiting(String why) {
        say(event("standby").put("why", why));
    }

    @Override
    public void started(RunStart start) {
        ObjectNode event = event("started")
                .put("account", start.account())
                .put("venue", start.venue())
                .put("journal", start.journal())
                .put("records", start.records())
                .put("recoveredOrders", start.recovered())
                .put("token", start.token())
                .put("limits", start.limits());
        start.strategies().forEach(event.putArray("strategies")::add);
        say(event);
    }

    @Override
    public void decided(String what) {
        say(event("decided").put("what", what));
    }

    @Override
    public void status(Status status) {
        synchronized (this) {
            if (status.equals(last)) {
                return;
            }
            last = status;
        }
        say(status.addTo(event("status")));
    }

    @Override
    public void alert(Alert alert) {
        say(event("alert")
                .put("severity", alert.severity().name().toLowerCase(Locale.ROOT))
                .put("code", alert.code())
                .put("subject", alert.subject())
                .put("message", alert.message()));
    }

    @Override
    public void stopping(String why) {
        say(event("stopping").put("why", why));
    }

    @Override
    public void stopped(StopReport report) {
        ObjectNode event = event("stopped")
                .put("settled", report.isSettled())
                .put("cash", report.portfolio().balance().economic().toString());
        ArrayNode left = event.putArray("left");
        Leftover.of(report)
                .forEach(each -> left.addObject()
                        .put("kind", each.kind())
                        .put("id", each.id())
                        .put("detail", each.detail()));
        say(event);
    }

    @Override
    public void problem(String what) {
        say(event("failed").put("why", what));
    }
}
