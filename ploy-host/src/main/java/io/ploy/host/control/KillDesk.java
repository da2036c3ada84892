package io.ploy.host.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ploy.api.money.Cash;
import io.ploy.core.breaker.Scope;
import io.ploy.core.breaker.Stop;
import io.ploy.core.portfolio.CashKind;
import io.ploy.core.risk.TradingGate;
import io.ploy.host.console.CommandFailure;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches a control folder for a run: kills while the flag is there, carries out commands, and writes the status. Killing has
 * a thread of its own, which waits for nobody; some commands wait for the engine, on another.
 *
 * <p><b>Threading.</b> Thread-safe.
 */
public final class KillDesk implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KillDesk.class);
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);
    private static final Duration PUBLISH_EVERY = Duration.ofSeconds(1);

    private final ControlFolder folder;
    private final RiskControls controls;
    private final Clock clock;
    private final Consumer<String> heard;
    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ploy-control"));
    private final ScheduledExecutorService commands =
            Executors.newSingleThreadScheduledExecutor(task -> new Thread(task, "ploy-commands"));
    private final Trouble killing = new Trouble();
    private final Trouble commanding = new Trouble();
    private final Trouble publishing = new Trouble();
    private String answered = "";
    private volatile Figures figures;

    /** How the engine stood when it answered last. */
    private record Figures(ObjectNode node, Instant at) {}

    /**
     * A desk that does not watch yet.
     *
     * @param folder what it watches
     * @param controls what it works with
     * @param clock tells the time
     * @param heard told in words what a person did here
     */
    public KillDesk(ControlFolder folder, RiskControls controls, Clock clock, Consumer<String> heard) {
        this.folder = folder;
        this.controls = controls;
        this.clock = clock;
        this.heard = heard;
        figures = new Figures(ControlText.object().put("state", "starting"), clock.instant());
    }

    /**
     * Opens before anything is traded: halts if the flag is there, and watches from then on.
     *
     * @param releases causes that a person clears at this start; a kill among them takes the flag away
     * @throws CommandFailure if the folder cannot be used: nobody could stop the run by it
     */
    public void open(List<String> releases) {
        try {
            folder.make();
            folder.clear();
            if (releases.contains(TradingGate.KILL_SWITCH)) {
                folder.lowerFlag();
            }
        } catch (IOException e) {
            throw CommandFailure.failed("The control folder " + folder + " cannot be used: " + e.getMessage(), e);
        }
        lookForKill();
        carryOutAsked();
        publish();
        every(thread, LOOK_EVERY, this::lookForKill);
        every(thread, PUBLISH_EVERY, this::publish);
        every(commands, LOOK_EVERY, this::carryOutAsked);
    }

    @SuppressWarnings("FutureReturnValueIgnored") // What goes wrong in these is said by themselves.
    private static void every(ScheduledExecutorService on, Duration pause, Runnable task) {
        on.scheduleWithFixedDelay(task, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * How the engine stands, as it says.
     *
     * @param stands figures
     */
    public void show(ObjectNode stands) {
        figures = new Figures(stands, clock.instant());
    }

    /** Looks once whether trading is to stop. */
    private synchronized void lookForKill() {
        try {
            Optional<KillFlag> flag = folder.flag();
            if (flag.isPresent()) {
                kill(flag.get());
            }
            killing.isOver();
        } catch (IOException | RuntimeException e) {
            killing.say(e);
        }
    }

    /** Carries out once what was asked. */
    private void carryOutAsked() {
        try {
            for (String id : folder.asked()) {
                Optional<ControlCommand> command = folder.take(id);
                if (command.isPresent()) {
                    folder.answer(id, carryOut(command.get()));
                } else {
                    folder.answer(id, ControlAnswer.refused("That is no command this version understands."));
                }
            }
            commanding.isOver();
        } catch (IOException | RuntimeException e) {
            commanding.say(e);
        }
    }

    private void kill(KillFlag flag) throws IOException {
        boolean news = !controls.isKilled();
        if (news) {
            controls.kill(flag.who(), flag.why());
            heard.accept("killed by " + flag.who() + ": " + flag.why());
        }
        if (!flag.id().isEmpty() && !flag.id().equals(answered)) {
            answered = flag.id();
            folder.answer(
                    flag.id(),
                    ControlAnswer.done(
                            news
                                    ? "Trading is stopped: nothing new is sent, and every open order is being cancelled."
                                    : "Trading was stopped by the kill switch before, and still is."));
        }
    }

    private ControlAnswer carryOut(ControlCommand command) throws IOException {
        if (clock.instant().isAfter(command.until())) {
            return ControlAnswer.refused("That came too late: nobody waited for it any more.");
        }
        ControlAnswer answer = switch (command.kind()) {
            case HALT, PAUSE, REDUCE_ONLY ->
                controls.stop(command.scope(), Stop.valueOf(command.kind().name()), command.who(), command.why());
            case FLATTEN -> controls.flatten(command.scope(), command.who(), command.why());
            case RESET -> reset(command);
            case TIGHTEN, LOOSEN ->
                controls.limits(
                        command.scope(),
                        values(command.causes()),
                        command.kind() == ControlCommand.Kind.LOOSEN,
                        command.who(),
                        command.why());
            case SWITCH_ON -> controls.switchOn(String.join(",", command.causes()), command.who(), command.why());
            case BOOK -> book(command);
        };
        answer.lines().forEach(line -> heard.accept(line + " (" + command.who() + ": " + command.why() + ")"));
        return answer;
    }

    private ControlAnswer reset(ControlCommand command) throws IOException {
        // First the flag: while it is there, a kill that is reset would be engaged again.
        if (command.scope().equals(Scope.ACCOUNT) && command.causes().contains(TradingGate.KILL_SWITCH)) {
            lowerFlag();
        }
        return controls.reset(command.scope(), command.causes(), command.who(), command.why());
    }

    /** Not while a look has read the flag and is about to kill. */
    private synchronized void lowerFlag() throws IOException {
        folder.lowerFlag();
    }

    private ControlAnswer book(ControlCommand command) {
        Map<String, String> cash = values(command.causes());
        if (cash.size() == 1) {
            try {
                Map.Entry<String, String> told = cash.entrySet().iterator().next();
                return controls.book(
                        CashKind.valueOf(told.getKey()), Cash.parse(told.getValue()), command.who(), command.why());
            } catch (IllegalArgumentException e) {
                LOG.warn("cash that cannot be read: {}", cash, e);
            }
        }
        return ControlAnswer.refused("That is no cash this version understands.");
    }

    private static Map<String, String> values(List<String> texts) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String text : texts) {
            int equals = text.indexOf('=');
            values.put(equals < 0 ? text : text.substring(0, equals), equals < 0 ? "" : text.substring(equals + 1));
        }
        return values;
    }

    /** Writes once how it stands. */
    synchronized void publish() {
        try {
            folder.publish(status());
            publishing.isOver();
        } catch (IOException | RuntimeException e) {
            publishing.say(e);
        }
    }

    private ObjectNode status() {
        Figures last = figures;
        ObjectNode status = HostProcess.current()
                .addTo(ControlText.object().put("schema", "ploy.risk.status/1"))
                .put("at", clock.instant().toString())
                .put("engineAt", last.at.toString());
        status.set("engine", last.node);
        ArrayNode causes = status.putArray("causes");
        for (ActiveCause cause : controls.causes()) {
            causes.addObject()
                    .put("scope", cause.scope().toString())
                    .put("state", word(cause.severity().state()))
                    .put("cause", cause.name())
                    .put("needs", word(cause.recovery()))
                    .put("who", cause.who())
                    .put("why", cause.why())
                    .put("since", cause.since().toString());
        }
        ArrayNode waits = status.putArray("waits");
        controls.waits().forEach(waits::add);
        return status;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What went wrong last, said once, since it is met again ten times a second. */
    private final class Trouble {
        private String last = "";

        synchronized void say(Exception e) {
            if (!last.equals(e.toString())) {
                last = e.toString();
                LOG.error(
                        "the control folder {} cannot be used; kill with a signal or at the venue meanwhile",
                        folder,
                        e);
            }
        }

        synchronized void isOver() {
            last = "";
        }
    }

    /** Stops watching. The flag stays; the status goes, so that nobody takes it for a run's. */
    @Override
    public void close() {
        thread.shutdown();
        commands.shutdown();
        try {
            for (ScheduledExecutorService each : List.of(thread, commands)) {
                if (!each.awaitTermination(2, TimeUnit.SECONDS)) {
                    each.shutdownNow();
                }
            }
            folder.unpublish();
        } catch (IOException e) {
            publishing.say(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
