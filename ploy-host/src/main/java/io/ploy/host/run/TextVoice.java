package io.ploy.host.run;

import io.ploy.api.notify.Alert;
import io.ploy.api.notify.AlertSeverity;
import io.ploy.core.StopReport;
import io.ploy.host.console.Amounts;
import io.ploy.host.console.Console;
import io.ploy.host.console.Printable;
import io.ploy.host.console.Style;
import java.io.PrintStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Says it to a person: a line for everything, with the time. */
final class TextVoice implements RunVoice {
    private final PrintStream out;
    private final Style style;
    private final Clock clock;
    private final StatusPace pace;
    private @Nullable Status last;

    TextVoice(Console console, Clock clock) {
        out = console.out();
        style = console.outStyle();
        this.clock = clock;
        pace = new StatusPace(clock);
    }

    private synchronized void say(String words) {
        out.println(style.faint(clock.instant().truncatedTo(ChronoUnit.SECONDS).toString()) + " " + words);
        out.flush();
    }

    @Override
    public void waiting(String why) {
        say("standby: " + Printable.of(why));
    }

    @Override
    public void started(RunStart start) {
        say(style.bold("live: account " + start.account() + " at " + start.venue()) + ", strategies "
                + Printable.of(String.join(", ", start.strategies())));
        say("journal: " + Printable.of(start.journal()) + ", "
                + (start.records() == 0
                        ? "new"
                        : "goes on after " + Amounts.count(start.records()) + " records with " + start.recovered()
                                + " open orders")
                + ", lease " + start.token());
        say("limits: " + start.limits());
        say("Ctrl-C or SIGTERM ends it in order; twice in a hurry; three times at once.");
    }

    @Override
    public void decided(String what) {
        say("decided: " + Printable.of(what));
    }

    @Override
    public void status(Status status) {
        synchronized (this) {
            if (!pace.isDue(status)) {
                return;
            }
            if (!status.compared().isEmpty()
                    && (last == null || !status.compared().equals(last.compared()))) {
                say("compared with the venue: " + Printable.of(status.compared()));
            }
            last = status;
        }
        boolean trading = status.state().equals("trading");
        String state = Printable.of(status.state());
        say((trading ? style.good(state) : style.warn(state)) + "; "
                + (status.markets() == 0 ? style.warn("no market is known") : status.markets() + " markets") + ", "
                + status.openOrders() + " open orders"
                + (status.unknown() == 0 ? "" : ", " + style.bad(status.unknown() + " in doubt"))
                + ", " + status.positions() + " positions, cash " + Amounts.usd(status.cash()) + ", at risk "
                + Amounts.usd(status.exposure())
                + (status.stopped().isEmpty()
                        ? ""
                        : ", " + style.bad("stopped: " + Printable.of(String.join(", ", status.stopped())))));
    }

    @Override
    public void alert(Alert alert) {
        String what = alert.severity().name().toLowerCase(Locale.ROOT) + " " + alert.code();
        String marked = switch (alert.severity()) {
            case INFO -> what;
            case WARNING -> style.warn(what);
            case CRITICAL -> style.bad(what);
        };
        say((alert.severity() == AlertSeverity.INFO ? "" : "ALERT ") + marked + " "
                + Printable.of(alert.subject() + ": " + alert.message()));
    }

    @Override
    public void stopping(String why) {
        say("stopping: " + Printable.of(why));
    }

    @Override
    public void stopped(StopReport report) {
        List<Leftover> left = Leftover.of(report);
        if (left.isEmpty()) {
            say(style.good("stopped") + ": nothing is left, everything is settled; cash "
                    + Amounts.usd(report.portfolio().balance().economic()));
            return;
        }
        say(style.bad("stopped") + ", and this is left:");
        left.forEach(each -> say("  " + each.kind() + (each.id().isEmpty() ? "" : " " + Printable.of(each.id())) + ": "
                + Printable.of(each.detail())));
    }

    @Override
    public void problem(String what) {
        say(style.bad("failed") + ": " + Printable.of(what));
    }
}
