package io.ploy.testkit.polymarket.scenario;

import io.ploy.core.sim.ExchangeTrade;
import io.ploy.core.sim.SettlementPlan;
import io.ploy.core.sim.SettlementScript;
import io.ploy.core.sim.Timeline;
import io.ploy.testkit.polymarket.fault.Ask;
import io.ploy.testkit.polymarket.fault.Deal;
import io.ploy.testkit.polymarket.fault.FaultLog;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.FaultVenue;
import io.ploy.testkit.polymarket.fault.Injection;
import io.ploy.testkit.polymarket.fault.Line;
import io.ploy.testkit.polymarket.fault.Trigger;
import io.ploy.testkit.polymarket.fault.When;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.server.fault.Ending;
import io.ploy.testkit.polymarket.server.fault.LiveConnection;
import io.ploy.testkit.polymarket.server.fault.LiveSocket;
import io.ploy.testkit.polymarket.server.fault.OnAnswer;
import io.ploy.testkit.polymarket.server.fault.OnFrame;
import io.ploy.testkit.polymarket.server.fault.OnRequest;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.wire.Api;
import io.ploy.testkit.polymarket.wire.Channel;
import io.ploy.testkit.polymarket.wire.WireAnswer;
import io.ploy.testkit.polymarket.wire.WireRequest;
import io.ploy.testkit.polymarket.wire.WireText;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * Lets a scenario's faults strike. Several at one occasion do so in the order in which they were injected; what cuts an
 * answer wins over what changes it, and what loses a request over what refuses it. On the venue's thread.
 */
public final class FaultEngine implements WireFaults, SettlementScript, RecordListener {
    private final FaultVenue venue;
    private final FaultLog log;
    private final WireFaults own;
    private final Timeline timeline;
    private final List<Injected> injected = new ArrayList<>();
    private final Set<String> called = new HashSet<>();
    private long seed;
    private Latency latency = Latency.NONE;
    private @Nullable Ask asked;

    /**
     * An engine without faults.
     *
     * @param venue what faults can get hold of
     * @param log where strikes are written down
     * @param own faults of the venue's user, asked first
     */
    public FaultEngine(FaultVenue venue, FaultLog log, WireFaults own) {
        this.venue = venue;
        this.log = log;
        this.own = own;
        timeline = venue.state().loop().timeline();
        seed = venue.state().seed();
    }

    /**
     * Injects a scenario's faults, beside those there are.
     *
     * @param scenario with its profile
     * @throws IllegalArgumentException if there is a fault of one of the names already
     */
    public void play(Scenario scenario) {
        seed = scenario.seed(venue.state().seed());
        latency = scenario.latencyInForce();
        scenario.faults(venue.state().seed()).forEach(this::inject);
    }

    /**
     * Injects one fault.
     *
     * @param spec which, when, how
     * @throws IllegalArgumentException if there is a fault of that name already
     */
    public void inject(FaultSpec spec) {
        if (find(spec.name()).isPresent()) {
            throw new IllegalArgumentException("there is a fault " + spec.name() + " already");
        }
        Trigger trigger = new Trigger(spec, seed, timeline, log);
        Injected fault = new Injected(
                trigger, FaultKinds.of(spec.fault()).effect().apply(new Injection(trigger, spec.parameters(), venue)));
        injected.add(fault);
        trigger.listen(() -> struck(spec.name()), () -> ended(spec.name()), fault.effect()::over);
        When when = spec.when();
        if (when.after() == null && when.order() == null) {
            armLater(fault);
        }
    }

    /**
     * Ends a fault: it strikes no more, and what it changed goes back.
     *
     * @param name of the fault
     * @return false if there is none
     */
    public boolean stop(String name) {
        Optional<Injected> fault = find(name);
        fault.ifPresent(found -> found.trigger().expire());
        return fault.isPresent();
    }

    /** Ends all faults, and the slowness of answers. */
    public void stopAll() {
        latency = Latency.NONE;
        List.copyOf(injected).forEach(fault -> fault.trigger().expire());
    }

    /**
     * The faults.
     *
     * @return in the order in which they were injected
     */
    public List<Trigger> triggers() {
        return injected.stream().map(Injected::trigger).toList();
    }

    /**
     * Where strikes are written down.
     *
     * @return the log
     */
    public FaultLog log() {
        return log;
    }

    /**
     * The seed of the faults.
     *
     * @return the scenario's, or the venue's
     */
    public long seed() {
        return seed;
    }

    private Optional<Injected> find(String name) {
        return injected.stream()
                .filter(fault -> fault.trigger().spec().name().equals(name))
                .findFirst();
    }

    // ---------------------------------------------------------------- when

    private void armLater(Injected fault) {
        Duration at = fault.trigger().spec().when().at();
        if (at.isZero()) {
            arm(fault);
        } else {
            timeline.schedule(timeline.now().plus(at), () -> arm(fault));
        }
    }

    private void arm(Injected fault) {
        Trigger trigger = fault.trigger();
        trigger.arm();
        if (trigger.spec().when().each() != null) {
            again(fault, 1);
        } else {
            fault.effect().armed();
            if (fault.actsOnce() && trigger.spec().extent().lasts() == null) {
                trigger.end();
            }
        }
    }

    private void again(Injected fault, int time) {
        Duration each = fault.trigger().spec().when().each();
        if (each == null || fault.trigger().isOver()) {
            return;
        }
        Duration wait = each;
        if (fault.trigger().spec().when().random()) {
            SplittableRandom random =
                    new SplittableRandom(seed ^ (fault.trigger().spec().name().hashCode() * 31L + time));
            wait = Duration.ofNanos(Math.max(1, (long) (-Math.log(1 - random.nextDouble()) * each.toNanos())));
        }
        timeline.schedule(timeline.now().plus(wait), () -> {
            if (!fault.trigger().isOver()) {
                fault.effect().armed();
                again(fault, time + 1);
            }
        });
    }

    private void struck(String name) {
        for (Injected fault : List.copyOf(injected)) {
            FaultSpec spec = fault.trigger().spec();
            if (name.equals(spec.when().after()) && !spec.when().ended()) {
                armLater(fault);
            }
            if (name.equals(spec.extent().until())) {
                fault.trigger().expire();
            }
        }
    }

    private void ended(String name) {
        for (Injected fault : List.copyOf(injected)) {
            FaultSpec spec = fault.trigger().spec();
            if (name.equals(spec.when().after()) && spec.when().ended()) {
                armLater(fault);
            }
        }
    }

    @Override
    public void onOrder(OrderRow order, OrderMoment moment) {
        for (Injected fault : injected) {
            When.OrderState wanted = fault.trigger().spec().when().order();
            boolean reached = wanted != null
                    && !fault.trigger().isOpen()
                    && !fault.trigger().isOver()
                    && order.account().id().name().equals(wanted.account())
                    && moment != OrderMoment.CANCELLATION
                    && order.matched().micros()
                            >= wanted.filled() * order.original().micros()
                    && (order.status().equals("LIVE") || wanted.filled() > 0);
            if (reached && called.add(fault.trigger().spec().name())) {
                // Not inside the exchange's own step.
                timeline.schedule(timeline.now(), () -> armLater(fault));
            }
        }
    }

    @Override
    public void onTrade(TradeRow trade) {
        // Orders tell enough.
    }

    // ---------------------------------------------------------------- where

    @Override
    public Optional<Ending> connecting(LiveConnection connection) {
        Optional<Ending> ending = own.connecting(connection);
        for (int i = 0; i < injected.size() && ending.isEmpty(); i++) {
            ending = injected.get(i).effect().connecting(connection);
        }
        return ending;
    }

    @Override
    public OnRequest before(WireRequest request) {
        OnRequest decision = own.before(request);
        if (!injected.isEmpty() && request.api() != Api.CONTROL) {
            Ask ask = ask(request);
            for (Injected fault : List.copyOf(injected)) {
                decision = Decisions.both(decision, fault.effect().before(ask));
            }
        }
        return decision;
    }

    @Override
    public OnAnswer after(WireRequest request, WireAnswer answer) {
        OnAnswer decision = own.after(request, answer);
        if (request.api() == Api.CONTROL) {
            return decision;
        }
        if (!injected.isEmpty()) {
            Ask ask = ask(request);
            for (Injected fault : List.copyOf(injected)) {
                decision = Decisions.both(decision, fault.effect().after(ask, decision.answer()));
            }
        }
        Duration slow = latency.draw(new SplittableRandom(seed ^ (request.number() * 0x9E3779B97F4A7C15L)));
        return decision.heldFor(decision.hold().plus(slow));
    }

    /** One request is asked about twice, mostly one time after the other. */
    private Ask ask(WireRequest request) {
        Ask last = asked;
        if (last == null || last.request().number() != request.number()) {
            last = new Ask(request, null, venue);
            asked = last;
        }
        return last;
    }

    @Override
    public OnRequest handshake(WireRequest request, Channel channel) {
        OnRequest decision = own.handshake(request, channel);
        Ask ask = new Ask(request, channel, venue);
        for (Injected fault : injected) {
            decision = Decisions.both(decision, fault.effect().handshake(ask));
        }
        return decision;
    }

    @Override
    public boolean received(LiveSocket socket, String text) {
        boolean heard = own.received(socket, text);
        if (!injected.isEmpty()) {
            Line line = new Line(socket, WireText.of(text), venue);
            for (Injected fault : injected) {
                heard &= fault.effect().received(line);
            }
        }
        return heard;
    }

    @Override
    public OnFrame frame(LiveSocket socket, WireText frame) {
        OnFrame decision = own.frame(socket, frame);
        for (Injected fault : injected) {
            decision = Decisions.then(decision, part -> fault.effect().frame(new Line(socket, part, venue)));
        }
        return decision;
    }

    @Override
    public SettlementPlan plan(ExchangeTrade trade, SettlementPlan usual) {
        SettlementPlan plan = usual;
        if (!injected.isEmpty() && new Deal(trade).isAmongTheVenuesOwn()) {
            return usual;
        }
        for (Injected fault : injected) {
            plan = fault.effect().settle(trade, plan);
        }
        return plan;
    }

    /**
     * Venue time.
     *
     * @return now
     */
    public Instant now() {
        return timeline.now();
    }
}
