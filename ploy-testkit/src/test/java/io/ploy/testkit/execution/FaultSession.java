package io.ploy.testkit.execution;

import io.ploy.api.order.OrderLifecycle;
import io.ploy.core.risk.TradingHalt;
import io.ploy.testkit.polymarket.scenario.Scenario;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/** A few seconds of trading while something goes wrong, and what is true once nothing does any more. */
final class FaultSession implements Callable<FaultSession.Outcome> {
    private static final Duration TRADES_FOR = Duration.ofSeconds(4);
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(40);
    /** A client that was turned away at the door of a stream comes again after half a minute at most. */
    private static final Duration REOPENS_WITHIN = Duration.ofSeconds(45);

    private static final String WORLD = "longdated:questions=2;newer=0;traffic=busy";

    private final String name;
    private final Scenario scenario;
    private final long seed;
    private final boolean mustStrike;

    /** What a session came to. */
    record Outcome(
            String name,
            long strikes,
            int submitted,
            Map<OrderLifecycle, Long> ends,
            Map<String, Integer> alerts,
            List<String> halts,
            long reopened,
            List<String> wrong) {}

    FaultSession(String name, Scenario scenario, long seed, boolean mustStrike) {
        this.name = name;
        this.scenario = scenario;
        this.seed = seed;
        this.mustStrike = mustStrike;
    }

    @Override
    public Outcome call() throws Exception {
        Trader trader = new Trader(seed);
        List<String> wrong = new ArrayList<>();
        try (TradingRoom room = new TradingRoom(seed, WORLD, List.of(trader))) {
            room.ploy().start();
            happens(trader::isStarted);
            room.venue().play(scenario);
            long until = System.nanoTime() + TRADES_FOR.toNanos();
            long atMost = until + TRADES_FOR.toNanos();
            happens(() -> System.nanoTime() > until
                    && (!mustStrike
                            || System.nanoTime() > atMost
                            || !room.venue().faultLog().firings().isEmpty()));
            room.venue().stopFaults();
            long reopened = reopens(room);
            if (reopened < 0
                    && room.ploy().operator().halts().isEmpty()
                    && !room.venue().openMarkets().isEmpty()) {
                wrong.add("nothing was sent within " + REOPENS_WITHIN.toSeconds() + " s after the faults: held by "
                        + room.ploy().operator().holds());
            }
            trader.rest();
            room.ploy().killSwitch().engage("test", "the session is over");
            happens(() -> room.alerts().stream()
                    .anyMatch(alert ->
                            alert.code().equals("cancel.swept") || alert.code().equals("cancel.incomplete")));
            happens(() -> judged(room).isEmpty());
            wrong.addAll(judged(room));
            wrong.addAll(new TreeSet<>(trader.wrong()));
            WrittenDown written = WrittenDown.in(room.journal());
            trader.shrunk().forEach((instrument, micros) -> {
                if (micros > written.mayLessen(instrument)) {
                    wrong.add("I31: confirmed holdings shrank by " + micros + ", of which "
                            + written.mayLessen(instrument) + " were sold or reversed");
                }
            });
            if (room.venue().faultLog().firings().isEmpty() && mustStrike) {
                wrong.add("the fault never struck");
            }
            room.openAtVenue().forEach(order -> wrong.add("I19: open after the kill switch: " + order.id()));
            if (room.atVenue().isEmpty() && trader.submitted() == 0) {
                wrong.add("nothing was traded");
            }
            if (!wrong.isEmpty()) {
                room.alerts().stream()
                        .map(alert -> alert.code() + " " + alert.message())
                        .distinct()
                        .forEach(wrong::add);
            }
            return new Outcome(
                    name,
                    room.venue().faultLog().firings().size(),
                    trader.submitted(),
                    room.orders().values().stream()
                            .collect(Collectors.groupingBy(
                                    order -> order.lifecycle(), TreeMap::new, Collectors.counting())),
                    written.alerts(),
                    room.ploy().operator().halts().stream()
                            .map(TradingHalt::cause)
                            .toList(),
                    reopened,
                    wrong);
        } catch (RuntimeException e) {
            wrong.add("failed: " + e);
            return new Outcome(name, 0, trader.submitted(), Map.of(), Map.of(), List.of(), 0, wrong);
        }
    }

    /** How many seconds until an order is taken that was made after the faults ended, or -1 if none is. */
    private static long reopens(TradingRoom room) {
        long since = System.nanoTime();
        Instant now = room.venue().clock().instant();
        boolean sent = happens(
                REOPENS_WITHIN,
                () -> room.orders().values().stream()
                        .anyMatch(order -> order.createdAt().isAfter(now)
                                && order.lifecycle() != OrderLifecycle.DENIED
                                && order.lifecycle() != OrderLifecycle.PENDING_NEW));
        return sent ? Duration.ofNanos(System.nanoTime() - since).toSeconds() : -1;
    }

    private static List<String> judged(TradingRoom room) {
        try {
            return Judge.judge(room);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Waits for what should happen; whether it did is judged afterwards. */
    private static void happens(BooleanSupplier event) {
        boolean unused = happens(QUIET_WITHIN, event);
    }

    private static boolean happens(Duration within, BooleanSupplier event) {
        try {
            Awaitility.await().atMost(within).until(event::getAsBoolean);
            return true;
        } catch (ConditionTimeoutException e) {
            // The judge tells better what is missing.
            return false;
        }
    }

    /** All outcomes, a line each. */
    static String table(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder();
        for (Outcome outcome : outcomes) {
            table.append("%-28s strikes %4d, orders %3d %s, alerts %s, halts %s, trades again after %d s, %s%n"
                    .formatted(
                            outcome.name(),
                            outcome.strikes(),
                            outcome.submitted(),
                            outcome.ends(),
                            outcome.alerts(),
                            outcome.halts(),
                            outcome.reopened(),
                            outcome.wrong().isEmpty() ? "true" : "WRONG: " + outcome.wrong()));
        }
        return table.toString();
    }
}
