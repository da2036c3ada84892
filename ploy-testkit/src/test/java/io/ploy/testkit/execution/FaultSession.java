package io.ploy.testkit.execution;

import io.ploy.api.market.InstrumentId;
import io.ploy.api.order.OrderLifecycle;
import io.ploy.core.Ploy;
import io.ploy.core.breaker.Cause;
import io.ploy.core.breaker.Reset;
import io.ploy.core.breaker.Scope;
import io.ploy.core.engine.Operator;
import io.ploy.core.persistence.InMemoryJournal;
import io.ploy.testkit.polymarket.scenario.Scenario;
import io.ploy.testkit.probe.Probe;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
    /** The slowest that must be told: a fill that is not final for a minute. */
    private static final Duration ANSWERED_WITHIN = Duration.ofSeconds(75);

    /** Judging takes a while where many rooms share a machine. */
    private static final Duration LOOKS_EVERY = Duration.ofMillis(300);

    /** An operation whose effect trades hide is certain once the indexer shows it, after a minute. */
    private static final Duration QUIET_WITHIN = Duration.ofSeconds(80);
    /** A client that was turned away at the door of a stream comes again after half a minute at most. */
    private static final Duration REOPENS_WITHIN = Duration.ofSeconds(45);

    private static final String WORLD = "longdated:questions=2;newer=0;traffic=busy";

    private final String name;
    private final Scenario scenario;
    private final long seed;
    private final FaultProof proof;

    /** What a session came to. */
    record Outcome(
            String name,
            long strikes,
            int submitted,
            Map<OrderLifecycle, Long> ends,
            long reopened,
            Map<InstrumentId, String> closed,
            Answers answers,
            String named,
            Map<String, Long> tried,
            List<String> wrong) {}

    FaultSession(String name, Scenario scenario, long seed, FaultProof proof) {
        this.name = name;
        this.scenario = scenario;
        this.seed = seed;
        this.proof = proof;
    }

    @Override
    public Outcome call() throws Exception {
        Trader trader = new Trader(seed);
        Probe probe = new Probe();
        List<String> wrong = new ArrayList<>();
        try (TradingRoom room = new TradingRoom(seed, WORLD, List.of(trader, probe))) {
            room.ploy().start();
            happens(trader::isStarted);
            room.venue().play(scenario);
            long until = System.nanoTime() + TRADES_FOR.toNanos();
            happens(ANSWERED_WITHIN, () -> System.nanoTime() > until && struck(room) && isAnswered(room, trader));
            long swept = proof.strikesSweeps() ? sweep(room) : 0;
            room.venue().stopFaults();
            if (proof.strikesSweeps()) {
                goOn(room.ploy());
            }
            long reopened = reopens(room, probe, wrong);
            trader.rest();
            sweep(room);
            happens(() -> judged(room).wrong().isEmpty()
                    && (!proof.settles() || WrittenDown.in(room.journal()).provisional() == 0));
            Judge judge = judged(room);
            wrong.addAll(judge.wrong());
            wrong.addAll(new TreeSet<>(trader.wrong()));
            wrong.addAll(new TreeSet<>(trader.reservations().wrong()));
            wrong.addAll(explained(trader, WrittenDown.in(room.journal())));
            if (!struck(room)) {
                wrong.add("the fault never struck");
            }
            room.openAtVenue().forEach(order -> wrong.add("I19: open after the kill switch: " + order.id()));
            if (room.atVenue().isEmpty() && trader.submitted() == 0) {
                wrong.add("nothing was traded");
            }
            Answers answers = answers(room, trader)
                    .and("alert cancel.swept", swept)
                    .and("leg not final", WrittenDown.in(room.journal()).provisional());
            Map<String, Long> tried = judge.tried();
            tried.merge("I11", trader.reservations().looks(), Long::sum);
            tried.put("I31", trader.holdings().compared());
            wrong.addAll(proof.missing(answers, tried));
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
                            .filter(order -> order.strategy().equals(trader.name()))
                            .collect(Collectors.groupingBy(
                                    order -> order.lifecycle(), TreeMap::new, Collectors.counting())),
                    reopened,
                    probe.closed(),
                    answers,
                    proof.words(answers),
                    tried,
                    wrong);
        } catch (RuntimeException e) {
            wrong.add("failed: " + e);
            return new Outcome(
                    name,
                    0,
                    trader.submitted(),
                    Map.of(),
                    -1,
                    Map.of(),
                    Answers.of(List.of(), new InMemoryJournal(), List.of()),
                    "",
                    Map.of(),
                    wrong);
        }
    }

    private boolean struck(TradingRoom room) {
        return !proof.mustStrike()
                || room.venue().faultLog().firings().stream().anyMatch(firing -> proof.isOf(firing.fault()));
    }

    private boolean isAnswered(TradingRoom room, Trader trader) {
        // A sweep is yet to come.
        return proof.strikesSweeps() || proof.isAnswered(answers(room, trader));
    }

    private static Answers answers(TradingRoom room, Trader trader) {
        return Answers.of(room.alerts(), room.journal(), room.denials())
                .and("sent again", room.wire().sentAgain())
                .and("book distrusted", trader.distrusted());
    }

    /** Cancels everything, and answers how often it was told that nothing, or something, is left. */
    private static long sweep(TradingRoom room) {
        long before = swept(room);
        room.ploy().killSwitch().engage("test", "everything is cancelled");
        happens(() -> swept(room) > before);
        return swept(room) - before;
    }

    /** Both steps out of a halt. */
    private static void goOn(Ploy ploy) {
        ploy.killSwitch().release("test", "the fault is over");
        happens(() -> ploy.operator()
                .reset(Scope.ACCOUNT, List.of(Cause.SECOND_STEP), "test", "the books agree")
                .containsValue(Reset.Answer.CLEARED));
    }

    private static long swept(TradingRoom room) {
        return room.alerts().stream()
                .filter(alert ->
                        alert.code().equals("cancel.swept") || alert.code().equals("cancel.incomplete"))
                .count();
    }

    /**
     * How many seconds until nothing keeps orders back any more and one has gone through for every outcome the venue trades,
     * or -1 if some stay closed. That is wrong unless a person must decide, for a reason that was told.
     */
    private long reopens(TradingRoom room, Probe probe, List<String> wrong) {
        long since = System.nanoTime();
        Operator operator = room.ploy().operator();
        probe.begin(room.venue().openMarkets().stream()
                .flatMap(listed -> listed.market().outcomes().stream())
                .map(outcome -> outcome.instrument())
                .toList());
        boolean open = happens(
                REOPENS_WITHIN,
                () -> operator.halts().isEmpty()
                        && operator.holds().isEmpty()
                        && operator.causes().isEmpty()
                        && probe.closed().isEmpty());
        if (open) {
            return Duration.ofNanos(System.nanoTime() - since).toSeconds();
        }
        List<String> reasons = new ArrayList<>();
        operator.halts().forEach(halt -> reasons.add("halt " + halt.cause() + ": " + halt.why()));
        operator.holds().forEach(hold -> reasons.add("hold " + hold.cause() + ": " + hold.why()));
        operator.causes().forEach((scope, causes) -> causes.forEach(cause -> reasons.add("cause " + cause)));
        probe.closed().forEach((outcome, why) -> reasons.add("outcome " + outcome + ": " + why));
        reasons.stream()
                .filter(reason -> !proof.needsPerson(reason, room.alerts()))
                .forEach(
                        reason -> wrong.add("closed " + REOPENS_WITHIN.toSeconds() + " s after the faults: " + reason));
        return -1;
    }

    /** I31: what a strategy is shown as confirmed moved by what it was told, and by corrections, and by nothing else. */
    private static List<String> explained(Trader trader, WrittenDown written) {
        List<String> wrong = new ArrayList<>();
        trader.holdings().unexplained().forEach((instrument, differences) -> {
            Set<Long> corrected = written.corrected(trader.name(), instrument);
            differences.stream()
                    .filter(micros -> !corrected.contains(micros))
                    .forEach(micros -> wrong.add("I31: confirmed holdings of " + instrument + " differ by " + micros
                            + " from what was told, corrected were " + corrected));
        });
        wrong.addAll(new WithinIntent().granted(trader.asked(), written).wrong());
        return wrong;
    }

    private static Judge judged(TradingRoom room) {
        try {
            return Judge.of(room);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for what should happen; whether it did is judged afterwards. */
    private static void happens(BooleanSupplier event) {
        boolean unused = happens(QUIET_WITHIN, event);
    }

    private static boolean happens(Duration within, BooleanSupplier event) {
        try {
            Awaitility.await().pollInterval(LOOKS_EVERY).atMost(within).until(event::getAsBoolean);
            return true;
        } catch (ConditionTimeoutException e) {
            // The judge tells better what is missing.
            return false;
        }
    }

    /** All outcomes: what happened, what answered it, and what was judged. */
    static String table(List<Outcome> outcomes) {
        StringBuilder table = new StringBuilder();
        for (Outcome outcome : outcomes) {
            table.append("%-28s strikes %4d, orders %3d %s, %s, %s%n"
                            .formatted(
                                    outcome.name(),
                                    outcome.strikes(),
                                    outcome.submitted(),
                                    outcome.ends(),
                                    outcome.reopened() < 0
                                            ? "stays closed " + outcome.closed()
                                            : "trades again after " + outcome.reopened() + " s",
                                    outcome.wrong().isEmpty() ? "true" : "WRONG: " + outcome.wrong()))
                    .append("    answered by %s %s%n"
                            .formatted(outcome.answers().counts(), outcome.named()))
                    .append("    judged by %s%n".formatted(outcome.tried()));
        }
        return table.toString();
    }
}
