package io.ploy.testkit.polymarket.scenario;

import io.ploy.api.money.Quantity;
import io.ploy.api.order.AccountId;
import io.ploy.testkit.polymarket.fault.FaultSpec;
import io.ploy.testkit.polymarket.fault.FaultVenue;
import io.ploy.testkit.polymarket.fault.Trigger;
import io.ploy.testkit.polymarket.record.OrderRow;
import io.ploy.testkit.polymarket.record.RecordListener;
import io.ploy.testkit.polymarket.record.TradeRow;
import io.ploy.testkit.polymarket.server.fault.WireFaults;
import io.ploy.testkit.polymarket.wire.WireRequest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;

/** Compares what was to be true with what the venue knows. On the venue's thread. */
public final class Judge implements RecordListener {
    private final FaultVenue venue;
    private final FaultEngine engine;
    private final ClientReport report;
    private static final int ORDERS_KEPT = 100_000;

    private final Map<String, OrderRow> orders = new LinkedHashMap<>();
    private final Map<Expectation.Requests, AtomicLong> requests = new HashMap<>();

    /**
     * A judge who watches from now on.
     *
     * @param venue knows the truth
     * @param engine knows what struck
     * @param report what the client says
     */
    public Judge(FaultVenue venue, FaultEngine engine, ClientReport report) {
        this.venue = venue;
        this.engine = engine;
        this.report = report;
    }

    /**
     * Lets the judge count what comes in.
     *
     * @param faults asked as before
     * @return the same faults, with every request counted
     */
    public WireFaults watching(WireFaults faults) {
        return new CountedFaults(faults, this::count);
    }

    /**
     * Counts from now on what a scenario has expectations about.
     *
     * @param scenario what is played
     */
    void watch(Scenario scenario) {
        for (Expectation expectation : scenario.expectations()) {
            if (expectation instanceof Expectation.Requests wanted) {
                requests.putIfAbsent(wanted, new AtomicLong());
            }
        }
    }

    private void count(WireRequest request) {
        if (!requests.isEmpty()) {
            String path = request.api().prefix() + request.path();
            requests.forEach((wanted, count) -> {
                if (fits(request.method(), path, wanted)) {
                    count.incrementAndGet();
                }
            });
        }
    }

    @Override
    public void onOrder(OrderRow order, OrderMoment moment) {
        if (!order.account().id().name().startsWith("house-")) {
            orders.put(order.id(), order);
            if (orders.size() > ORDERS_KEPT) {
                orders.remove(orders.keySet().iterator().next());
            }
        }
    }

    @Override
    public void onTrade(TradeRow trade) {
        // Positions are read where they are kept.
    }

    /** The orders of an account, oldest first. */
    List<OrderRow> orders(AccountId account) {
        return orders.values().stream()
                .filter(order -> order.account().id().equals(account))
                .toList();
    }

    /**
     * Judges a scenario that is over.
     *
     * @param scenario what was played
     * @return what came of it
     */
    public Verdict judge(Scenario scenario) {
        List<String> complaints = new ArrayList<>();
        List<String> counted = new ArrayList<>();
        for (Expectation expectation : scenario.expectations()) {
            check(expectation, complaints);
            if (expectation instanceof Expectation.Fired fired) {
                counted.add(fired.fault());
            }
        }
        for (Trigger trigger : engine.triggers()) {
            boolean certain =
                    isOwn(scenario, trigger.spec()) && trigger.spec().extent().p() == 1;
            if (certain
                    && trigger.fired() == 0
                    && !counted.contains(trigger.spec().name())) {
                complaints.add(
                        "fault " + trigger.spec().name() + " (" + trigger.spec().fault() + ") never struck: none of "
                                + trigger.occasions() + " occasions that fitted was one of its own");
            }
        }
        return new Verdict(
                engine.seed(),
                engine.triggers().stream().mapToLong(Trigger::fired).sum(),
                complaints);
    }

    /** A profile's faults strike when there is something to strike. */
    private boolean isOwn(Scenario scenario, FaultSpec spec) {
        return Flattening.of(scenario.steps(), scenario.seed(venue.state().seed())).stream()
                .anyMatch(own -> own.name().equals(spec.name()));
    }

    private void check(Expectation expectation, List<String> complaints) {
        if (expectation instanceof Expectation.Fired fired) {
            complain(complaints, "strikes of " + fired.fault(), engine.log().count(fired.fault()), fired.range());
        } else if (expectation instanceof Expectation.Requests wanted) {
            long count = requests.getOrDefault(wanted, new AtomicLong()).get();
            String method = Objects.requireNonNullElse(wanted.method(), "any");
            complain(complaints, "requests " + method + " " + wanted.path(), count, wanted.range());
        } else if (expectation instanceof Expectation.Orders wanted) {
            String status = Objects.requireNonNullElse(wanted.status(), "");
            long count = orders.values().stream()
                    .filter(order -> order.account().id().name().equals(wanted.account())
                            && order.status().startsWith(status))
                    .count();
            complain(complaints, (status + " orders of ").stripLeading() + wanted.account(), count, wanted.range());
        } else if (expectation instanceof Expectation.Alerts wanted) {
            complain(complaints, "alerts " + wanted.code(), report.alerts(wanted.code()), wanted.range());
        } else if (expectation instanceof Expectation.Positions wanted) {
            positions(wanted.account(), complaints);
        }
    }

    private static boolean fits(String method, String path, Expectation.Requests wanted) {
        boolean below = path.startsWith(wanted.path())
                && (path.length() == wanted.path().length()
                        || path.charAt(wanted.path().length()) == '/');
        return below && Objects.requireNonNullElse(wanted.method(), method).equals(method);
    }

    private static void complain(List<String> complaints, String what, long count, Expectation.Range range) {
        if (!range.has(count)) {
            complaints.add(what + ": found " + count + ", expected " + range);
        }
    }

    private void positions(String account, List<String> complaints) {
        Map<String, Quantity> truth = new HashMap<>();
        venue.state().exchange().account(new AccountId(account)).holdings().forEach((instrument, quantity) -> {
            if (!quantity.isZero()) {
                truth.put(instrument.symbol(), quantity);
            }
        });
        Map<String, Quantity> said = new HashMap<>(report.positions(account).orElse(Map.of()));
        said.values().removeIf(quantity -> quantity.isZero());
        if (report.positions(account).isEmpty()) {
            complaints.add("positions of " + account + ": the client said nothing of them");
        } else if (!said.equals(truth)) {
            complaints.add("positions of " + account + ": found " + said + ", expected " + truth);
        }
    }
}
